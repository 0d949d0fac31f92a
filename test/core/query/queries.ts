import fc from 'fast-check';

// Queries by the dozen: right ones from the grammar, and broken ones.

const WORDS = ['harbour', 'al-Hakim', 'Łódź', '船', 'Pilots’', 'none', 'tag', 'or'];
const VALUES = ['claim', 'claim!', 'hakim?', 'coast*', '*', '"a, \\"b\\": c"', '2016-05-04/the-wall', '"2016"'];
const DATES = ['2016', '2016-02-29', '>=2016-05', '<2017', '2015..2017', '2016..', 'none', '*'];
const NAMED = [
  'tag',
  'label',
  'entity',
  'E',
  'with',
  'type',
  'source',
  'author',
  'title',
  'post',
  'file',
  'note',
  'by',
];

const filter = fc.oneof(
  fc
    .tuple(fc.constantFrom(...NAMED), fc.array(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 }))
    .map(([key, values]) => `${key}:${values.join(',')}`),
  fc.constantFrom(...DATES).map((date) => `date:${date}`),
  fc.constantFrom('after:2016', 'before:2017-03', 'is:orphan,untagged', 'has:note', 'no:date'),
);
const text = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...WORDS).map((word) => `${word}*`),
  fc.constantFrom(...WORDS).map((word) => `"the ${word} OR \\"x\\" \\\\"`),
  fc.constantFrom('/wa(?:ll|ves)/', '/^the [a-z]+?\\/x/ms'),
);
const placed = fc.oneof(text, fc.constantFrom('entity:norvik', 'type:person', 'tag:claim', 'with:"Mara Lind"'));
const near = fc.tuple(placed, fc.constantFrom('NEAR', 'NEAR/3'), placed).map((parts) => parts.join(' '));

const { expression } = fc.letrec<{ expression: string; unary: string }>((tie) => ({
  unary: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(filter, text, near),
    fc.tuple(fc.constantFrom('-', 'NOT '), tie('unary')).map((parts) => parts.join('')),
    tie('expression').map((inner) => `(${inner})`),
  ),
  expression: fc
    .array(fc.tuple(fc.constantFrom(' ', ' AND ', ' OR ', '|'), tie('unary')), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([sign, part], i) => (i === 0 ? '' : sign) + part).join('')),
}));

const options = fc.subarray(['in:sentence', 'group:year', 'sort:-date', 'show:passages']);

/** Queries that the grammar allows. */
export const rightQueries = fc
  .tuple(fc.option(expression), options)
  .map(([asked, given]) => [...given, ...(asked === null ? [] : [asked])].join(' '));

const pieces = [
  '(',
  ')',
  '"',
  '/',
  '-',
  ':',
  ',',
  '|',
  '*',
  '..',
  ' ',
  '\\',
  '\u0000',
  '\ud800',
  '\u202e',
  '[',
  '+',
  'NEAR/',
  'OR',
  'tag:',
  'is:',
  'date:',
  'in:',
  'sorce:',
  '(a+)+$',
  '{9,99}',
];

/** Anything at all: pieces of the grammar in any order, and any text. */
export const anyQueries = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...pieces, ...WORDS, ...VALUES), fc.string({ unit: 'binary', maxLength: 4 })))
    .map((parts) => parts.join('')),
  rightQueries.chain((query) => fc.nat(query.length).map((cut) => query.slice(0, cut))),
  fc.string({ unit: 'binary' }),
);
