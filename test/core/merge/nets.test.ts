import assert from 'node:assert/strict';
import { decideMerge } from '../../../src/core/merge/decide';
import { assemble, type Stretch } from '../../../src/core/merge/assemble';
import { mergeTexts, saysWhatWasDecided } from '../../../src/core/merge/merge-texts';
import { cut } from '../../../src/core/merge/pieces';
import { readSide, type SideFile } from '../../../src/core/merge/read-side';
import { SIDECAR_SHAPE } from '../../../src/core/merge/shape';
import { shorten } from '../../../src/core/merge/shorten';
import { readRecords } from '../../../src/core/yaml/read-records';

// The nets under a merge: here it is wrong on purpose, and must be caught.

const file = (...records: readonly string[]) => `postgloss: 1\nannotations:\n${records.join('')}`;
const record = (id: string, ...more: readonly string[]) =>
  `  - id: ${id}\n${more.map((line) => `    ${line}\n`).join('')}`;

function side(text: string): SideFile {
  const read = readSide(text, SIDECAR_SHAPE);
  assert(read.ok, text);
  return read.side;
}

describe('reading a merge back', () => {
  const texts = {
    base: file(record('a', 'quote: ships', 'note: one'), record('b', 'quote: docks', 'tags:', '  - claim')),
    ours: file(record('a', 'quote: ships', 'note: two'), record('b', 'quote: docks', 'tags:', '  - claim', '  - x')),
    theirs: file(
      record('a', 'quote: ships', 'note: three'),
      record('b', 'quote: docks', 'tags:', '  - claim'),
      record('c'),
    ),
  };
  const [base, ours, theirs] = [side(texts.base), side(texts.ours), side(texts.theirs)];
  const decided = decideMerge(base.model, ours.model, theirs.model, SIDECAR_SHAPE);
  assert(decided.ok);
  const { decisions } = decided;
  const pieces = { base: cut(base.file), ours: cut(ours.file), theirs: cut(theirs.file) };
  const right = assemble(decisions, pieces, SIDECAR_SHAPE, '\n');
  const says = (stretches: readonly Stretch[]) => {
    return saysWhatWasDecided(stretches, decisions, { ours, theirs }, SIDECAR_SHAPE);
  };
  /** The stretches with one place of them written wrongly, on both sides of a conflict or on one. */
  const wrong = (from: string, to: string, sides: readonly ('ours' | 'theirs')[] = ['ours', 'theirs']) => {
    let found = 0;
    const replace = (text: string) => {
      if (text.includes(from)) found++;
      return text.replace(from, to);
    };
    const stretches = right.map((stretch): Stretch => {
      if (typeof stretch === 'string') return replace(stretch);
      const { ours, theirs, of } = stretch;
      return {
        ours: sides.includes('ours') ? replace(ours) : ours,
        theirs: sides.includes('theirs') ? replace(theirs) : theirs,
        of,
      };
    });
    assert(found > 0, `“${from}” stands in no stretch`);
    return stretches;
  };

  it('lets through what was decided', () => {
    assert.equal(decisions.conflicts, 1);
    assert(says(right));
    assert(says(wrong('quote: docks', "quote: 'docks' # there")));
  });

  it('refuses another word, a lost or doubled part, a lost or doubled record, and a broken text', () => {
    for (const [from, to] of [
      ['quote: docks', 'quote: dock'],
      ['      - x\n', ''],
      ['      - x\n', '      - x\n      - y\n'],
      ['      - claim\n', ''],
      ['    quote: docks\n', ''],
      ['    quote: docks\n', '    quote: docks\n    by: mara\n'],
      ['  - id: c\n', ''],
      ['  - id: c\n', '  - id: c\n  - id: c\n'],
      ['  - id: c\n', '  - id: c\n  - id: d\n'],
      ['  - id: c\n', '  - id: d\n'],
      ['postgloss: 1', 'postgloss: 2'],
      ['postgloss: 1\n', 'postgloss: 1\ntool: x\n'],
      ['quote: docks', 'quote: "docks'],
    ] as const) {
      assert(!says(wrong(from, to)), `${from} → ${to}`);
    }
  });

  it('refuses a wrong word on either side of a conflict', () => {
    assert(!says(wrong('note: two', 'note: too', ['ours'])));
    assert(!says(wrong('note: three', 'note: tree', ['theirs'])));
    assert(!says(wrong('note: three', 'note: two', ['theirs'])));
  });
});

