import type { Refused } from '../result';
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

/** Refuses a file whose records cannot be told apart. */
export function refuseAlike(file: MergeFile, shape: Shape): Refused | null {
  const seen = new Set<string>();
  for (const record of file.records) {
    const id = record.get('id');
    if (!isNothing(id) && typeof id !== 'string') return refuse('A record has an id that is no text.');
    const key = nameOf(record, shape);
    if (key === null) return refuse('A record has neither an id nor anything else to be known by.');
    if (!seen.has(key)) seen.add(key);
    else if (typeof id === 'string') return refuse(`The id ${quoted(id)} is there twice.`);
    else return refuse('Two records without an id cannot be told apart.');
  }
  return null;
}

function refuse(why: string): Refused {
  return { ok: false, why };
}

/**
 * Matches the records of the three sides: by id, and without one by `Shape.identity`. A record that was written by hand still matches when
 * the tool has given it an id. Records that two people added with the same statement become one.
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
  // New records of both sides with the same name are one.
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

/** Matches records of the base without an id with records of a side that have one now. Returns the indexes that are left over. */
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

/** The id of a record, else the fields of its identity; null where it has neither. */
function nameOf(record: MergeFields | undefined, { identity }: Shape): string | null {
  if (!record) return null;
  const id = textIn(record, 'id');
  if (id !== null) return `id ${id}`;
  const texts = identity.map((key) => textIn(record, key));
  return texts.every((text) => text === null) ? null : JSON.stringify(texts);
}
