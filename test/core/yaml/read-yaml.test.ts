import assert from 'node:assert/strict';
import type { ProblemCode } from '../../../src/core/problem';
import { MAX_DEPTH } from '../../../src/core/yaml/guard';
import { readYaml } from '../../../src/core/yaml/read-yaml';
import type { YamlNode } from '../../../src/core/yaml/tree';
import { marked } from '../../support/marked';

/** The node as plain data; maps as lists of pairs, so that no key can be special. */
function plain(node: YamlNode | null): unknown {
  if (!node) return null;
  if (node.kind === 'text') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return node.entries.map(({ key, value }) => [key, plain(value)]);
}

/** Asserts that the marked place of a text is refused with a code. */
function refuses(source: string, code: ProblemCode, message?: RegExp): void {
  const { text, spans } = marked(source);
  const { problems, sound } = readYaml(text);
  assert.equal(sound, false, `read without a complaint: ${source}`);
  const [first] = problems;
  assert.equal(first?.code, code, first?.message);
  if (spans[0]) assert.deepEqual(first.span, spans[0], first.message);
  if (message) assert.match(first.message, message);
  assert.match(first.message, /[.:]$/);
}

describe('reading YAML', () => {
  it('B15, B16: leaves every scalar the text that somebody wrote', () => {
    for (const word of [
      'no',
      '1e3',
      '012',
      '2026-11-22',
      '~',
      'null',
      '0x10',
      '12:30',
      '.inf',
      '12345678901234567890',
      'y',
      'TRUE',
      '1_000',
    ]) {
      const { root, sound } = readYaml(`tag: ${word}\nlist:\n  - ${word}\nflow: [${word}]\n`);
      assert.equal(sound, true, word);
      assert.deepEqual(plain(root), [
        ['tag', word],
        ['list', [word]],
        ['flow', [word]],
      ]);
    }
  });

  it('reads quoted, folded and literal scalars, and says where they stand', () => {
    const { root } = readYaml("a: \"x\\ty\"\nb: 'it''s'\nc: |-\n  one\n  two\nd: >-\n  one\n  two\n");
    assert.deepEqual(plain(root), [
      ['a', 'x\ty'],
      ['b', "it's"],
      ['c', 'one\ntwo'],
      ['d', 'one two'],
    ]);
    const { text, spans } = marked('⟦a⟧: ⟦"x"⟧\nb:\n  - ⟦y z⟧ # why\n');
    const map = readYaml(text).root;
    assert(map?.kind === 'map');
    const [a, b] = map.entries;
    assert(b?.value?.kind === 'list');
    assert.deepEqual([a?.keySpan, a?.value?.span, b.value.items[0]?.span], spans);
    assert.deepEqual(b.value.dashes, [text.indexOf('-')]);
  });

  it('reads a key without a value as nothing, and an item without one as empty text', () => {
    assert.deepEqual(plain(readYaml('a:\nb:\n  -\n  - # none\n  - x\n').root), [
      ['a', null],
      ['b', ['', '', 'x']],
    ]);
  });

  it('B13: takes the names of JavaScript’s own properties for plain keys', () => {
    const { root, sound } = readYaml('__proto__: a\nconstructor: b\ntoString: {__proto__: c}\nhasOwnProperty: d\n');
    assert.equal(sound, true);
    assert.deepEqual(plain(root), [
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['toString', [['__proto__', 'c']]],
      ['hasOwnProperty', 'd'],
    ]);
    assert.equal(({} as Record<string, unknown>).a, undefined);
  });

  it('counts offsets behind a byte order mark and in CRLF text', () => {
    const { text, spans } = marked('\ufeffa: ⟦b⟧\r\nc: ⟦d⟧\r\n');
    const { root } = readYaml(text);
    assert(root?.kind === 'map');
    assert.deepEqual(
      root.entries.map((entry) => entry.value?.span),
      spans,
    );
  });
});

