import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBlockStyle } from '../../../src/core/yaml/read-block-style';
import { readWithLibrary } from '../../../src/core/yaml/read-with-library';
import { readYaml } from '../../../src/core/yaml/read-yaml';
import { BLANK } from '../../../src/core/sidecar/annotation';
import { EMPTY_SIDECAR, readSidecar } from '../../../src/core/sidecar/read-sidecar';
import { addAnnotation } from '../../../src/core/sidecar/write-sidecar';
import { trials } from '../../support/trials';
import { blockSidecar } from '../../support/sidecars';

/** Where the quick reader is sure, the library must have nothing to object, and must read the same in the same places. */
function agrees(text: string): boolean {
  const quick = readBlockStyle(text);
  if (quick === null) return false;
  const { root, problems, sound } = readWithLibrary(text);
  assert.deepEqual(problems, [], `the library objects to:\n${text}`);
  assert.equal(sound, true);
  assert.deepEqual(quick, root, text);
  return true;
}

describe('the quick reader of block style', () => {
  it('reads what the design shows, as the library does', () => {
    assert.ok(
      agrees(
        [
          '# A comment',
          'postgloss: 1',
          'archives:',
          '  - files: "archives/**/*.txt"',
          'empty:',
          'annotations:',
          '  # About the next',
          '  - id: 7k2m9q4x',
          '    post: 2017-07-31/new-scheme',
          '    quote: break barriers of sects',
          '    before: "time has come to “"',
          "    after: 'it''s so'",
          '    tags:',
          '      - claim',
          '      - claim/unsourced',
          '    note: |-',
          '      Compare the statement.',
          '',
          '        Deeper: "yes" # no comment',
          '    on: "2026-11-22"',
          '',
          '  - quote: The Call',
          '    tags: []',
          '    not: party',
          'later:',
          '- a',
          '- b',
          '',
        ].join('\n'),
      ),
    );
  });

  it('gives up where it cannot be sure', () => {
    for (const text of [
      'a: b',
      'a: b # c\n',
      'a: {b: c}\n',
      'a: [b]\n',
      'a: &x b\n',
      'a: *x\n',
      'a: !!str b\n',
      'a: >-\n  b\n',
      'a: b\n  c\n',
      'a: |-\n  b\n\nc: d\n',
      '? a\n: b\n',
      'a: b: c\n',
      'a: b\na: c\n',
      '---\na: b\n',
      'a: b\r\nc: d\n',
      'a: b\nc: d\r\n',
      'a: b\r\nc: d\re\r\n',
      'a: |-\r\n  b\r\n\r\nc: d\r\n',
      'a:\tb\n',
      '- a\n',
      'a: "b\n  c"\n',
      'a: "\\x41"\n',
      'a:\n    b: c\n  d: e\n',
      'a:\n  - b\n - c\n',
      '\ufeffa: b\n',
    ]) {
      assert.equal(readBlockStyle(text), null, JSON.stringify(text));
    }
  });

  it('agrees with the library on sidecars of every layout', () => {
    let sure = 0;
    fc.assert(
      fc.property(blockSidecar, ({ text }) => {
        if (agrees(text)) sure++;
      }),
      trials(500, 400),
    );
    assert.ok(sure > 0, 'it was never sure');
  });

  it('reads lines that end in CRLF as it does others', () => {
    const text =
      'a: b\r\nl:\r\n  - c: "d"\r\n    e: |-\r\n      f\r\n\r\n      g\r\n    # h\r\n  - i: []\r\n\r\nj:\r\n';
    assert.ok(agrees(text));
    const { root } = readYaml(text);
    const list = root?.kind === 'map' ? root.entries[1]?.value : null;
    assert(list?.kind === 'list' && list.items[0]?.kind === 'map');
    assert.deepEqual(list.items[0].entries[1]?.value, {
      kind: 'text',
      value: 'f\n\ng',
      block: true,
      span: { start: text.indexOf('|'), end: text.indexOf('    #') },
    });
  });

  it('agrees with the library on texts that were cut, joined and shuffled', () => {
    const lines = fc.constantFrom(
      ...[
        'a: b',
        'a:',
        '  - c',
        '- d',
        '    e: f',
        '  g: "h"',
        "  i: 'j'",
        '  k: |-',
        '      l',
        '    m',
        '',
        '# n',
        '  # o',
        '  - p: q',
        '    r:',
        '- - s',
        '-',
        'a: - b',
        '  t: [',
        '  u: []',
        '"on": v',
        '  ~: w',
        '  - x: |-',
        '        y',
        '    z: .5',
        '  "q": 1',
        '  1: 2',
      ],
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 12 }), (parts) => {
        agrees(`${parts.join('\n')}\n`);
        agrees(`${parts.join('\r\n')}\r\n`);
      }),
      trials(3000),
    );
  });

  it('agrees with the library on scalars of any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (a, b) => {
        agrees(`a: ${a}\nb:\n  - ${b}\n`);
        agrees(`a: "${a}"\nb:\n  - '${b}'\n`);
      }),
      trials(2000),
    );
  });

  it('is sure of all that this program writes', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            quote: fc.string({ minLength: 1 }),
            note: fc.string(),
            tags: fc.array(fc.constantFrom('claim', 'no', 'a/b')),
          }),
          { maxLength: 4 },
        ),
        (notes) => {
          let text = EMPTY_SIDECAR;
          for (const { quote, note, tags } of notes) {
            const written = addAnnotation(
              readSidecar(text),
              { ...BLANK, quote, note, tags: [...new Set(tags)], on: '2026-11-22' },
              0,
            );
            if (written.ok) text = written.text;
          }
          assert.ok(agrees(text), text);
        },
      ),
      trials(500),
    );
  });

  it('E8: reads ten thousand annotations at once', () => {
    const record = (i: number) =>
      `  - id: g${i}\n    quote: passage ${i}\n    tags:\n      - claim\n    on: "2026-11-22"\n`;
    const text = `postgloss: 1\nannotations:\n${Array.from({ length: 10_000 }, (_, i) => record(i)).join('')}`;
    assert.notEqual(readBlockStyle(text), null);
    const { root } = readYaml(text);
    assert.equal(
      root?.kind === 'map' && root.entries[1]?.value?.kind === 'list' && root.entries[1].value.items.length,
      10_000,
    );
  });
});
