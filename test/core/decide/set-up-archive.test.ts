import assert from 'node:assert/strict';
import { describeFoundArchive, findArchives, setUpArchive } from '../../../src/core/decide/set-up-archive';
import { ruleFor } from '../../../src/core/entities/archive-rules';
import { readManifest } from '../../../src/core/entities/manifest';
import { readRegistry } from '../../../src/core/entities/registry';
import { TEXT } from '../../support/archive';
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
});
