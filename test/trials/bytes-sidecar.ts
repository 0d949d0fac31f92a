import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { ANNOTATION_FIELDS, type Annotation } from '../../src/core/sidecar/annotation';
import { readSidecar, type Sidecar } from '../../src/core/sidecar/read-sidecar';
import {
  addAnnotations,
  changeAnnotations,
  removeAnnotations,
  type NewAnnotation,
} from '../../src/core/sidecar/write-sidecar';
import type { Written } from '../../src/core/yaml/apply';
import type { FileRecord } from '../../src/core/yaml/record-file';
import { anyChange, newAnnotation } from '../support/operations';
import { blockSidecar } from '../support/sidecars';
import { behindKey, betweenLines, independent, linesOfRecord, unknownFields } from '../support/untouched';
import type { Span } from '../../src/core/text/span';

/** What came of an operation on a file. */
export interface Outcome {
  readonly written: Written;
  /** The stretches of the file's text that the operation was to change. */
  readonly touched: readonly Span[];
  /** Whether a text says what was wanted, and of all else what the file said. */
  readonly holds: (text: string) => boolean;
}

/** An operation on annotations, one or several. Places count around, as nobody knows how many records there are. */
type Operation =
  | { readonly kind: 'add'; readonly all: readonly (readonly [number, Annotation])[] }
  | { readonly kind: 'change'; readonly all: readonly (readonly [number, Partial<Annotation>])[] }
  | { readonly kind: 'remove'; readonly all: readonly number[] };

const sized = { minLength: 1, maxLength: 3, size: 'medium' } as const;
export const sidecarOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), all: fc.array(fc.tuple(fc.nat(5), newAnnotation), sized) }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      all: fc.array(fc.tuple(fc.nat(5), anyChange), sized),
    }),
  },
  fc.record({ kind: fc.constant('remove' as const), all: fc.array(fc.nat(5), sized) }),
);

/** Sidecars in block style of any layout. */
export const anySidecar = blockSidecar.map(({ text }) => text);

/** Sidecars with something in flow style, which is rewritten in block style, or refused where that would lose something. */
export const flowSidecar = fc.constantFrom(
  'postgloss: 1\nannotations: [{quote: a}, {quote: b, tags: [x]}, {quote: c}] # all\n',
  'postgloss: 1\nannotations: [\n  {quote: a}, # why\n  {quote: b}]\ntail: x\n',
  'postgloss: 1\nannotations:\n  - {quote: a}\n  - {quote: b, odd: {c: [d]}} # one\n  - quote: c\n',
  '{postgloss: 1, annotations: [{quote: a}]}\n',
);

/** Does it; null where the file cannot be written at all, or has nothing to do it to. */
export function doToSidecar(text: string, operation: Operation): Outcome | null {
  const sidecar = readSidecar(text);
  const { annotations, contents, file } = sidecar;
  if (!sidecar.writable) return null;
  if (operation.kind === 'add') return add(sidecar, operation.all);
  if (annotations.length === 0) return null;
  const at = (place: number) => place % annotations.length;

  const changes = new Map<number, Partial<Annotation>>();
  if (operation.kind === 'change') {
    for (const [place, change] of operation.all) changes.set(at(place), { ...changes.get(at(place)), ...change });
  }
  const gone = new Set(operation.kind === 'remove' ? operation.all.map(at) : []);
  const named = <T>(map: (index: number) => T) =>
    operation.all.map((one) => map(at(typeof one === 'number' ? one : one[0])));
  const stored = named((index) => annotations[index]).filter((annotation) => annotation !== undefined);
  const written =
    operation.kind === 'change'
      ? changeAnnotations(
          sidecar,
          stored.map((one, i) => ({ stored: one, change: operation.all[i]?.[1] ?? {} })),
        )
      : removeAnnotations(sidecar, stored);
  const touchedRecords = [...changes.keys(), ...gone].flatMap((index) => recordOf(sidecar, index));
  const wanted = contents.map((content, i) => ({ ...content, ...changes.get(i) })).filter((_, i) => !gone.has(i));
  const before = independent(text, 'annotations');
  const touchedIndexes = new Set(touchedRecords.map(({ index }) => index));
  return {
    written,
    touched: [
      ...touchedRecords.map((record) => linesOfRecord(file, record)),
      ...(gone.size === annotations.length || file.list?.flow ? behindKey(file) : []),
      // A list in flow style becomes lines behind its comment.
      ...(file.list?.flow ? betweenLines(text) : []),
    ],
    holds: (after) => {
      const now = independent(after, 'annotations');
      const kept = before.records.flatMap((record, i) =>
        gone.size > 0 && touchedIndexes.has(i) ? [] : [{ record, i }],
      );
      return (
        reads(after, wanted) &&
        isDeepStrictEqual(now.rest, before.rest) &&
        now.records.length === kept.length &&
        kept.every(({ record, i }, k) =>
          touchedIndexes.has(i)
            ? isDeepStrictEqual(others(now.records[k]), others(record))
            : isDeepStrictEqual(now.records[k], record),
        )
      );
    },
  };
}

function add(sidecar: Sidecar, all: readonly (readonly [number, Annotation])[]): Outcome {
  const { contents, file } = sidecar;
  const additions: NewAnnotation[] = all
    .map(([place, annotation]) => ({ annotation, index: place % (contents.length + 1) }))
    .sort((a, b) => a.index - b.index);
  const wanted: Annotation[] = [...contents];
  for (const { annotation, index } of additions.toReversed()) wanted.splice(index, 0, annotation);
  const before = independent(file.text, 'annotations');
  return {
    written: addAnnotations(sidecar, additions),
    touched: [...betweenLines(file.text), ...behindKey(file)],
    holds: (after) => {
      const now = independent(after, 'annotations');
      let kept = 0;
      for (const record of now.records) if (isDeepStrictEqual(record, before.records[kept])) kept++;
      return reads(after, wanted) && isDeepStrictEqual(now.rest, before.rest) && kept === before.records.length;
    },
  };
}

const others = (record: ReadonlyMap<unknown, unknown> | undefined) => unknownFields(record, ANNOTATION_FIELDS);

function recordOf({ annotations, file }: Sidecar, index: number): FileRecord[] {
  const start = annotations[index]?.record.start;
  return file.records.filter(({ span }) => span.start === start);
}

function reads(text: string, wanted: readonly Annotation[]): boolean {
  const { annotations, writable } = readSidecar(text);
  return writable && isDeepStrictEqual(annotations.map(fields), wanted.map(fields));
}

/** An annotation's own fields, as a reading gives them: no text is null, and a tag counts once. */
function fields(annotation: Annotation): unknown[] {
  return ANNOTATION_FIELDS.map((field) => {
    const value = annotation[field];
    if (value === '') return null;
    return Array.isArray(value) ? [...new Set<string>(value)].filter((tag) => tag !== '') : value;
  });
}
