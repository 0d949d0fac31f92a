import fc from 'fast-check';

// The values of fields, as people and other tools could have written them in block style.

/** A text and the ways to write it as a field's value; the indentation of the field's key is known only later. */
export type Value = (indent: number) => string[];

const WORDS = [
  'claim',
  'a b',
  'no',
  '1e3',
  'it’s',
  'x: y',
  'a #b',
  '“q”',
  'é',
  '2026-11-22',
  '-',
  'two  spaces',
  '漢字',
  '😀',
];

const quotedText = fc.constantFrom(...WORDS).map((text) => JSON.stringify(text));
const singleText = fc.constantFrom(...WORDS).map((text) => `'${text.replaceAll("'", "''")}'`);
const bareText = fc.constantFrom('claim', 'a b', 'no', '1e3', 'it’s', 'é', '2026-11-22', '漢字', 'two  spaces', '~');
const inline = fc.oneof(quotedText, singleText, bareText);
const behind = fc.constantFrom('', '', '', '  ', ' # why', ' #', '\t# tab');

const block: fc.Arbitrary<Value> = fc
  .record({
    header: fc.constantFrom('|', '|-', '>', '>-'),
    comment: fc.constantFrom('', ' # c'),
    lines: fc.array(fc.constantFrom('one', '# no comment', 'two: x', '- three', '', '  deeper', '"'), { maxLength: 3 }),
    deeper: fc.constantFrom(1, 2, 4),
    blank: fc.constantFrom(0, 0, 1),
  })
  .map(({ header, comment, lines, deeper, blank }) => (indent) => [
    ` ${header}${comment}`,
    ...['start', ...lines].map((text) => (text === '' ? '' : ' '.repeat(indent + deeper) + text)),
    ...Array<string>(blank).fill(''),
  ]);
const onOneLine: fc.Arbitrary<Value> = fc.tuple(inline, behind).map(([text, tail]) => () => [` ${text}${tail}`]);
const wrapped: fc.Arbitrary<Value> = fc
  .tuple(bareText, behind)
  .map(([text, tail]) => (indent) => [` start`, `${' '.repeat(indent + 1)}${text}${tail}`]);
const onNextLine: fc.Arbitrary<Value> = fc
  .tuple(inline, behind)
  .map(([text, tail]) => (indent) => ['', `${' '.repeat(indent + 2)}${text}${tail}`]);
export const text: fc.Arbitrary<Value> = fc.oneof(
  { weight: 5, arbitrary: onOneLine },
  { weight: 2, arbitrary: block },
  wrapped,
  onNextLine,
);

const items = fc.array(fc.tuple(fc.constantFrom(...WORDS), behind), { maxLength: 3 });
const blockList: fc.Arbitrary<Value> = fc
  .record({
    items,
    deeper: fc.constantFrom(0, 2, 4),
    comments: fc.array(fc.constantFrom('', 'same', 'deep', 'blank'), { maxLength: 4 }),
  })
  .map(({ items: list, deeper, comments }) => (indent) => {
    const space = ' '.repeat(indent + deeper);
    return [
      list.length === 0 ? ' []' : '',
      ...list.flatMap(([item, tail], i) => [
        ...(comments[i] === 'same'
          ? [`${space}# same`]
          : comments[i] === 'deep'
            ? [`${space}    # deep`]
            : comments[i] === 'blank'
              ? ['']
              : []),
        `${space}- ${JSON.stringify(item)}${tail}`,
      ]),
    ];
  });
const flowList: fc.Arbitrary<Value> = fc.tuple(items, behind, fc.boolean()).map(([list, tail, broken]) => (indent) => {
  const texts = list.map(([item]) => JSON.stringify(item));
  if (!broken || texts.length < 2) return [` [${texts.join(', ')}]${tail}`];
  return [` [${texts[0] ?? ''},`, `${' '.repeat(indent + 2)}${texts.slice(1).join(', ')} ]${tail}`];
});
const nothing: fc.Arbitrary<Value> = behind.map((tail) => () => [tail]);
const unknown: fc.Arbitrary<Value> = fc.oneof(
  text,
  fc.constant<Value>((indent) => [' {by: jo, why: [x, "y"]}', `${' '.repeat(indent)}# same`]),
  fc.constant<Value>((indent) => [
    '',
    ...['by: jo', 'why:', '  - x', '  - y: |-', '      z', 'none:'].map((line) => ' '.repeat(indent + 2) + line),
  ]),
  fc.constant<Value>((indent) => ['', `${' '.repeat(indent)}- - nested`, `${' '.repeat(indent)}  - list`]),
);

export const blockMap: fc.Arbitrary<Value> = fc
  .tuple(fc.uniqueArray(fc.constantFrom('wikidata', 'web', '"odd: key"', 'a'), { minLength: 1 }), inline, behind)
  .map(([keys, value, tail]) => (indent) => [
    '',
    ...keys.map((key) => `${' '.repeat(indent + 2)}${key}: ${value}${tail}`),
  ]);
export const textOrNothing = fc.oneof({ weight: 6, arbitrary: text }, nothing);
export const texts = fc.oneof(blockList, blockList, flowList, text, nothing);
export const unknownField = fc.tuple(fc.constantFrom('reviewed', '"odd key"', 'toString', '__proto__'), unknown);