describe('refusing YAML', () => {
  it('B4, B10, B14: refuses anchors, aliases and tags, wherever they stand', () => {
    refuses('a: &x ⟦b⟧\n', 'yaml-feature', /anchor/);
    refuses('&x ⟦a⟧: b\n', 'yaml-feature', /anchor/);
    refuses('a: x\nb: ⟦*x⟧\n', 'yaml-feature', /alias/);
    refuses('a: !!str ⟦b⟧\n', 'yaml-feature', /tag/);
    refuses('!!str ⟦a⟧: b\n', 'yaml-feature', /tag/);
    refuses('a: !!seq\n  - b\n', 'yaml-feature', /tag/);
    refuses('a: !js/function "x"\n', 'yaml-syntax');
    refuses('*x : b\n', 'yaml-syntax');
  });

  it('B11: refuses keys that are no words', () => {
    refuses('? ⟦a⟧\n: b\n', 'yaml-feature', /\?/);
    refuses('[a]: b\n', 'yaml-syntax');
    refuses('{a: b}: c\n', 'yaml-syntax');
    refuses('a:\n  - b\n⟦⟧: c\n', 'yaml-feature', /without a name/);
    refuses('a:\n    - b\n⟦⟧  : c\n', 'yaml-feature', /without a name/);
  });

  it('B4: refuses directives, end marks and second documents', () => {
    refuses('⟦%YAML 1.1⟧\n---\na: b\n', 'yaml-feature', /%YAML/);
    refuses('⟦%TAG ! tag:x,2000:⟧\n---\na: b\n', 'yaml-feature', /%TAG/);
    refuses('a: b\n⟦...⟧\n', 'yaml-feature');
    refuses('a: b\n⟦---⟧\nc: d\n', 'yaml-feature', /second/);
    refuses('---\na: b\n---\nc: d\n---\ne: f\n', 'yaml-feature', /second/);
    assert.equal(readYaml('---\na: b\n').sound, true);
    refuses(`a: b\n${'---\n'.repeat(10_000)}`, 'yaml-feature', /second/);
  });

  it('B14: refuses a field that is there twice, and shows its name with hidden characters spelled out', () => {
    refuses('a: 1\nb: 2\n⟦a⟧: 3\n', 'duplicate-field');
    refuses('l:\n  - {x: 1, ⟦x⟧: 2}\n', 'duplicate-field');
    refuses('"a\\u202e": 1\n⟦"a\\u202e"⟧: 2\n', 'duplicate-field', /<U\+202E>/);
    refuses('__proto__: 1\n⟦__proto__⟧: 2\n', 'duplicate-field');
  });

  it('B1: refuses conflict markers, in CRLF text and in notes as well', () => {
    refuses('a: b\n⟦<<<<<<<⟧ HEAD\nc: d\n=======\nc: e\n>>>>>>> theirs\n', 'conflict-markers');
    refuses('a: b\r\n⟦<<<<<<<⟧ HEAD\r\nc: d\r\n=======\r\nc: e\r\n>>>>>>> theirs\r\n', 'conflict-markers');
    refuses('a: b\n⟦=======⟧\n', 'conflict-markers');
    refuses('a: b\r\n⟦=======⟧\r\n', 'conflict-markers');
    refuses('a: |\n  text\n⟦|||||||⟧ base\n', 'conflict-markers');
    refuses('⟦>>>>>>>⟧ theirs', 'conflict-markers');
    assert.equal(readYaml('a: |\n  =======\n  <<<<<<< quoted\nb: ========\n').sound, true);
  });

  it('B2, B3: refuses what is empty, cut off or no text', () => {
    for (const empty of ['', ' \n\t\n', '\ufeff', '\ufeff\r\n', '# a comment\n', '---\n', '---\n# more\n']) {
      refuses(empty, 'empty-file');
    }
    refuses('a: b⟦\0⟧\n', 'not-text');
    refuses('a: "b\n', 'yaml-syntax');
    refuses('a: [b\n', 'yaml-syntax');
    refuses('a: b: c\n', 'yaml-syntax');
    refuses('⟦\t⟧a: b\n', 'yaml-syntax', /[Tt]ab/);
  });

  it('B12, E8: refuses a text larger than a person’s', () => {
    refuses(`a: ${'x'.repeat(33 * 1024 * 1024)}`, 'too-large');
  });

  it('B11: reads 64 levels and refuses the 65th', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{a: ', '}'],
      ['- ', ''],
    ] as const) {
      const nested = (depth: number) => `${open.repeat(depth)}x${close.repeat(depth)}\n`;
      assert.equal(readYaml(nested(MAX_DEPTH)).sound, true, open);
      refuses(nested(MAX_DEPTH + 1), 'yaml-too-deep');
      const cut = open.repeat(MAX_DEPTH + 1);
      assert((readYaml(cut).problems[0]?.span.end ?? 0) <= cut.length, open);
    }
  });

  it('reports at most a hundred problems', () => {
    assert.equal(readYaml('a: b\n'.repeat(500)).problems.length, 100);
    refuses(`a: ⟦&a⟧ ${'&b '.repeat(200)}`, 'yaml-syntax');
    refuses('""⟦""⟧' + '""'.repeat(200), 'yaml-syntax');
  });
});
