import assert from 'node:assert/strict';
import { describeFoundArchive, findArchives, offersOf, setUpArchive } from '../../../src/core/decide/set-up-archive';
import { ruleFor } from '../../../src/core/entities/archive-rules';
import { readManifest } from '../../../src/core/entities/manifest';
import { readRegistry } from '../../../src/core/entities/registry';
import { OpenArchive } from '../../../src/core/archive/open-archive';
import { TEXT } from '../../support/archive';
import { encodeAs } from '../../support/encode';
import { MemoryHost } from '../../support/memory-host';

const POST = '---\ntitle: A post\ndate: 2015-03-01\n---\nText.\n';

describe('setting up an archive', () => {
  it('finds the files that hold dated posts, and says what is in them', async () => {
    const host = new MemoryHost({
      'archives/harbour.txt': TEXT,
      'posts/one.md': POST,
      'notes.txt': 'Buy bread.',
      'README.md': '# Read me',
      'mail/box.mbox': 'From mara@harbour.example Thu May  4 10:20:30 2014\nFrom: Mara\n\nIt rains.\n',
      'archives/harbour.txt.gloss.yaml': 'postgloss: 1\n',
      'latin1.txt': new Uint8Array([0xe9]),
    });
    const found = await findArchives(host);
    assert.deepEqual(found.map(describeFoundArchive), [
      'archives/harbour.txt: 2 posts from 2016 to 2017',
      'mail/box.mbox: 1 post of 2014',
      'posts/one.md: 1 post of 2015',
    ]);
  });

  it('makes a manifest that names just those files, whatever they are called', async () => {
    const names = [
      'a.txt',
      'posts/b.md',
      'posts/c.md',
      'with space/d e.txt',
      "it's [1] (2) {3}, 4!.txt",
      'é/漢字.md',
      'a+b/@c.txt',
      '~x.txt',
      '#1: x.md',
      'back\\slash.txt',
      'on',
      '!bang.md',
      'p|q.txt',
      'a$b^c.txt',
      '*.txt',
    ];
    for (const name of names) {
      const path = /\.\w+$/.test(name) ? name : `${name}.txt`;
      const [candidate] = await findArchives(new MemoryHost({ [path]: path.endsWith('.md') ? POST : TEXT }));
      assert(candidate, path);
      const [edit] = setUpArchive([candidate], true);
      const manifest = readManifest(edit?.after ?? '');
      assert.deepEqual(manifest.problems, [], path);
      assert.notEqual(ruleFor(manifest)(path), null, path);
      assert.equal(ruleFor(manifest)('elsewhere/other.txt'), null, path);
    }
    const all = await findArchives(
      new MemoryHost(
        Object.fromEntries(
          names.map((name) => [/\.\w+$/.test(name) ? name : `${name}.txt`, name.endsWith('.md') ? POST : TEXT]),
        ),
      ),
    );
    const [manifestEdit, registryEdit] = setUpArchive(all, false);
    const manifest = readManifest(manifestEdit?.after ?? '');
    assert.deepEqual([manifest.problems, manifest.writable], [[], true]);
    for (const { path } of all) assert.notEqual(ruleFor(manifest)(path), null, path);
    assert.equal(readRegistry(registryEdit?.after ?? '').writable, true);
    assert.equal(manifest.tags.length, 3);
  });

  it('states the encoding of files that are not UTF-8, each apart where files of a folder differ', async () => {
    const accented = POST.replace('Text.', 'Où ça? “À côté.”');
    const latin = encodeAs(accented, 'windows-1252');
    const files = {
      'p/a.md': latin,
      'p/b.md': latin,
      'q/a.md': latin,
      'q/b.md': accented,
      'r.md': encodeAs(`\ufeff${POST}`, 'utf-16le'),
    };
    const host = new MemoryHost(files);
    const found = await findArchives(host);
    assert.equal(describeFoundArchive(found[0] ?? assert.fail()), 'p/a.md: 1 post of 2015, in windows-1252');
    const manifest = readManifest(setUpArchive(found, true)[0]?.after ?? '');
    assert.deepEqual([manifest.problems, manifest.writable], [[], true]);
    assert.deepEqual(
      manifest.archives.map(({ files: glob, encoding }) => [glob, encoding]),
      [
        ['p/*.md', 'windows-1252'],
        ['q/a.md', 'windows-1252'],
        ['q/b.md', undefined],
        ['r.md', undefined],
      ],
    );
    // What is written there is read so.
    host.write(setUpArchive(found, false));
    const archive = new OpenArchive(host);
    await archive.open();
    assert.deepEqual(
      archive.texts.map(({ text }) => text),
      [accented, accented, accented, accented, POST],
    );
  });

  it('takes several files of a folder together, unless one beside them was declined', async () => {
    const files = await findArchives(new MemoryHost({ 'p/a.md': POST, 'p/b.md': POST, 'p/c.md': POST }));
    const globs = (chosen: typeof files, declined: typeof files) =>
      readManifest(setUpArchive(chosen, true, declined)[0]?.after ?? '').archives.map((rule) => rule.files);
    assert.deepEqual(globs(files, []), ['p/*.md']);
    assert.deepEqual(globs(files.slice(1), files.slice(0, 1)), ['p/b.md', 'p/c.md']);
    assert.equal(globs([], []).length, 1);
  });

  it('locks texts that are not written any more, where they would open for writing', async () => {
    const host = new MemoryHost({ 'a.txt': TEXT, 'posts/b.md': POST, 'posts/c.md': POST, 'd.md': POST });
    const chosen = await findArchives(host);
    const rules = (written: boolean) =>
      readManifest(setUpArchive(chosen, true, [], written)[0]?.after ?? '').archives.map(
        ({ files, editable }) => [files, editable] as const,
      );
    assert.deepEqual(rules(false), [
      ['a.txt', null],
      ['d.md', false],
      ['posts/*.md', false],
    ]);
    assert.deepEqual(
      rules(true).map(([, editable]) => editable),
      [null, null, null],
    );
  });

  const globsOf = (chosen: Awaited<ReturnType<typeof findArchives>>) =>
    readManifest(setUpArchive(chosen, true)[0]?.after ?? '').archives.map((rule) => rule.files);

  it('offers files that only their names or folders date, as one glob', async () => {
    const host = new MemoryHost({
      'notes/2016-05-04.md': '# Meeting',
      'notes/2016-05-11.md': '# Meeting',
      'log/2017/05/04/rain.txt': 'It rains.',
      'log/2018/06/04/sun.txt': 'It shines.',
      'docs/read.md': '# Read',
    });
    const found = await findArchives(host);
    assert.deepEqual(
      offersOf(found).map(({ label }) => label),
      ['log/**/*.txt: 2 posts from 2017 to 2018 in 2 files', 'notes/*.md: 2 posts of 2016 in 2 files'],
    );
    assert.deepEqual(globsOf(found), ['log/**/*.txt', 'notes/*.md']);
  });

  it('names bundles, each in a folder of its own, by one glob, so that a new one belongs to it', async () => {
    const bundles = ['blog/2016/one', 'blog/2016/two', 'blog/2017/three', 'news/a', 'news/b'].map(
      (folder) => `${folder}/index.md`,
    );
    const files = Object.fromEntries(bundles.map((path) => [path, POST]));
    assert.deepEqual(globsOf(await findArchives(new MemoryHost(files))), ['blog/**/index.md', 'news/**/index.md']);
    // A page that lists the posts is none itself.
    const listed = await findArchives(
      new MemoryHost({ ...files, 'news/index.md': '# News', 'blog/about/index.md': '# Us' }),
    );
    const manifest = readManifest(setUpArchive(listed, true)[0]?.after ?? '');
    for (const path of bundles) assert.notEqual(ruleFor(manifest)(path), null, path);
    for (const path of ['news/index.md', 'blog/about/index.md']) assert.equal(ruleFor(manifest)(path), null, path);
    assert.deepEqual(
      manifest.archives.slice(-1).map((rule) => rule.files),
      ['news/*/index.md'],
    );
  });

  it('leaves out undated files beside dated ones', async () => {
    const found = await findArchives(
      new MemoryHost({ 'n/2016-05-04.md': 'a', 'n/2016-05-05-b.md': 'b', 'n/README.md': 'c' }),
    );
    assert.deepEqual(globsOf(found), ['n/????-??-??*.md']);
  });

  it('finds posts in MDX, reStructuredText, Org, AsciiDoc and HTML where they are dated', async () => {
    const host = new MemoryHost({
      'a.mdx': POST,
      'b.rst': 'Rain\n====\n\n:date: 2016-05-04\n\nIt rains.\n',
      'c.org': '#+TITLE: Rain\n#+DATE: <2016-05-04 Wed>\n\nIt rains.\n',
      'd.adoc': '= Rain\nMara Lind <mara@harbour.example>\n2016-05-04\n\nIt rains.\n',
      '2016-05-04-e.html': '<p>It rains.</p>',
      'f.html': '<p>A page</p>',
      'g.org': '* To do',
      'h.rst': 'Manual\n======\n\nText.\n',
    });
    assert.deepEqual(
      (await findArchives(host)).map(({ path }) => path),
      ['2016-05-04-e.html', 'a.mdx', 'b.rst', 'c.org', 'd.adoc'],
    );
  });

  it('reads some files of each folder where there are too many, and says so', async () => {
    const files: Record<string, string> = {};
    for (let page = 0; page < 5000; page++) files[`docs/${page % 7}/page-${page}.md`] = '# Page';
    for (let post = 0; post < 3000; post++) files[`posts/p${post}/index.md`] = POST;
    files['zines/one.md'] = POST;
    const host = new MemoryHost(files);
    const found = await findArchives(host);
    assert.equal(host.reads.length <= 2000, true, String(host.reads.length));
    assert.deepEqual(globsOf(found), ['posts/**/index.md', 'zines/one.md']);
    const [posts] = offersOf(found);
    assert.match(
      posts?.label ?? '',
      /^posts\/\*\*\/index\.md: (\d+) posts of 2015 in \1 files, and \d+ more that were not read$/,
    );
  });
});
