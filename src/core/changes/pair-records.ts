import { NOTHING } from '../merge/decide';
import { matchRecords } from '../merge/match-records';
import { textIn, type MergeFile } from '../merge/model';
import type { Shape } from '../merge/shape';

/** The indexes of one record in two states; null where the record is missing. */
export interface RecordPair {
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Pairs the records of two states of a file as a merge does: by id, or without an id by their identifying fields. A hand-written record is
 * paired with its later form that has an id. Of the records that are left, those with equal content for one passage are paired too: where
 * two people made the same annotation, a merge keeps one of the two ids.
 */
export function pairRecords(before: MergeFile, after: MergeFile, shape: Shape): RecordPair[] {
  const all = (file: MergeFile) => file.records.map((_, index) => index);
  const pairs = inRounds(before, all(before), after, all(after), shape, (old, now) => {
    return matchRecords({ base: old, ours: now, theirs: NOTHING }, shape).map(({ base, ours }) => [base, ours]);
  });
  const gone = pairs.flatMap((pair) => (pair.after === null && pair.before !== null ? [pair.before] : []));
  const made = pairs.flatMap((pair) => (pair.before === null && pair.after !== null ? [pair.after] : []));
  const twins = inRounds(before, gone, after, made, shape, (old, now) => {
    return matchRecords({ base: NOTHING, ours: old, theirs: now }, shape).map(({ ours, theirs }) => [ours, theirs]);
  });
  return inOrder([...pairs.filter((pair) => pair.before !== null && pair.after !== null), ...twins]);
}

type Indexes = readonly [before: number | null, after: number | null];

/**
 * Pairs files in which several records have one name, which a merge refuses: the first records of each name with one another, then the
 * second ones, and so on.
 */
function inRounds(
  before: MergeFile,
  gone: readonly number[],
  after: MergeFile,
  made: readonly number[],
  shape: Shape,
  match: (before: MergeFile, after: MergeFile) => Indexes[],
): RecordPair[] {
  const [old, now] = [rounds(before, gone, shape), rounds(after, made, shape)];
  return Array.from({ length: Math.max(old.length, now.length) }, (_, i) => {
    const [was, is] = [old[i] ?? [], now[i] ?? []];
    const found = match(take(before, was), take(after, is));
    return found.map(([one, other]) => ({ before: indexIn(was, one), after: indexIn(is, other) }));
  }).flat();
}

function rounds({ records }: MergeFile, indexes: readonly number[], { identity }: Shape): number[][] {
  const counts = new Map<string, number>();
  const found: number[][] = [];
  for (const index of indexes) {
    const record = records[index];
    if (!record) continue;
    const name = textIn(record, 'id') ?? JSON.stringify(identity.map((key) => textIn(record, key)));
    const round = counts.get(name) ?? 0;
    counts.set(name, round + 1);
    (found[round] ??= []).push(index);
  }
  return found;
}

function take({ records }: MergeFile, indexes: readonly number[]): MergeFile {
  return { top: new Map(), records: indexes.flatMap((index) => records[index] ?? []) };
}

function indexIn(indexes: readonly number[], index: number | null): number | null {
  return index === null ? null : (indexes[index] ?? null);
}

/** Sorts pairs by the later state. A removed record stands behind the record that preceded it. */
function inOrder(pairs: readonly RecordPair[]): RecordPair[] {
  const nowOf = new Map(pairs.map(({ before, after }) => [before, after]));
  const last = Math.max(-1, ...pairs.map(({ before }) => before ?? -1));
  const behind: number[] = [];
  let place = -1;
  for (let index = 0; index <= last; index++) {
    place = nowOf.get(index) ?? place;
    behind[index] = place;
  }
  const placeOf = ({ before, after }: RecordPair) => after ?? (behind[before ?? 0] ?? -1) + 0.5;
  return [...pairs].sort((a, b) => placeOf(a) - placeOf(b) || (a.before ?? -1) - (b.before ?? -1));
}