describe('cutting a file into pieces', () => {
  // The reading refuses most such files already; the cutting must not rely on it.
  const unwritable = (text: string) => {
    const read = () => cut(readRecords(text, 'annotations')).records.map(({ fields }) => fields);
    assert.throws(read, { name: 'RangeError' }, text);
  };

  it('puts every character into exactly one piece', () => {
    const text = `# above\npostgloss: 1 # version\ntool: x\nannotations: # all\n\n  # of a\n${record('a', 'quote: ships', '# in a', 'note: |-', '  two', '  lines')}\n  # of b\n  -   id: b\n      quote: docks\n# behind\nmore:\n  x: y\n# the end\n`;
    const pieces = cut(readRecords(text, 'annotations'));
    const list = [
      pieces.head?.raw,
      ...pieces.records.flatMap(({ lead, prefix, fields, source }) => {
        assert.equal(prefix + fields.map((field) => field.source).join(' '.repeat(fields[0]?.column ?? 0)), source);
        return [lead, source];
      }),
      pieces.foot,
    ].join('');
    const whole = pieces.top.map(({ key, source }) => (key === 'annotations' ? list : source)).join('');
    assert.equal(pieces.preamble + whole, text);
    assert.deepEqual(
      pieces.records.map(({ lead, dash, column }) => [lead, dash, column]),
      [
        ['\n  # of a\n', 2, 4],
        ['\n  # of b\n', 2, 6],
      ],
    );
    assert.equal(pieces.foot, '# behind\n');
  });

  it('finds the end of the list in a file that is indented as a whole', () => {
    for (const behind of ['  more: x\n', '']) {
      const text = `  postgloss: 1\n  annotations:\n    - id: a\n    - id: b\n      note: n\n  # foot\n${behind}`;
      const { records, foot, column, head } = cut(readRecords(text, 'annotations'));
      assert.deepEqual(
        records.map(({ source }) => source),
        ['    - id: a\n', '    - id: b\n      note: n\n'],
      );
      assert.deepEqual([foot, column, head?.raw], ['  # foot\n', 2, 'annotations:\n']);
    }
  });

  it('takes the line of an empty list with and without its brackets', () => {
    for (const [line, bare] of [
      ['annotations: [] # none\n', 'annotations: # none\n'],
      ['annotations: []\n', 'annotations:\n'],
      ['annotations:   [ ]\n', 'annotations:\n'],
      ['annotations:\n', 'annotations:\n'],
    ] as const) {
      const pieces = cut(readRecords(`postgloss: 1\n${line}# foot\n`, 'annotations'));
      assert.deepEqual([pieces.head, pieces.foot, pieces.records], [{ raw: line, bare }, '# foot\n', []]);
    }
  });

  it('refuses layouts that cannot be put together anew', () => {
    unwritable('postgloss: 1\nannotations: [\n]\n');
    unwritable('postgloss: 1\nannotations:\n  - id: a\n    ? quote\n    : ships\n');
    unwritable('postgloss: 1\n? tool\n: x\nannotations:\n  - id: a\n');
    // The first record stands in the line of the list's colon.
    unwritable('? annotations\n: - id: a\n  - id: b\npostgloss: 1\n');
    unwritable('{postgloss: 1, tool: x, annotations: []}\n');
    unwritable('postgloss: 1\nannotations: [{id: a},\n  {id: b}]\n');
  });

  it('leaves such a file to a merge by lines or by a person', () => {
    const base = 'postgloss: 1\nannotations: [\n]\n';
    const merged = mergeTexts({ base, ours: file(record('a')), theirs: file(record('b')) });
    assert.equal(merged.kind, 'doubt');
  });
});

