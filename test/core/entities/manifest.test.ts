import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { isGlossFile, isWritten, ruleFor } from '../../../src/core/entities/archive-rules';
import { addTag, readManifest } from '../../../src/core/entities/manifest';
import { marked } from '../../support/marked';

function manifest(glob: string) {
  return readManifest(`postgloss: 1\narchives:\n  - files: ${JSON.stringify(glob)}\n`);
}

describe('reading postgloss.yaml', () => {
  it('reads which files hold posts, and the codebook', () => {
    const read = readManifest(`postgloss: 1
archives:
  - files: "archives/**/*.txt"
    format: post-archive
  - "notes/*.md"
tags:
  - id: claim
    description: Somebody asserts something
    color: blue
  - id: claim/unsourced
`);
    assert.deepEqual(read.problems, []);
    assert.deepEqual(
      read.archives.map(({ files, format, place }) => [files, format, read.file.text.slice(place.start, place.end)]),
      [
        ['archives/**/*.txt', 'post-archive', '"archives/**/*.txt"'],
        ['notes/*.md', 'auto', '"notes/*.md"'],
      ],
    );
    assert.deepEqual(
      read.tags.map(({ id, description, color }) => [id, description, color]),
      [
        ['claim', 'Somebody asserts something', 'blue'],
        ['claim/unsourced', null, null],
      ],
    );
    const rule = ruleFor(read);
    assert.equal(rule('archives/a/b.txt')?.format, 'post-archive');
    assert.equal(rule('archives/b.txt')?.format, 'post-archive');
    assert.equal(rule('notes/a.md')?.format, 'auto');
    assert.equal(rule('notes/a/b.md'), null);
  });

  it('reads whether texts are still written, and knows it by their format where nobody says', () => {
    const { text, spans } = marked(`postgloss: 1
archives:
  - files: a.txt
    editable: true
  - files: b.txt
    editable: "false"
  - files: c.txt
  - d.txt
  - files: e.txt
    ⟦editable⟧: maybe
`);
    const { archives, problems } = readManifest(text);
    assert.deepEqual(
      archives.map(({ files, editable }) => [files, editable]),
      [
        ['a.txt', true],
        ['b.txt', false],
        ['c.txt', null],
        ['d.txt', null],
        ['e.txt', null],
      ],
    );
    assert.deepEqual(
      problems.map(({ span }) => span),
      spans,
    );
    for (const format of ['post-archive', 'mbox', 'front-matter', 'plain']) {
      assert.equal(isWritten({ editable: true }, format), true);
      assert.equal(isWritten({ editable: false }, format), false);
      assert.equal(isWritten({ editable: null }, format), format === 'front-matter' || format === 'plain');
    }
  });

  it('lets no bad rule or tag hide another, and marks what is wrong', () => {
    const { text, spans } = marked(`postgloss: 1
archives:
  - ⟦format: plain⟧
  - files: a.txt
    ⟦format⟧: csv
  - ⟦[a, b]⟧
  - ⟦../x.txt⟧
tags:
  - ⟦color: red⟧
  - id: ⟦a b⟧
  - id: a
    ⟦color⟧: mauve
  - id: ⟦a⟧
`);
    const { archives, tags, problems } = readManifest(text);
    assert.deepEqual(
      archives.map(({ files, format }) => [files, format]),
      [['a.txt', 'auto']],
    );
    assert.deepEqual(
      tags.map(({ id, color }) => [id, color]),
      [['a', null]],
    );
    assert.deepEqual(
      problems.map((problem) => problem.span),
      spans,
    );
    assert.equal(readManifest('postgloss: 1\narchives: a.txt\n').problems[0]?.code, 'bad-field');
    assert.equal(readManifest('postgloss: 1\n').problems[0]?.code, 'no-archives');
  });

  it('never reads our own files as texts, nor any outside of the folder', () => {
    const rule = ruleFor(manifest('**'));
    assert.notEqual(rule('a/b.txt'), null);
    for (const path of [
      'postgloss.yaml',
      'a/postgloss.yaml',
      'entities.gloss.yaml',
      'a/b.txt.gloss.yaml',
      '../b.txt',
      'a/../../b',
      '/etc/hosts',
      'c:/b.txt',
      '..\\b',
    ]) {
      assert.equal(rule(path), null, path);
    }
    assert.equal(isGlossFile('a/glosses.yaml'), false);
  });

  it('E1, E5: refuses globs that leave the folder, and those that would be slow', () => {
    const unfit = [
      '../*.txt',
      '/etc/*',
      '~/x',
      'c:\\x',
      'a/../../b',
      'a\\..\\b',
      'file:///x',
      '{..,a}/b',
      '{a,../b}',
      '[.][.]/b',
      '.[.]/b',
      '!a',
      '(a+)+b',
      '@(a|b)',
      '[a]+[a]+b',
      '*a*a*a*b',
      '**/**/**/a',
      '{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}',
      '{a,{b,c}}',
      'x'.repeat(301),
      '',
    ];
    for (const glob of unfit) assert.deepEqual(manifest(glob).archives, [], glob);
    for (const glob of [
      '**/*.txt',
      '*.md',
      'a/{b,c}/*.txt',
      'a/[0-9]*.txt',
      'a..b.txt',
      '...txt',
      'posts 2016/?.txt',
      '**/a*/**/*b*.txt',
      'c++.txt',
    ]) {
      assert.equal(manifest(glob).archives.length, 1, glob);
      assert.equal(ruleFor(manifest(glob))('nothing/of/it.csv'), null);
    }
  });

  it('E5: matches hostile paths against the worst of the remaining globs in no time', () => {
    for (const glob of [
      '*a*b',
      '**/*a*b/**/*a*b',
      '**/**/*a*b',
      '{*a*b,*a*c,**/*a*d}',
      '?a?a?a?a*a*',
      '[a-z]*[a-z]*b',
      `${'[!b]'.repeat(60)}*b`,
    ]) {
      assert.equal(manifest(glob).archives.length, 1, glob);
      const rule = ruleFor(manifest(glob));
      for (const path of [
        'a'.repeat(255),
        'a/'.repeat(2000),
        `${'a'.repeat(250)}/`.repeat(16),
        '['.repeat(4000),
        '/'.repeat(4000),
      ]) {
        const start = process.cpuUsage();
        rule(path);
        const { user } = process.cpuUsage(start);
        assert(user < 200_000, `${glob} on ${path.slice(0, 20)}… took ${user / 1000} ms`);
      }
    }
  });

  it('names the encoding of files by its name in the standard, and at its place one that there is not', () => {
    const rule = (encoding: string) => `postgloss: 1\narchives:\n  - files: a.txt\n    encoding: ${encoding}\n`;
    const encodingOf = (encoding: string) => readManifest(rule(encoding)).archives[0]?.encoding;
    assert.deepEqual(['latin1', 'Shift-JIS', '"windows-1251"'].map(encodingOf), [
      'windows-1252',
      'shift_jis',
      'windows-1251',
    ]);
    assert.deepEqual(['utf-8', 'UTF8'].map(encodingOf), [undefined, undefined]);
    for (const bad of ['klingon', 'iso-2022-kr', '1252', '[a]']) {
      const { archives, problems } = readManifest(rule(bad));
      assert.deepEqual([archives.length, archives[0]?.encoding], [1, undefined], bad);
      const [problem] = problems;
      assert.deepEqual([problem?.code, problem?.severity, problems.length], ['bad-field', 'error', 1], bad);
      assert.equal(problem && rule(bad).slice(problem.span.start, problem.span.end), bad === '[a]' ? 'encoding' : bad);
    }
  });

  it('adds a tag behind the others, and only one that can be', () => {
    const text = 'postgloss: 1\ntags:\n  - id: a # first\narchives:\n  - files: x\n';
    const added = addTag(readManifest(text), 'a/b');
    assert.deepEqual(added, { ok: true, text: text.replace('first\n', 'first\n  - id: a/b\n') });
    assert.deepEqual(addTag(readManifest('postgloss: 1\n'), 'no'), {
      ok: true,
      text: 'postgloss: 1\ntags:\n  - id: "no"\n',
    });
    for (const id of ['a', 'two words', '']) assert.equal(addTag(readManifest(text), id).ok, false, id);
    assert.equal(addTag(readManifest(''), 'a').ok, false);
  });
});

