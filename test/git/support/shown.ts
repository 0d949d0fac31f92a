import assert from 'node:assert/strict';
import { writeInline } from '../../../src/core/yaml/scalars';
import { readSide } from '../../../src/core/merge/read-side';
import { isList, isMap, type MergeFields, type MergeFile, type Value } from '../../../src/core/merge/model';
import type { Fork } from '../../support/forks';

/** Whether a file holds git's markers. */
export function isConflicted(text: string): boolean {
  return /^<{7,} /m.test(text);
}

/**
 * Every record of both sides is in the file, or in a shown conflict; unless a side took it out that the other had not touched. What a
 * side wrote into a record is there too.
 */
export function assertAllShown(text: string, { base, ours, theirs, shape }: Fork): void {
  if (!isConflicted(text)) assert.ok(readSide(text, shape).ok, text);
  const folded = text.replace(/[ \t]+/g, ' ');
  for (const [side, other] of [
    [ours, theirs],
    [theirs, ours],
  ] as const) {
    for (const record of side.records) {
      const old = like(base, record);
      if (old && said(old) === said(record)) {
        if (!like(other, record)) continue;
      } else {
        for (const [key, value] of record) {
          if (['id', 'by', 'on'].includes(key) || said(value) === said(old?.get(key))) continue;
          // What the other side took out of a list or a map is out, though this side changed something else of it.
          const against = like(other, record);
          const theirs = against && textsOf(against.get(key) ?? null);
          const before = textsOf(old?.get(key) ?? null);
          for (const part of textsOf(value)) {
            if (theirs && before.includes(part) && !theirs.includes(part)) continue;
            assert.ok(folded.includes(part), `${key} “${part}” is lost in\n${text}`);
          }
        }
      }
      const name = record.get('id') ?? record.get('quote');
      // What both made alike is there under one of the two ids.
      const twins = other.records.filter((twin) => record.has('quote') && twin.get('quote') === record.get('quote'));
      const names = [name, ...twins.map((twin) => twin.get('id'))].filter((each) => typeof each === 'string');
      assert.ok(
        names.some((each) => folded.includes(each)),
        `the record ${names.join(' or ')} is lost in\n${text}`,
      );
    }
  }
}

/** The record of a file that is the same one: by its id; where one of the two has none yet, by what it quotes. */
function like(file: MergeFile, record: MergeFields): MergeFields | undefined {
  const id = record.get('id');
  const byId = id === undefined ? undefined : file.records.find((other) => other.get('id') === id);
  if (byId || !record.has('quote')) return byId;
  return file.records.find((other) => {
    return other.get('quote') === record.get('quote') && (id === undefined || !other.has('id'));
  });
}

function said(value: Value | undefined): string {
  return isMap(value)
    ? JSON.stringify([...value].map(([key, part]) => [key, said(part)]))
    : JSON.stringify(value ?? null);
}

/** What of a value has to be found in the text. */
function textsOf(value: Value): string[] {
  if (typeof value === 'string') return [(value.includes('\n') ? value : bare(value)).split('\n')[0] ?? ''];
  if (isList(value)) return value.flatMap(textsOf);
  return isMap(value) ? [...value].flatMap(([key, part]) => [key, ...textsOf(part)]) : [];
}

/** However it is quoted. */
function bare(value: string): string {
  return writeInline(value).replace(/^"|"$/g, '');
}