describe('leaving out what no side touched', () => {
  const plain = (i: number) => record(`r${i}`, `quote: passage ${i}`);
  const many = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => plain(from + i));
  const base = file(...many(0, 9));
  const shortenAll = (ours: string, theirs: string, start = base) =>
    shorten({ base: start, ours, theirs }, SIDECAR_SHAPE);
  const edited = (i: number, text = base) => text.replace(`passage ${i}\n`, `passage ${i}\n    note: n\n`);

  it('keeps one stand-in for each run, and puts the run back', () => {
    const short = shortenAll(edited(3), base);
    assert(short);
    const { texts } = short;
    assert.deepEqual(texts.ours.match(/^ {2}- id: .*/gm), [
      '  - id: left-out-by-the-merge-0',
      '  - id: r3',
      '  - id: left-out-by-the-merge-1',
    ]);
    for (const [name, whole] of [
      ['base', base],
      ['ours', edited(3)],
      ['theirs', base],
    ] as const) {
      assert.equal(short.restore(texts[name]), whole);
      assert(short.fits(side(texts[name]).model));
    }
  });

  it('restores nothing where a stand-in is lost, doubled, moved into another column or has got a field', () => {
    const short = shortenAll(edited(3), base);
    assert(short);
    const text = short.texts.ours;
    const stub = '  - id: left-out-by-the-merge-1\n';
    for (const wrong of [
      text.replace(stub, ''),
      text.replace(stub, stub + stub),
      text.replace(stub, stub.slice(1)),
      text.replace(stub, ` ${stub}`),
      text.replace(stub, stub.replace('-1', '-01')),
      text.replace(stub, stub.replace('-1', '-2')),
      text.replace(stub, `${stub}  - id: left-out-by-the-merge-2\n`),
      `${text}# left-out-by-the-merge-0\n`,
    ]) {
      assert.equal(short.restore(wrong), null, wrong);
    }
  });

  it('does not fit where a stand-in does not read as a record, or a left-out id stands elsewhere', () => {
    const short = shortenAll(edited(3), base);
    assert(short);
    const text = short.texts.ours;
    const stub = '  - id: left-out-by-the-merge-1\n';
    for (const wrong of [
      text.replace(stub, ''),
      text.replace(stub, `${stub}    note: n\n`),
      text.replace(stub, stub + stub.replace('-1', '-2')),
      text.replace(stub, `${stub}  - id: r5\n`),
      text.replace('id: r3', 'id: "r5"'),
    ]) {
      assert(!short.fits(side(wrong).model), wrong);
    }
  });

  it('breaks a run where a side has put in, taken out or moved a record', () => {
    const [one, two, three] = [plain(1), plain(2), plain(3)];
    for (const ours of [
      base.replace(two, record('new') + two),
      base.replace(two, ''),
      base.replace(one + two, two + one),
      base.replace(two + three, three + two),
    ]) {
      for (const short of [shortenAll(ours, base), shortenAll(base, ours)]) {
        assert(short);
        const [mine, theirs] = [short.restore(short.texts.ours), short.restore(short.texts.theirs)];
        assert.deepEqual([mine, theirs].sort(), [ours, base].sort());
        assert.equal(short.restore(short.texts.base), base);
      }
    }
  });

  it('leaves out only records as the tool writes them', () => {
    const kept = [
      record('k', '# why'),
      record('k', 'quote: a # b'),
      record('k', 'quote: a: b'),
      record('k', 'quote: "a\\q"'),
      record('k', "quote: 'a'"),
      record('k', 'tags: [a]'),
      record('k', 'tags:', '  - a', '  - b: c'),
      record('k', 'note: |', '  a'),
      record('k', 'note: |-', '   a'),
      record('k', 'note: a', '', 'by: b'),
      record('k', 'note: a', 'note: b'),
      record('k', 'note: a', 'id: l'),
      record('k', 'note: a', '"on": b', 'on: c'),
      record('k', 'quote: &a b'),
      record('k', 'quote: a\u0007'),
      record('k', 'quote: a:'),
      '  - quote: ships\n',
      '  - id: "k"\n',
      '  -  id: k\n',
    ];
    const left = [
      record('k'),
      record('k', 'quote: a', 'note: |-', '  b: # c', '  "d', 'tags:', '  - e', '  - "f # g"', '"on": "2026-11-28"'),
      record('k', 'quote: "a \\"b\\" \\\\ \\n"'),
      record('k', 'quote: a:b#c'),
    ];
    const shows = (text: string) => {
      const all = file(plain(1), text, plain(2));
      const short = shortenAll(all.replace(plain(1), ''), all, all);
      return short?.texts.base.includes(text) ?? true;
    };
    for (const text of kept) assert(shows(text), text);
    for (const text of left) assert(!shows(text), text);
  });

  it('leaves out nothing that is there twice, by its text or by its id', () => {
    const twice = file(plain(1), plain(2), plain(1), plain(3));
    const short = shortenAll(twice.replace(plain(3), ''), twice, twice);
    assert.equal(short?.texts.base.split(plain(1)).length, 3);
    const sameId = file(plain(1), record('r1', 'quote: other'), plain(3));
    const bySame = shortenAll(sameId.replace(plain(3), ''), sameId, sameId);
    assert.equal(bySame?.texts.base.includes('  - id: r1\n    quote: other\n'), true);
  });

  it('gives up on other layouts, and on texts that hold its own sign', () => {
    assert.equal(shortenAll(base.replaceAll('\n', '\r\n'), base), null);
    assert.equal(shortenAll(`${base}# left-out-by-the-merge-\n`, base), null);
    assert.equal(shortenAll(base.replace(/^ {2}/gm, ''), base), null);
    assert.equal(shortenAll(base, base.replace(/^ {2}/gm, '')), null);
    assert.equal(shortenAll('postgloss: 1\nannotations: []\n', base), null);
    assert(shortenAll(base, base));
  });

  it('ends the list at the next key, for dashes at the margin too', () => {
    for (const start of [base, base.replace(/^ {2}/gm, '')]) {
      const tail = 'tool:\n  - id: x\n  - id: y\n';
      const short = shortenAll(start + tail, start + tail, start + tail);
      assert(short);
      assert(short.texts.ours.endsWith(tail));
      assert.equal(short.restore(short.texts.ours), start + tail);
    }
  });
});