describe('rules of files', () => {
  const name = fc.constantFrom('a', 'b', 'a b', 'c.txt', 'd.md', 'é', '.h', '[x]');
  const wild = fc.constantFrom('*', '**', 'a*', '*.txt', '{a,b}', 'c.txt');
  const pathOf = (part: fc.Arbitrary<string>) =>
    fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

  it('give the first rule whose glob fits, as trying one after the other does', () => {
    const files = fc.array(fc.oneof(pathOf(name), pathOf(wild)), { maxLength: 6 });
    fc.assert(
      fc.property(files, fc.array(pathOf(name), { maxLength: 6 }), (globs, paths) => {
        const archives = globs.map((glob) => ({
          files: glob,
          format: 'auto' as const,
          editable: null,
          place: { start: 0, end: 0 },
        }));
        const rule = ruleFor({ archives });
        for (const path of paths) {
          const first = archives.find((one) => picomatch(one.files, { noextglob: true })(path)) ?? null;
          assert.equal(rule(path), first);
        }
      }),
    );
  });

  it('are 200 globs at most, and any number of paths', () => {
    const rules = (glob: (i: number) => string) =>
      readManifest(`postgloss: 1\narchives:\n${Array.from({ length: 300 }, (_, i) => `  - ${glob(i)}\n`).join('')}`);
    assert.equal(rules((i) => `a/${i}.txt`).archives.length, 300);
    const many = rules((i) => `a${i}/*.txt`);
    assert.equal(many.archives.length, 200);
    assert.match(many.problems[0]?.message ?? '', /200 are the most/);
  });
});
