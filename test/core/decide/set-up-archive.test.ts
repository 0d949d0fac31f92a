import assert from 'node:assert/strict';
import { describeFoundArchive, findArchives, setUpArchive } from '../../../src/core/decide/set-up-archive';
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
});
