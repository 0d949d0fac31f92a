import { decideFields } from './decide-fields';
import { chosenRecord, type Decided, type RecordDecision } from './decision';
import { matchRecords, refuseAlike, type Match, type Sides } from './match-records';
import { sameFields, textIn, type MergeFields, type MergeFile } from './model';
import { grows, interleave } from './order';
import type { Shape } from './shape';

/** An empty file: the common version of two people who each made the file. */
export const NOTHING: MergeFile = { top: new Map(), records: [] };

/**
 * Decides a three-way merge, record by record and field by field. A change of one side is taken. Where both sides changed a field, its
 * parts are joined (tags, aliases, links), or else it is a conflict. Nothing is read from or written to any text.
 */
export function decideMerge(base: MergeFile, ours: MergeFile, theirs: MergeFile, shape: Shape): Decided {
  const sides: Sides<MergeFile> = { base, ours, theirs };
  for (const file of [base, ours, theirs]) {
    const refused = refuseAlike(file, shape);
    if (refused) return refused;
  }
  const matches = sortMatches(matchRecords(sides, shape));
  const records = matches.map((match) => decideRecord(match, sides, shape));
  for (const side of ['ours', 'theirs'] as const) {
    const ids = new Set<string>();
    for (const decision of records) {
      const record = chosenRecord(decision, { ours: ours.records, theirs: theirs.records }, side);
      const id = record && textIn(record, 'id');
      if (typeof id !== 'string') continue;
      // By hand, one side may have given a record the id that the other side gave to another record.
      if (ids.has(id)) return { ok: false, why: 'Two different records have the same id.' };
      ids.add(id);
    }
  }
  const top = decideFields(base.top, ours.top, theirs.top, shape);
  const conflicts =
    top.filter(({ take }) => take === 'conflict').length + records.filter(({ action }) => action === 'conflict').length;
  return { ok: true, decisions: { top, records, conflicts } };
}

function decideRecord(match: Match, { base, ours, theirs }: Sides<MergeFile>, shape: Shape): RecordDecision {
  const [b, o, t] = [at(base, match.base), at(ours, match.ours), at(theirs, match.theirs)];
  if (o && t) {
    if (sameFields(o, t)) return { ...match, action: 'same', fields: [] };
    const fields = decideFields(b, o, t, shape);
    return { ...match, action: fields.some(({ take }) => take === 'conflict') ? 'conflict' : 'fields', fields };
  }
  const left = o ?? t;
  if (!left) return { ...match, action: 'drop', fields: [] };
  if (!b) return { ...match, action: o ? 'ours' : 'theirs', fields: [] };
  return { ...match, action: sameFields(b, left) ? 'drop' : 'conflict', fields: [] };
}

function at({ records }: MergeFile, index: number | null): MergeFields | null {
  return index === null ? null : (records[index] ?? null);
}

/**
 * Puts the records in the order of our side. A record that only theirs has follows the record that precedes it there. Where theirs has
 * reordered the records and ours has not, the order is theirs.
 */
function sortMatches(matches: readonly Match[]): Match[] {
  const byOurs = ordered(matches, 'ours');
  const byTheirs = ordered(matches, 'theirs');
  const gone = matches.filter(({ ours, theirs }) => ours === null && theirs === null);
  const theirOrder = grows(byOurs.map(({ base }) => base)) && !grows(byTheirs.map(({ base }) => base));
  const itself = (match: Match) => match;
  return [...(theirOrder ? interleave(byTheirs, byOurs, itself) : interleave(byOurs, byTheirs, itself)), ...gone];
}

function ordered(matches: readonly Match[], side: 'ours' | 'theirs'): Match[] {
  return matches.filter((match) => match[side] !== null).sort((a, b) => (a[side] ?? 0) - (b[side] ?? 0));
}
