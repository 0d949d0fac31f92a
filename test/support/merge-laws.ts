import assert from 'node:assert/strict';
import { decideMerge } from '../../src/core/merge/decide';
import { chosenFields, chosenRecord, type MergeDecisions, type Side } from '../../src/core/merge/decision';
import { isList, isMap, type MergeFields, type MergeFile, type Value } from '../../src/core/merge/model';
import type { Shape } from '../../src/core/merge/shape';
import type { Fork } from './forks';

// What must hold for a merge, said without a look at how it is made.

/** The file that decisions come to if one side is chosen in every conflict. */
export function outcome(decisions: MergeDecisions, { ours, theirs }: Fork, side: Side): MergeFile {
  const records = decisions.records.flatMap(
    (decision) => chosenRecord(decision, { ours: ours.records, theirs: theirs.records }, side) ?? [],
  );
  return { top: chosenFields(decisions.top, side), records };
}

/** What a value says, as text: the order of sets and of keys left aside. */
export function said(value: Value | undefined, key = ''): string {
  if (isMap(value))
    return `{${[...value]
      .map(([name, part]) => `${JSON.stringify(name)}:${said(part, name)}`)
      .sort()
      .join()}}`;
  if (!isList(value)) return JSON.stringify(value ?? null);
  const parts = value.map((part) => said(part));
  return `[${(key === 'tags' || key === 'aliases' || key === 'archives' ? parts.sort() : parts).join()}]`;
}

export function saidByFile({ top, records }: MergeFile): { top: string; records: string[] } {
  return { top: said(top), records: records.map((record) => said(record)) };
}

/** The decisions about a fork; null where they are refused. */
export function decide({ base, ours, theirs, shape }: Fork): MergeDecisions | null {
  const decided = decideMerge(base, ours, theirs, shape);
  return decided.ok ? decided.decisions : null;
}

/** The files that decisions come to, with our side chosen in every conflict, and with theirs. */
export function outcomes(decisions: MergeDecisions, fork: Fork): readonly [MergeFile, MergeFile] {
  return [outcome(decisions, fork, 'ours'), outcome(decisions, fork, 'theirs')];
}

/**
 * Nothing may be lost, doubled or invented, whichever side a person then chooses: what a side changed is in the result that takes this
 * side. Where nobody is asked, the two results are one.
 */
export function assertNothingLost(fork: Fork, [mine, yours]: readonly [MergeFile, MergeFile]): void {
  const { base, ours, theirs, shape } = fork;
  for (const result of [mine, yours]) {
    const ids = result.records.map((record) => record.get('id')).filter((id) => id !== undefined);
    assert.equal(new Set(ids).size, ids.length, 'an id is there twice');
    for (const record of result.records) assertFromSides(record, fork);
  }
  for (const [side, other, result] of [
    [ours, theirs, mine],
    [theirs, ours, yours],
  ] as const) {
    for (const record of side.records) {
      const id = record.get('id');
      if (id === undefined) continue;
      // A record that was written by hand, and has got its id since.
      const old =
        byId(base, id) ?? byPassage({ ...base, records: base.records.filter((other) => !other.has('id')) }, record);
      const found = byId(result, id);
      if (found) assertKept(record, old, byId(other, id), found, shape);
      else assertGone(record, old, other, result);
    }
  }
}

/** Every value of a record comes from the same record of a side, but for the names of two people. */
function assertFromSides(record: MergeFields, { ours, theirs, shape }: Fork): void {
  const same = (other: MergeFields) =>
    other.get('id') === record.get('id') || (record.has('quote') && other.get('quote') === record.get('quote'));
  const all = [...ours.records, ...theirs.records].filter(same);
  for (const [key, value] of record) {
    const inParts = shape.parts.has(key);
    const known = new Set(all.flatMap((other) => partsOf(other.get(key), inParts)));
    for (const part of partsOf(value, inParts))
      assert.ok(known.has(part) || key === 'by', `${key} is invented: ${part}`);
  }
}

function partsOf(value: Value | undefined, inParts: boolean): string[] {
  if (value === undefined) return [];
  if (inParts && isList(value)) return value.map((part) => said(part));
  return inParts && isMap(value) ? [...value].map(([key, part]) => `${key}: ${said(part)}`) : [said(value)];
}

/** What a side changed in a record is in the result that takes this side. */
function assertKept(
  record: MergeFields,
  old: MergeFields | undefined,
  other: MergeFields | undefined,
  found: MergeFields,
  shape: Shape,
): void {
  for (const key of new Set([...record.keys(), ...(old?.keys() ?? [])])) {
    if (key === 'by' || key === 'on' || key === 'id') continue;
    const [now, was, result] = [record.get(key), old?.get(key), found.get(key)];
    if (said(now, key) === said(was, key)) continue;
    if (shape.parts.get(key) === 'set') {
      const [items, before, merged] = [now, was, result].map((list) => new Set(isList(list) ? list : []));
      for (const item of new Set([...(items ?? []), ...(before ?? [])])) {
        const [mine, old, found] = [items, before, merged].map((set) => set?.has(item) === true);
        assert.ok(mine === old || found === mine, `${key} does not follow ${said(item)}`);
      }
    } else if (isMap(now) && shape.parts.get(key) === 'map') {
      const before = isMap(was) ? was : new Map<string, Value>();
      for (const [name, part] of now)
        if (part !== before.get(name)) assert.equal(isMap(result) ? result.get(name) : undefined, part);
    } else if (now !== undefined || other === undefined) {
      // What one side took away and the other changed would be a conflict, and this is the result that takes this side.
      assert.equal(said(result, key), said(now, key), `${key} lost a change`);
    }
  }
}

/** A record of a side that is not in the result was taken out by the other, or stands there as its twin. */
function assertGone(record: MergeFields, old: MergeFields | undefined, other: MergeFile, result: MergeFile): void {
  const twins = result.records.filter((candidate) =>
    ['post', 'quote', 'before', 'after', 'copy', 'entity', 'not', 'tags'].every(
      (key) => said(candidate.get(key), key) === said(record.get(key), key),
    ),
  );
  if (!old && twins.length > 0) {
    const note = record.get('note');
    assert.ok(note === undefined || twins.some((twin) => said(twin.get('note')) === said(note)), 'a note is lost');
    return;
  }
  assert.ok(old, `the new record ${said(record)} is lost`);
  // A record that both completed has got the id of the other side.
  if (old.get('id') === undefined && byPassage(result, old)) return;
  assert.equal(said(old), said(record), 'a changed record is lost');
  assert.ok(!byId(other, record.get('id') ?? null), 'a record is lost that nobody took out');
}

function byId(file: MergeFile, id: Value): MergeFields | undefined {
  return file.records.find((record) => record.get('id') === id);
}

function byPassage(file: MergeFile, record: MergeFields): MergeFields | undefined {
  return file.records.find((other) => other.get('quote') !== undefined && other.get('quote') === record.get('quote'));
}
