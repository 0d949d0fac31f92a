import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readYaml } from '../../../src/core/yaml/read-yaml';
import { writeInline, writeScalar } from '../../../src/core/yaml/scalars';
import { entryOf, textOf, type YamlNode } from '../../../src/core/yaml/tree';
import { trials } from '../../support/trials';

/** Words and numbers of YAML 1.1, and what some reader of YAML takes for more than text. */
const TRICKY = [
  ...[
    'no',
    'Yes',
    'ON',
    'off',
    'y',
    'N',
    'true',
    'False',
    'null',
    'NULL',
    '~',
    '.nan',
    '.NaN',
    '.inf',
    '-.INF',
    '=',
    '<<',
  ],
  ...[
    '1e3',
    '1E+3',
    '012',
    '0o17',
    '0x1F',
    '0b101',
    '1_000',
    '1.5',
    '.5',
    '5.',
    '-1',
    '+1',
    '190:20:30',
    '12345678901234567890',
    '12:30',
    '685_230.15',
  ],
  ...['2026-11-22', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.10 -5', '1/2', '1,000', '٣', '1e', 'e1', '0'],
  ...[
    '',
    ' ',
    'a: b',
    'a:',
    ':a',
    'a #b',
    '#a',
    'a#b',
    '- a',
    '-',
    '---',
    '...',
    '? a',
    '?',
    '!a',
    '&a',
    '*a',
    '@a',
    '`a',
    '%a',
    '|',
    '>-',
  ],
  ...[
    '[a]',
    '{a: b}',
    'a, b',
    'a]',
    '"a"',
    "'a'",
    "it's",
    'a"b',
    'a\\b',
    '\\',
    '“a”',
    '«a»',
    'a…',
    'é',
    'e\u0301',
    '漢字',
    'عربى',
    '한국',
  ],
  ...[
    '\t',
    'a\tb',
    '\ta',
    'a\t',
    ' a',
    'a ',
    'a  b',
    '\u00a0a\u00a0',
    'a\u0085b',
    'a\u2028b',
    'a\u2029',
    '\u200b',
    '\ufeffa',
    'a\ufeff',
    '\u007f',
    '\u001b[31m',
    '\u00ad',
  ],
  ...[
    'a\nb',
    'a\n\nb',
    'a\n\n\nb',
    '\na',
    'a\n',
    'a\n\n',
    '\n',
    '\n\n',
    ' a\nb',
    'a\n b',
    'a \nb',
    'a\n  \nb',
    'a\r\nb',
    'a\rb',
    '\r',
    'a\tb\nc',
    'a\n\tb',
    '#a\nb',
    '- a\n- b',
    '---\na',
    'a\n...\n%b',
    'a\n<<<<<<< x',
  ],
  ...[
    '👩‍👩‍👧',
    '🏴‍☠️ a',
    'a 😀',
    '𝒜',
    '\ufffe',
    '\uffff',
    '\u{1fffe}',
    '\ufffd',
    '\u0001\n\u0002',
    '__proto__',
    'constructor',
  ],
];

/** How a text comes out of a record that another reader reads. */
function record(written: string, eol: string): string {
  return ['l:', `  - before: x`, `    value: ${written}`, '    after: y', ''].join(eol);
}

function ours(text: string): string | null | undefined {
  const { root, sound, problems } = readYaml(text);
  assert.equal(sound, true, `${JSON.stringify(text)}: ${problems[0]?.message ?? ''}`);
  const list = root?.kind === 'map' ? entryOf(root, 'l')?.value : null;
  const map: YamlNode | undefined = list?.kind === 'list' ? list.items[0] : undefined;
  assert(map?.kind === 'map');
  assert.equal(textOf(map, 'before'), 'x');
  assert.equal(textOf(map, 'after'), 'y');
  return textOf(map, 'value');
}

function comesBack(value: string, eol: string): void {
  for (const written of [writeScalar(value, 6, eol), writeInline(value)]) {
    const text = record(written, eol);
    assert.equal(ours(text), value, written);
    // A file is bytes in the end.
    assert.equal(ours(new TextDecoder().decode(new TextEncoder().encode(text))), value, written);
    for (const options of [{ version: '1.1' }, { version: '1.2', schema: 'core' }] as const) {
      const parsed = parse(text, { ...options, logLevel: 'error' }) as { l: { value: unknown }[] };
      assert.equal(parsed.l[0]?.value, value, `${JSON.stringify(options)} reads ${text}`);
    }
  }
  assert(!writeInline(value).includes('\n'));
}

const line = fc.oneof(
  fc.constantFrom(...TRICKY),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '  ',
        ': ',
        ' #',
        '\n',
        '\t',
        '\r',
        '"',
        "'",
        '\\',
        '-',
        '1',
        '.',
        ':',
        '0',
        'e',
        '\u0085',
        '\u2028',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);
const value = fc.oneof(
  line,
  fc.array(line, { minLength: 2, maxLength: 4 }).map((lines) => lines.join('\n')),
  fc.array(line, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('')),
);

describe('writing a text as YAML', () => {
  it('B15, B16: writes each tricky text so that readers of YAML 1.1 and 1.2 read the same one', () => {
    for (const text of TRICKY) for (const eol of ['\n', '\r\n']) comesBack(text, eol);
  });

  it('B15, B17, B18: writes any text so', () => {
    fc.assert(
      fc.property(value, fc.constantFrom('\n', '\r\n'), (text, eol) => comesBack(text, eol)),
      trials(500),
    );
  });

  it('B17: escapes half a surrogate pair, which UTF-8 cannot hold, and reads it back', () => {
    for (const half of ['\ud83d', '\ude00', 'a\ud83d b', '\ude00\ud83d', 'a\nb\ud83d']) {
      const written = writeScalar(half, 6, '\n');
      assert.match(written, /\\ud83d|\\ude00/);
      comesBack(half, '\n');
    }
  });

  it('keeps what can stand bare bare, and several lines a block', () => {
    for (const bare of ['Qasem Soleimani', 'a, b', "it's so", 'C3', 'The Call (2003)', 'élan', '50% of it']) {
      assert.equal(writeScalar(bare, 2, '\n'), bare);
    }
    assert.equal(writeScalar('one\n\n# two', 4, '\n'), '|-\n    one\n\n    # two');
    assert.equal(writeScalar('one\ntwo', 2, '\r\n'), '|-\r\n  one\r\n  two');
    assert.equal(writeScalar('no', 2, '\n'), '"no"');
    assert.equal(writeScalar('2026-11-22', 2, '\n'), '"2026-11-22"');
  });
});
