import fc from 'fast-check';
import { BLANK, type Annotation } from '../../src/core/sidecar/annotation';
import { parseCopy } from '../../src/core/sidecar/copy';

// What may be done to a sidecar: additions, changes and removals of any kind.

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
const someWord = fc.oneof(
  someText.filter((text) => text !== ''),
  fc.constantFrom('distinct', '0/0', '1/1', '2/3', '3/2'),
);
const unknown = someText.filter((text) => !['', 'kept', 'post'].includes(text)).map((text) => ({ unknown: text }));
const tags = fc.array(fc.constantFrom('claim', 'a b', 'no', 'it’s', 'new', 'other/kind', '-'), { maxLength: 4 });

/** A change of some of an annotation's fields. */
export const anyChange: fc.Arbitrary<Partial<Annotation>> = fc.record(
  {
    post: maybe,
    before: maybe,
    after: maybe,
    copy: fc.option(someWord.map(parseCopy)),
    orphan: fc.option(fc.oneof(fc.constant('kept' as const), unknown)),
    scope: fc.option(fc.oneof(fc.constant('post' as const), unknown)),
    quote: someText.map((text) => (text === '' ? 'q' : text)),
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

export const newAnnotation: fc.Arbitrary<Annotation> = fc
  .tuple(anyChange, someText)
  .map(([fields, quote]) => ({ ...BLANK, ...fields, quote: quote === '' ? 'q' : quote }));

export type Operation =
  | { readonly kind: 'add'; readonly at: number; readonly annotation: Annotation }
  | { readonly kind: 'change'; readonly at: number; readonly change: Partial<Annotation> }
  | { readonly kind: 'remove'; readonly at: number };

export const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), at: fc.nat(5), annotation: newAnnotation }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('change' as const), at: fc.nat(5), change: anyChange }) },
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(5) }),
);
