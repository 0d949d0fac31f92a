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
      .filter(([, part]) => part !== undefined)
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

/** Nothing may be lost, doubled or invented, whichever side a person then chooses. */
export function assertNothingLost(fork: Fork, decisions: MergeDecisions): void {
  const { base, ours, theirs, shape } = fork;
  const [mine, yours] = [outcome(decisions, fork, 'ours'), outcome(decisions, fork, 'theirs')];
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
      const old = byId(base, id);
      const found = byId(result, id);
      if (found) assertKept(record, old, byId(other, id), found, shape);
      else assertGone(record, old ?? byPassage(base, record), other, result);
    }
  }
}

/** Every value of a result comes from a side, but for the names of two people. */
function assertFromSides(record: MergeFields, { ours, theirs, shape }: Fork): void {
  const all = [...ours.records, ...theirs.records];
  for (const [key, value] of record) {
    const kind = shape.parts.get(key);
    const parts = kind && isList(value) ? value : kind && isMap(value) ? [...value.values()] : [value];
    for (const part of parts) {
      const known = all.some((other) => {
        const theirValue = other.get(key);
        const theirParts =
          kind && isList(theirValue) ? theirValue : kind && isMap(theirValue) ? [...theirValue.values()] : [theirValue];
        return theirParts.some((candidate) => said(candidate) === said(part));
      });
      assert.ok(known || key === 'by', `${key} is invented: ${said(part)}`);
    }
  }
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
    if (isList(now) && shape.parts.get(key) === 'set') {
      const before = isList(was) ? was : [];
      for (const item of now)
        if (!before.includes(item)) assert.ok(isList(result) && result.includes(item), `${key} lacks ${said(item)}`);
      for (const item of before)
        if (!now.includes(item)) assert.ok(!isList(result) || !result.includes(item), `${key} still has ${said(item)}`);
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
  const twin = result.records.find((candidate) => {
    return ['post', 'quote', 'before', 'after', 'copy', 'entity', 'not', 'tags'].every(
      (key) => said(candidate.get(key), key) === said(record.get(key), key),
    );
  });
  if (twin) {
    assert.ok(
      record.get('note') === undefined || said(record.get('note')) === said(twin.get('note')),
      'a note is lost',
    );
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
