import assert from 'node:assert/strict';
import fc from 'fast-check';
import { followList } from '../../../src/core/yaml/follow-list';
import { guardText } from '../../../src/core/yaml/guard';
import { readList } from '../../../src/core/yaml/read-list';
import { readRecords } from '../../../src/core/yaml/read-records';
import { wholeFile } from '../../../src/core/yaml/read-whole';
import { readWithLibrary } from '../../../src/core/yaml/read-with-library';
import type { RecordFile } from '../../../src/core/yaml/record-file';
import type { YamlNode } from '../../../src/core/yaml/tree';
import { blockSidecar } from '../../support/sidecars';
import { itSlow, trials } from '../../support/trials';

// A list is read item by item, and after an edit only the items that it touched. Both must give what reading the whole text gives.

/** A node with all its places, as plain data. */
function plain(node: YamlNode | null): unknown {
  if (!node || node.kind === 'text') return node;
  const { kind, flow, span } = node;
  if (node.kind === 'list') return { kind, flow, span, dashes: node.dashes, items: node.items.map(plain) };
  return { kind, flow, span, entries: node.entries.map((entry) => ({ ...entry, value: plain(entry.value) })) };
}

function everything({ text, root, list, records, problems, writable }: RecordFile): unknown {
  return {
    text,
    root: plain(root),
    list: plain(list),
    records: records.map(({ map, index, span }) => ({ map: plain(map), index, span })),
    problems,
    writable,
  };
}

function byLibrary(text: string): RecordFile {
  const refused = guardText(text);
  return wholeFile(
    text,
    'annotations',
    refused ? { root: null, problems: [refused], sound: false } : readWithLibrary(text),
  );
}

/** Item by item as a whole: where the file may be written, node for node; else both say that it may not. */
function agrees(text: string): void {
  const byItems = readRecords(text, 'annotations');
  const whole = byLibrary(text);
  assert.equal(
    byItems.writable,
    whole.writable,
    `${JSON.stringify(byItems.problems)} ${JSON.stringify(whole.problems)}\n${text}`,
  );
  if (whole.writable) assert.deepEqual(everything(byItems), everything(whole), text);
  else assert(byItems.problems.some(({ severity }) => severity === 'error'));
}

const LINES = [
  'postgloss: 1',
  'annotations:',
  'annotations: []',
  'tool:',
  '  - quote: a',
  '    note: b',
  '    tags:',
  '      - c',
  '    - d',
  '- e',
  '-',
  '  -',
  '   - f: g',
  ' - h',
  '    i: |',
  '    j: |+',
  '      k',
  '',
  '  ',
  '\t',
  '# l',
  '      # m',
  '  n: "o',
  '    p"',
  "    q: 'r",
  '    s: [t,',
  '    u]',
  '    v: {w: x',
  '  - {y: z}',
  '  - - aa',
  '  - bb',
  '    cc',
  '  - |',
  '   dd',
  '  - >+',
  '    ee: &ff gg',
  '    hh: *ff',
  '---',
  '...',
  '%YAML 1.1',
  '  - ? ii',
  '    : jj',
  '  -\tkk: ll',
  '  - mm: nn: oo',
  '\u2028',
  '\r    lone: b',
  '- c\r: d',
];
const anyLines = fc.array(fc.constantFrom(...LINES), { maxLength: 14 });
const ends = fc.constantFrom('\n', '\n', '\r\n');

describe('reading a list item by item', () => {
  it('gives what the library reads in the whole text, in sidecars of every layout', () => {
    fc.assert(
      fc.property(blockSidecar, ({ text }) => agrees(text)),
      trials(500),
    );
  });

  it('gives what the library reads in texts that were cut, joined and shuffled', () => {
    fc.assert(
      fc.property(anyLines, ends, fc.boolean(), (lines, eol, closed) => {
        agrees(['postgloss: 1', 'annotations:', ...lines].join(eol) + (closed ? eol : ''));
        agrees(lines.join(eol));
      }),
      trials(3000),
    );
  });

  it('lets a broken record hide no other', () => {
    const broken = [
      'note: "',
      'note: a: b',
      'note: &x y',
      'note: *x',
      'note: [a',
      'note: {',
      '\tnote: x',
      'note: @',
      'q',
      '? {',
    ];
    for (const line of broken) {
      for (const at of [0, 1, 2]) {
        const records = Array.from({ length: 3 }, (_, i) => `  - quote: q${i}\n    ${i === at ? line : 'note: x'}\n`);
        const {
          records: read,
          writable,
          problems,
        } = readRecords(`postgloss: 1\nannotations:\n${records.join('')}tail: x\n`, 'annotations');
        const quotes = read.flatMap(({ map }) =>
          map.entries.flatMap(({ key, value }) => (key === 'quote' && value?.kind === 'text' ? [value.value] : [])),
        );
        assert.equal(writable, false, line);
        for (const i of [0, 1, 2]) if (i !== at) assert(quotes.includes(`q${i}`), `${line} in ${at} hides ${i}`);
        const record = `postgloss: 1\nannotations:\n${records.slice(0, at).join('')}`.length;
        const first = problems[0];
        assert(first && first.span.start >= record && first.span.start <= record + (records[at]?.length ?? 0), line);
      }
    }
  });

  it('leaves out what stands behind a hundred broken records, and says so of each', () => {
    const bad = '  - quote: "\n'.repeat(300);
    const { problems, records, writable } = readRecords(`annotations:\n${bad}  - quote: good\n`, 'annotations');
    assert.equal(writable, false);
    assert(problems.some(({ message }) => message.includes('left out')));
    assert.equal(records.at(-1)?.map.entries[0]?.key, 'quote');
  });
});

