import assert from 'node:assert/strict';
import { readYamlFields } from '../../../src/core/posts/front-matter-yaml';
import { readPosts } from '../../../src/core/posts/read-posts';

/** The values of all fields with the places that they name. */
const fields = (header: string) =>
  (readYamlFields(header) ?? []).map(({ key, top, values }) => [
    key,
    top,
    values.map(({ text, span }) => [text, span && header.slice(span.start, span.end)]),
  ]);
const isRead = (header: string) => (readYamlFields(`title: x\n${header}`) ?? []).some(({ key }) => key === 'title');

describe('readYamlFields', () => {
  it('names the place of a value in each style, without its quotation marks or the sign of its block', () => {
    assert.deepEqual(
      fields(
        [
          'a: plain words # why',
          'b: "double"',
          "c: 'single'",
          'd: >-',
          '',
          '   folded',
          '   twice',
          '',
          'e: |2',
          '    literal',
          'f: >+',
          '  end',
          '',
          '',
        ].join('\n'),
      ),
      [
        ['a', true, [['plain words', 'plain words']]],
        ['b', true, [['double', 'double']]],
        ['c', true, [['single', 'single']]],
        ['d', true, [['\nfolded twice', 'folded\n   twice']]],
        ['e', true, [['  literal\n', 'literal']]],
        ['f', true, [['end\n\n', 'end']]],
      ],
    );
  });

  it('takes nothing for no value, in plain style only, and an empty block for a place without length', () => {
    assert.deepEqual(fields('a: ~\nb: null\nc: NULL\nd:\ne: "null"\nf: \'~\'\ng: nullable'), [
      ['a', true, []],
      ['b', true, []],
      ['c', true, []],
      ['d', true, []],
      ['e', true, [['null', 'null']]],
      ['f', true, [['~', '~']]],
      ['g', true, [['nullable', 'nullable']]],
    ]);
    assert.deepEqual(fields('a: |\nb: x'), [
      ['a', true, [['', '']]],
      ['b', true, [['x', 'x']]],
    ]);
  });

  it('takes lists value by value, names from maps, and fields from the tables of site generators only at the top', () => {
    assert.deepEqual(
      fields(
        'by: [Mara, {name: Jon, age: 9}, {age: 9}, [x]]\nExtra:\n  site: S\n  params:\n    site: T\nmore:\n  site: U',
      ),
      [
        [
          'by',
          true,
          [
            ['Mara', 'Mara'],
            ['Jon', 'Jon'],
          ],
        ],
        ['site', false, [['S', 'S']]],
        ['params', false, []],
        ['more', true, []],
      ],
    );
  });

  it('reads no header that nests deeper than any has, by brackets, dashes, keys or columns', () => {
    const deep: readonly ((levels: number) => string)[] = [
      (levels) => `a: ${'['.repeat(levels)}${']'.repeat(levels)}`,
      (levels) => `a: ${'{b: '.repeat(levels)}c${'}'.repeat(levels)}`,
      (levels) => `a: ${'[[], '.repeat(levels)}b${']'.repeat(levels)}`,
      (levels) => `a:\n  ${'- '.repeat(levels)}b`,
      (levels) => Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      (levels) => `a:\n${Array.from({ length: levels }, (_, i) => `${' '.repeat(i + 1)}- `).join('\n')}`,
    ];
    for (const write of deep) {
      assert(isRead(write(20)), write(20));
      assert(!isRead(write(70)), write(70));
      assert(!isRead(write(2_000)));
    }
    // Some in brackets, some in columns, and neither of them too many.
    const columns = Array.from({ length: 20 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    assert(isRead(`${columns} [b]`));
    assert(!isRead(`${columns} ${'['.repeat(50)}${']'.repeat(50)}`));
  });

  it('reads long headers that do not nest deeply', () => {
    const blocks = Array.from({ length: 200 }, (_, i) => `k${i}:\n  - a:\n      b: c\n\n  - d`).join('\n');
    assert(isRead(blocks));
    assert(isRead(`${' '.repeat(80)}\n`.repeat(90)));
    const lists = (count: number) => Array.from({ length: count }, (_, i) => `k${i}: [a]`).join('\n');
    assert(isRead(lists(256)));
    assert(!isRead(lists(257)));
    // Closing brackets open nothing.
    assert(isRead(`a: "${']'.repeat(300)}"\nb: [c]`));
    assert(!isRead(`a: "${']'.repeat(300)}"\nb: ${'['.repeat(65)}${']'.repeat(65)}`));
  });

  it('answers nothing for what is broken or no map', () => {
    for (const header of ['', 'a: [', 'a: b: c', '- a', 'words', '"a', 'a: &', '? [a]\n: b']) {
      assert.deepEqual(fields(header), [], header);
    }
  });
});

describe('signs of YAML before a value', () => {
  const told = (header: string) => {
    const source = `---\n${header}\n---\nText.\n`;
    const [post] = readPosts(source, { path: 'a.md' }).posts;
    return [post?.title, post?.date, post?.author];
  };

  it('are text as it is written', () => {
    for (const title of ['!x', '!x Harbour', '&x', '&x Harbour', '!', '!Closed/now it is', '*x']) {
      assert.deepEqual(told(`title: ${title}\ndate: 2016-05-04`), [title, '2016-05-04', null], title);
    }
    assert.deepEqual(told('author: [!a Mara, "Jon"]'), [null, null, '!a Mara, Jon']);
  });

  it('are signs where they do what they are for', () => {
    assert.deepEqual(told('title: !!str Harbour\ndate: !!timestamp 2016-05-04'), ['Harbour', '2016-05-04', null]);
    assert.deepEqual(told('title: !x "Harbour"'), ['Harbour', null, null]);
    assert.deepEqual(told('title: &name Harbour\nauthor: *name'), ['Harbour', null, 'Harbour']);
    assert.deepEqual(told('author: &me\n  name: Mara Lind'), [null, null, 'Mara Lind']);
  });
});
