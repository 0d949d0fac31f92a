import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { ANNOTATION_FIELDS, BLANK, type Annotation, type StoredAnnotation } from '../../../src/core/sidecar/annotation';
import { readSidecar, type Sidecar } from '../../../src/core/sidecar/read-sidecar';
import { addAnnotation, changeAnnotation, removeAnnotation } from '../../../src/core/sidecar/write-sidecar';
import { blockSidecar } from '../../support/sidecars';
import { trials } from '../../support/trials';

// Random operations on random sidecars. After each, the result must read as what was meant; an independent reader must find all else
// unchanged; and the bytes outside the touched record must be the same.

const someText = fc.oneof(
  fc.constantFrom(
    'plain',
    'no',
    'a: b',
    '1e3',
    ' padded ',
    'x\ny',
    'x\n\n# y\n',
    '“q”',
    'é',
    '\t',
    'a\r\nb',
    '😀',
    '<<<<<<< x',
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);
const maybe = fc.option(someText);
const tags = fc.array(fc.constantFrom('claim', 'a b', 'no', 'it’s', 'new', 'other/kind', '-'), { maxLength: 4 });
const anyChange: fc.Arbitrary<Partial<Annotation>> = fc.record(
  {
    post: maybe,
    before: maybe,
    after: maybe,
    copy: maybe,
    tags,
    entity: maybe,
    not: maybe,
    note: maybe,
    by: maybe,
    on: maybe,
    id: maybe,
  },
  { requiredKeys: [] },
);
const newAnnotation: fc.Arbitrary<Annotation> = fc
  .tuple(anyChange, someText)
  .map(([fields, quote]) => ({ ...BLANK, ...fields, quote: quote === '' ? 'q' : quote }));

type Operation =
  | { readonly kind: 'add'; readonly at: number; readonly annotation: Annotation }
  | { readonly kind: 'change'; readonly at: number; readonly change: Partial<Annotation> }
  | { readonly kind: 'remove'; readonly at: number };
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), at: fc.nat(5), annotation: newAnnotation }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('change' as const), at: fc.nat(5), change: anyChange }) },
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(5) }),
);

/** An annotation's own fields, as a reading gives them: no text is null, and a tag counts once. */
function fields(annotation: Annotation): unknown[] {
  return ANNOTATION_FIELDS.map((field) => {
    const value = annotation[field];
    if (value === '') return null;
    return typeof value === 'string' || value === null ? value : [...new Set(value)].filter((tag) => tag !== '');
  });
}

/** What an independent reader sees: the fields of the file but the list, and each record as a map. */
function independent(text: string): { rest: [unknown, unknown][]; records: Map<unknown, unknown>[] } {
  const root = parse(text, { schema: 'failsafe', mapAsMap: true, uniqueKeys: false, logLevel: 'error' }) as Map<
    unknown,
    unknown
  >;
  const list = root.get('annotations');
  return {
    rest: [...root].filter(([key]) => key !== 'annotations'),
    records: Array.isArray(list) ? (list as Map<unknown, unknown>[]) : [],
  };
}

const KNOWN: readonly unknown[] = ANNOTATION_FIELDS;
const unknownFields = (record: Map<unknown, unknown> | undefined) =>
  [...(record ?? [])].filter(([key]) => !KNOWN.includes(key));

/**
 * The lines of a record: from the start of its dash's line, to the first line behind its content that is neither blank nor a comment
 * deeper than the dash. All else is outside.
 */
function linesOfRecord(sidecar: Sidecar, stored: StoredAnnotation): { start: number; end: number } {
  const { list, records, text } = sidecar.file;
  const record = records.find(({ span }) => span.start === stored.record.start);
  const dash = list?.dashes[record?.index ?? -1] ?? assert.fail('The record has no dash.');
  const start = text.lastIndexOf('\n', dash) + 1;
  let end = stored.record.end;
  if (text[end - 1] !== '\n') end = !text.includes('\n', end) ? text.length : text.indexOf('\n', end) + 1;
  for (const line of text.slice(end).match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (line.trim() !== '' && !(/^\s*#/.test(line) && line.indexOf('#') > dash - start)) break;
    end += line.length;
  }
  return { start, end };
}

function run(sidecar: Sidecar, operation: Operation): string {
  const { annotations, file } = sidecar;
  const { text } = file;
  const before = independent(text);
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
  const after = independent(written.text);
  assert.deepEqual(after.rest, before.rest);
  const index = operation.at % Math.max(1, annotations.length);
  if (operation.kind === 'add') {
    assert.deepEqual(after.records.toSpliced(Math.min(operation.at, annotations.length), 1), before.records);
    assertInserted(sidecar, written.text);
  } else if (stored) {
    const { start, end } = linesOfRecord(sidecar, stored);
    if (operation.kind === 'change') {
      assert.deepEqual(after.records.toSpliced(index, 1), before.records.toSpliced(index, 1));
      assert.deepEqual(unknownFields(after.records[index]), unknownFields(before.records[index]));
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
  it('is never refused, does just what was meant, and leaves every byte outside the record', () => {
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
