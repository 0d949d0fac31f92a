import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ANNOTATION_FIELDS, type Annotation } from '../../../src/core/sidecar/annotation';
import { readSidecar, type Sidecar } from '../../../src/core/sidecar/read-sidecar';
import { addAnnotation, changeAnnotation, removeAnnotation } from '../../../src/core/sidecar/write-sidecar';
import { anyChange, operation, type Operation } from '../../support/operations';
import { blockSidecar } from '../../support/sidecars';
import { trials } from '../../support/trials';
import { independent, linesOfRecord, unknownFields } from '../../support/untouched';

// Random operations on random sidecars. After each, the result must read as what was meant; an independent reader must find all else
// unchanged; and the bytes outside the touched record must be the same.

/** An annotation's own fields, as a reading gives them: no text is null, and a tag counts once. */
function fields(annotation: Annotation): unknown[] {
  return ANNOTATION_FIELDS.map((field) => {
    const value = annotation[field];
    if (value === '') return null;
    return Array.isArray(value) ? [...new Set<string>(value)].filter((tag) => tag !== '') : value;
  });
}

function run(sidecar: Sidecar, operation: Operation): string {
  const { annotations, file } = sidecar;
  const { text } = file;
  const before = independent(text, 'annotations');
  const stored = annotations[operation.at % Math.max(1, annotations.length)];
  let written;
  let expected: Annotation[];
  if (operation.kind === 'add') {
    written = addAnnotation(sidecar, operation.annotation, operation.at);
    expected = (annotations as readonly Annotation[]).toSpliced(operation.at, 0, operation.annotation);
  } else if (!stored) {
    return text;
  } else if (operation.kind === 'change') {
    written = changeAnnotation(sidecar, stored, operation.change);
    expected = annotations.map((other) => (other === stored ? { ...other, ...operation.change } : other));
  } else {
    written = removeAnnotation(sidecar, stored);
    expected = annotations.filter((other) => other !== stored);
  }
  assert(written.ok, written.ok ? '' : `${written.why}\n${JSON.stringify(operation)}\n${text}`);

  const again = readSidecar(written.text);
  assert.equal(again.writable, true);
  assert.deepEqual(again.annotations.map(fields), expected.map(fields));
  const after = independent(written.text, 'annotations');
  assert.deepEqual(after.rest, before.rest);
  const index = operation.at % Math.max(1, annotations.length);
  if (operation.kind === 'add') {
    assert.deepEqual(after.records.toSpliced(Math.min(operation.at, annotations.length), 1), before.records);
    assertInserted(sidecar, written.text);
  } else if (stored) {
    const record = file.records.find(({ span }) => span.start === stored.record.start);
    assert(record);
    const { start, end } = linesOfRecord(file, record);
    if (operation.kind === 'change') {
      assert.deepEqual(after.records.toSpliced(index, 1), before.records.toSpliced(index, 1));
      assert.deepEqual(
        unknownFields(after.records[index], ANNOTATION_FIELDS),
        unknownFields(before.records[index], ANNOTATION_FIELDS),
      );
      assert(written.text.startsWith(text.slice(0, start)), 'bytes before the record have changed');
    } else {
      assert.deepEqual(after.records, before.records.toSpliced(index, 1));
      const kept = text.slice(0, start);
      const emptied = kept.replace(
        /(annotations['"]? ?:)((?:[ \t]*#[^\n]*|[ \t]*)\r?\n(?:(?:[ \t]*#[^\n]*|[ \t]*)\r?\n)*)$/,
        '$1 []$2',
      );
      assert(
        written.text.startsWith(annotations.length === 1 ? emptied : kept),
        'bytes before the record have changed',
      );
    }
    assert(written.text.endsWith(text.slice(end)), 'bytes behind the record have changed');
    assert(written.text.length >= start + text.length - end);
  }
  return written.text;
}

/** Nothing but one stretch was put into the text. Only the brackets of an empty list may go. */
function assertInserted(sidecar: Sidecar, after: string): void {
  const { list, text } = sidecar.file;
  const before = list?.flow ? text.slice(0, list.span.start).replace(/[ \t]+$/, '') + text.slice(list.span.end) : text;
  let front = 0;
  while (front < before.length && before[front] === after[front]) front++;
  assert.equal(
    after.slice(after.length - (before.length - front)),
    before.slice(front),
    'an existing line has changed',
  );
}

describe('changing any sidecar in block style', () => {
  it('B6: is never refused, does just what was meant, and leaves every byte outside the record', () => {
    fc.assert(
      fc.property(blockSidecar, fc.array(operation, { minLength: 1, maxLength: 3 }), ({ text, count }, operations) => {
        let sidecar = readSidecar(text);
        assert.equal(sidecar.writable, true, `${JSON.stringify(sidecar.problems)}\n${text}`);
        assert.equal(sidecar.annotations.length, count);
        for (const each of operations) sidecar = readSidecar(run(sidecar, each));
      }),
      trials(400),
    );
  });

  it('gives the same bytes for the same request, and the same text for a change of nothing', () => {
    fc.assert(
      fc.property(blockSidecar, anyChange, ({ text }, change) => {
        const sidecar = readSidecar(text);
        for (const stored of sidecar.annotations) {
          assert.deepEqual(
            changeAnnotation(sidecar, stored, change),
            changeAnnotation(readSidecar(text), stored, change),
          );
          assert.deepEqual(changeAnnotation(sidecar, stored, {}), { ok: true, text });
          const { note, tags: present, by } = stored;
          assert.deepEqual(changeAnnotation(sidecar, stored, { note, tags: present, by }), { ok: true, text });
        }
      }),
      trials(100),
    );
  });
});
