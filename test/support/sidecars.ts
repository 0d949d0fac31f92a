import fc from 'fast-check';

// Sidecars as people and other tools could have written them: in block style, of every indentation, quoting and commenting.

/** A sidecar and how many records it has. */
export interface Written {
  readonly text: string;
  readonly count: number;
}

interface Layout {
  readonly dash: number;
  readonly field: number;
  readonly eol: string;
  readonly bom: boolean;
  readonly finalEnd: boolean;
}

/** A text and the ways to write it as a field's value; the indentation of the field's key is known only later. */
type Value = (indent: number) => string[];

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
const text: fc.Arbitrary<Value> = fc.oneof(
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

const field = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constantFrom('post', 'before', 'after', 'copy', 'entity', 'not', 'note', 'by', 'on'),
      fc.oneof({ weight: 6, arbitrary: text }, nothing),
    ),
  },
  { weight: 3, arbitrary: fc.tuple(fc.constant('tags'), fc.oneof(blockList, blockList, flowList, text, nothing)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('reviewed', '"odd key"', 'toString', '__proto__'), unknown) },
);

type Gap = 'none' | 'blank' | 'same' | 'deep' | 'column 0';
const gap = fc.constantFrom<Gap>('none', 'none', 'none', 'none', 'blank', 'same', 'deep', 'column 0');

function gapLines(kind: Gap, column: number): string[] {
  if (kind === 'none') return [];
  if (kind === 'blank') return [''];
  return [
    kind === 'same'
      ? `${' '.repeat(column)}# same column`
      : kind === 'deep'
        ? `${' '.repeat(column + 7)}# deeper`
        : '# at the margin',
  ];
}

interface RecordShape {
  readonly fields: readonly (readonly [string, Value])[];
  readonly gaps: readonly Gap[];
  readonly ownLine: boolean;
}

const recordShape: fc.Arbitrary<RecordShape> = fc
  .record({
    quote: text,
    id: fc.boolean(),
    others: fc.uniqueArray(field, { selector: ([key]) => key, maxLength: 5 }),
    quoteAt: fc.nat(5),
    gaps: fc.array(gap, { minLength: 8, maxLength: 8 }),
    ownLine: fc.constantFrom(false, false, false, true),
  })
  .map(({ quote, id, others, quoteAt, gaps, ownLine }) => {
    const fields: (readonly [string, Value])[] = [...others];
    fields.splice(quoteAt, 0, ['quote', quote] as const);
    return { fields: id ? [['id', () => [' ID']] as const, ...fields] : fields, gaps, ownLine };
  });

function recordLines({ fields, gaps, ownLine }: RecordShape, index: number, { dash, field: inner }: Layout): string[] {
  const column = dash + inner;
  const space = ' '.repeat(column);
  const lines = fields.flatMap(([key, value], i) => {
    const [first = '', ...more] = value(column);
    // A block of text takes deeper comments and blank lines for its own, so that they are no gaps there.
    return [
      ...(i === 0 ? [] : gapLines(gaps[i] ?? 'none', column)),
      `${space}${key}:${first.replace(' ID', ` r${index}`)}`,
      ...more,
    ];
  });
  const start = ' '.repeat(dash);
  if (ownLine) return [...gapLines(gaps[0] ?? 'none', dash), `${start}-`, ...lines];
  const [head = '', ...rest] = lines;
  return [...gapLines(gaps[0] ?? 'none', dash), `${start}-${' '.repeat(inner - 1)}${head.slice(column)}`, ...rest];
}

const HEADS = ['postgloss: 1', '"postgloss": "1" # version'];
const TAILS: readonly (readonly string[])[] = [
  [],
  [],
  [],
  ['# the end'],
  ['', ''],
  ['tool:', '  nested:', '    - deep: 1'],
  ['# more', 'list: [a, {b: c}]', ''],
  ['text: |', '  kept'],
];

/** A sidecar in block style; every one of them can be read and written. */
export const blockSidecar: fc.Arbitrary<Written> = fc
  .record({
    layout: fc.record({
      dash: fc.constantFrom(0, 2, 4),
      field: fc.constantFrom(2, 2, 2, 4),
      eol: fc.constantFrom('\n', '\n', '\r\n'),
      bom: fc.constantFrom(false, false, true),
      finalEnd: fc.constantFrom(true, true, false),
    }),
    above: fc.constantFrom<readonly string[]>([], [], ['# a file'], ['', '# a file', ''], ['---'], ['other: x']),
    head: fc.constantFrom(...HEADS),
    between: fc.constantFrom<readonly string[]>([], [], ['# of it'], ['']),
    list: fc.constantFrom('annotations:', 'annotations: # all', "'annotations' :"),
    none: fc.constantFrom('annotations:', 'annotations: []', 'annotations: [ ] # none', 'annotations: # none', ''),
    records: fc.array(recordShape, { maxLength: 4 }),
    tail: fc.constantFrom(...TAILS),
  })
  .map(({ layout, above, head, between, list, none, records, tail }) => {
    const lines = [
      ...above,
      head,
      ...between,
      ...(records.length > 0 ? [list] : none === '' ? [] : [none]),
      ...records.flatMap((shape, i) => recordLines(shape, i, layout)),
      ...tail,
    ];
    const text = lines.join(layout.eol) + (layout.finalEnd ? layout.eol : '');
    return { text: (layout.bom ? '\ufeff' : '') + text, count: records.length };
  });
