import fc from 'fast-check';
import { blockMap, text, textOrNothing, texts, unknownField, type Value } from './block-values';

// Sidecars, registries and codebooks as people and other tools could have written them: in block style, of every indentation, quoting
// and commenting.

/** A file and how many records it has. */
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

type Field = readonly [string, Value];

/** What the records of a kind of file hold. */
interface Kind {
  readonly listKey: string;
  /** A field without which there is no record. Records of the other kinds need their id. */
  readonly needed: string | null;
  readonly field: fc.Arbitrary<Field>;
}

const SIDECAR: Kind = {
  listKey: 'annotations',
  needed: 'quote',
  field: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(
        fc.constantFrom('post', 'before', 'after', 'copy', 'orphan', 'entity', 'not', 'scope', 'note', 'by', 'on'),
        textOrNothing,
      ),
    },
    { weight: 3, arbitrary: fc.tuple(fc.constant('tags'), texts) },
    { weight: 2, arbitrary: unknownField },
  ),
};

const REGISTRY: Kind = {
  listKey: 'entities',
  needed: null,
  field: fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom('name', 'type', 'description'), textOrNothing) },
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom('aliases', 'not'), texts) },
    { weight: 2, arbitrary: fc.tuple(fc.constant('links'), blockMap) },
    { weight: 1, arbitrary: unknownField },
  ),
};

const CODEBOOK: Kind = {
  listKey: 'tags',
  needed: null,
  field: fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom('color', 'description'), textOrNothing) },
    { weight: 1, arbitrary: unknownField },
  ),
};

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
  readonly fields: readonly Field[];
  readonly gaps: readonly Gap[];
  readonly ownLine: boolean;
}

const recordShape = ({ needed, field }: Kind): fc.Arbitrary<RecordShape> =>
  fc
    .record({
      value: text,
      id: fc.boolean(),
      others: fc.uniqueArray(field, { selector: ([key]) => key, maxLength: 5 }),
      neededAt: fc.nat(5),
      gaps: fc.array(gap, { minLength: 8, maxLength: 8 }),
      ownLine: fc.constantFrom(false, false, false, true),
    })
    .map(({ value, id, others, neededAt, gaps, ownLine }) => {
      const fields: Field[] = [...others];
      if (needed === null) fields.splice(neededAt, 0, ID);
      else fields.splice(neededAt, 0, [needed, value]);
      return { fields: needed !== null && id ? [ID, ...fields] : fields, gaps, ownLine };
    });

/** The number of the record is put in later. */
const ID: Field = ['id', () => [' ID']];

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

const blockFile = (kind: Kind): fc.Arbitrary<Written> =>
  fc
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
      list: fc.constantFrom('KEY:', 'KEY: # all', "'KEY' :"),
      none: fc.constantFrom('KEY:', 'KEY: []', 'KEY: [ ] # none', 'KEY: # none', ''),
      records: fc.array(recordShape(kind), { maxLength: 4 }),
      tail: fc.constantFrom(...TAILS),
    })
    .map(({ layout, above, head, between, list, none, records, tail }) => {
      const key = (line: string) => line.replace('KEY', kind.listKey);
      const lines = [
        ...above,
        head,
        ...between,
        ...(records.length > 0 ? [key(list)] : none === '' ? [] : [key(none)]),
        ...records.flatMap((shape, i) => recordLines(shape, i, layout)),
        ...tail,
      ];
      const text = lines.join(layout.eol) + (layout.finalEnd ? layout.eol : '');
      return { text: (layout.bom ? '\ufeff' : '') + text, count: records.length };
    });

/** A sidecar in block style; every one of them can be read and written. */
export const blockSidecar = blockFile(SIDECAR);

/** A registry in block style, and a codebook. */
export const blockRegistry = blockFile(REGISTRY);
export const blockCodebook = blockFile(CODEBOOK);
