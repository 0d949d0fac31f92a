import { quoted } from '../text/visible';
import { isNothing, same, textIn, type MergeFields, type MergeFile } from './model';
import { findTwins } from './twins';
import type { Shape } from './shape';

/** One record on the three sides, as indexes; null where it is not there. */
export interface Match {
  base: number | null;
  ours: number | null;
  theirs: number | null;
}

/** The three sides of a merge; `base` is what both started from. */
export interface Sides<T> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

/** Why the records of a file cannot be told apart; null where they can. */
export function whyAlike(file: MergeFile, shape: Shape): string | null {
  const seen = new Set<string>();
  for (const record of file.records) {
    const id = record.get('id');
    if (!isNothing(id) && typeof id !== 'string') return 'A record has an id that is no text.';
    const key = nameOf(record, shape);
    if (key === null) return 'A record has neither an id nor anything else to be known by.';
    if (!seen.has(key)) seen.add(key);
    else if (typeof id === 'string') return `The id ${quoted(id)} is there twice.`;
    else return 'Two records without an id cannot be told apart.';
  }
  return null;
}

/**
 * Finds out which records of the three sides are one: by id; without one, by what they speak of. A record that somebody wrote by hand
 * is known again when the tool has given it an id, and what two people added alike counts as one.
 */
export function matchRecords({ base, ours, theirs }: Sides<MergeFile>, shape: Shape): Match[] {
  const matches: Match[] = base.records.map((_, index) => ({ base: index, ours: null, theirs: null }));
  const byName = new Map(base.records.map((record, index) => [nameOf(record, shape), matches[index]]));
  const rest = { ours: [] as number[], theirs: [] as number[] };
  for (const [side, file] of [['ours', ours] as const, ['theirs', theirs] as const]) {
    file.records.forEach((record, index) => {
      const match = byName.get(nameOf(record, shape));
      if (match) match[side] = index;
      else rest[side].push(index);
    });
    rest[side] = matchCompleted(rest[side], side, file.records, base.records, matches, shape);
  }
  // What is new on both sides under one name is one record.
  const newByName = new Map(rest.theirs.map((index) => [nameOf(theirs.records[index], shape), index]));
  const alone: number[] = [];
  for (const index of rest.ours) {
    const name = nameOf(ours.records[index], shape);
    const other = newByName.get(name);
    if (other === undefined) alone.push(index);
    else {
      matches.push({ base: null, ours: index, theirs: other });
      newByName.delete(name);
    }
  }
  const added = { ours: alone, theirs: [...newByName.values()] };
  const twins = shape.kind === 'sidecar' ? findTwins(ours.records, theirs.records, added) : new Map<number, number>();
  const twinned = new Set(twins.values());
  for (const index of added.ours) matches.push({ base: null, ours: index, theirs: twins.get(index) ?? null });
  for (const index of added.theirs) if (!twinned.has(index)) matches.push({ base: null, ours: null, theirs: index });
  return matches;
}

/** Matches records of the base that had no id with records that have one now. Answers what is left over. */
function matchCompleted(
  rest: number[],
  side: 'ours' | 'theirs',
  records: readonly MergeFields[],
  base: readonly MergeFields[],
  matches: readonly Match[],
  { identity }: Shape,
): number[] {
  const taken = new Set<number>();
  const open = matches.filter((match) => match[side] === null && match.base !== null);
  for (const match of open) {
    const old = base[match.base ?? 0];
    if (!old || textIn(old, 'id') !== null) continue;
    const said = identity.filter((key) => !isNothing(old.get(key)));
    const fitting = rest.filter((index) => {
      const record = records[index];
      return record && textIn(record, 'id') !== null && said.every((key) => same(record.get(key), old.get(key)));
    });
    const [only] = fitting;
    if (only === undefined || fitting.length > 1 || taken.has(only)) continue;
    match[side] = only;
    taken.add(only);
  }
  return taken.size === 0 ? rest : rest.filter((index) => !taken.has(index));
}

/** What a record is known by. */
function nameOf(record: MergeFields | undefined, { identity }: Shape): string | null {
  if (!record) return null;
  const id = textIn(record, 'id');
  if (id !== null) return `id ${id}`;
  const texts = identity.map((key) => textIn(record, key));
  return texts.every((text) => text === null) ? null : JSON.stringify(texts);
}