describe('reading a list of nothing but bad records', () => {
  itSlow('B12: ends with a problem for each, however many there are', () => {
    const { records, problems } = readRecords(`annotations:\n${'- a # b\n'.repeat(150_000)}`, 'annotations');
    assert.equal(records.length, 0);
    assert.equal(problems.filter(({ code }) => code === 'bad-record').length, 150_000);
  });
});

describe('reading a list again', () => {
  /** Replaces a stretch of a text; an edit of whole lines more often than not. */
  const edit = fc.record({
    at: fc.nat(),
    length: fc.nat(60),
    whole: fc.boolean(),
    lines: fc.array(fc.constantFrom(...LINES), { maxLength: 4 }),
    eol: ends,
  });
  type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

  function edited(text: string, { at, length, whole, lines, eol }: Edit): string {
    let start = at % (text.length + 1);
    let end = Math.min(text.length, start + length);
    if (whole) {
      start = text.lastIndexOf('\n', start - 1) + 1;
      end = text.indexOf('\n', end) + 1 || text.length;
    }
    return text.slice(0, start) + lines.map((line) => line + eol).join('') + text.slice(end);
  }

  it('gives what a reading of the whole text gives, after any edits', () => {
    let followed = 0;
    fc.assert(
      fc.property(blockSidecar, fc.array(edit, { minLength: 1, maxLength: 4 }), ({ text }, edits) => {
        let before = readList(text, 'annotations');
        for (const each of edits) {
          if (!before) return;
          const next: string = edited(before.text, each);
          const after = next === '' || guardText(next) ? null : followList(before, next);
          const anew = readRecords(next, 'annotations');
          if (after) {
            assert.deepEqual(everything(after), everything(anew), `${before.text}\n=>\n${next}`);
            followed++;
          }
          before = after ?? readList(next, 'annotations');
        }
      }),
      trials(1500),
    );
    assert.ok(followed > 0, 'it never followed');
  });

  it('gives what a reading of the whole text gives, from whichever earlier reading', () => {
    const steps = fc.array(fc.tuple(edit, fc.nat(), fc.nat()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(blockSidecar, steps, ({ text }, all) => {
        const known = [readRecords(text, 'annotations')];
        const any = (n: number): RecordFile => known[n % known.length] ?? readRecords(text, 'annotations');
        for (const [each, from, before] of all) {
          const next = edited(any(from).text, each);
          const now = readRecords(next, 'annotations', any(before));
          assert.deepEqual(everything(now), everything(readRecords(next, 'annotations')));
          assert.equal(readRecords(next, 'annotations', now), now);
          known.push(now);
        }
      }),
      trials(500),
    );
  });

  it('reads a text once that was read to prove an edit', () => {
    const before = readRecords('annotations:\n  - quote: a\n', 'annotations');
    const proven = readRecords('annotations:\n  - quote: b\n', 'annotations', before);
    assert.equal(readRecords('annotations:\n  - quote: b\n', 'annotations', before), proven);
    assert.notEqual(readRecords('annotations:\n  - quote: b\n', 'entities', before), proven);
  });

  it('gives the same of two texts that share records in another order', () => {
    const record = fc.constantFrom(
      '  - a: b\n',
      '  - c: |+\n      d\n\n',
      '  - e: "\n',
      '  # f\n',
      '  - g # h\n',
      '  -\n',
    );
    const list = fc
      .tuple(fc.array(record, { maxLength: 6 }), fc.constantFrom('', 'tail: x\n'))
      .map(([records, tail]) => `annotations:\n${records.join('')}${tail}`);
    fc.assert(
      fc.property(list, list, (a, b) => {
        const before = readList(a, 'annotations');
        const after = before && a !== b && followList(before, b);
        if (after) assert.deepEqual(everything(after), everything(readRecords(b, 'annotations')), `${a}=>\n${b}`);
      }),
      trials(3000),
    );
  });

  it('keeps the items whose lines have stayed', () => {
    const text = 'annotations:\n  - quote: a\n  - quote: b\n  - quote: c\ntail: x\n';
    const before = readRecords(text, 'annotations');
    const after = readRecords(text.replace('quote: b', 'quote: bb'), 'annotations', before);
    assert.deepEqual(
      after.items.map((item, i) => item === before.items[i]),
      [true, false, true],
    );
    assert.equal(after.records[0], before.records[0]);
    const end = text.indexOf('c\ntail') + 1;
    assert.deepEqual(before.records[2]?.span, { start: end - 'quote: c'.length, end });
    assert.deepEqual(after.records[2]?.span, { start: end - 'quote: c'.length + 1, end: end + 1 });
  });

  it('refuses what an edit has made refusable', () => {
    const text = 'annotations:\n  - quote: a\n  - quote: b\n';
    const before = readRecords(text, 'annotations');
    for (const put of ['\0', '\n<<<<<<< x\n', '\n%YAML 1.1\n', '\n---\n', '"']) {
      assert.equal(readRecords(text.replace('a\n', `${put}\n`), 'annotations', before).writable, false, put);
    }
  });
});
