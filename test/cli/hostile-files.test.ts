import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { callHere } from './support/call';
import { ARCHIVE, MANIFEST, REGISTRY } from './support/case';
import { withFolder } from './support/folder';

const TABLE = { 'p.csv': 'name,type\nBo Lind,person\n' };
const WRITTEN = 'name: Bo Lind';

/** A call in an archive in which something has been put in a file's place; answers with what it tells, and whether the registry was changed. */
function tell(argv: readonly string[], trap: (at: (path: string) => string) => void) {
  return withFolder({ ...ARCHIVE, ...TABLE }, async (folder) => {
    const at = (path: string) => join(folder, path);
    trap(at);
    const { code, stdout, stderr } = await callHere(argv, folder);
    const stats = lstatSync(at('entities.gloss.yaml'), { throwIfNoEntry: false });
    const isWritten =
      stats?.isFile() === true && stats.size < 1e6 && readFileSync(at('entities.gloss.yaml'), 'utf8').includes(WRITTEN);
    return { code, stdout, stderr: stderr.replaceAll(folder, '…'), isWritten, names: readdirSync(folder).sort() };
  });
}

const IMPORT = ['import', 'p.csv'];
const REGISTRY_NAME = 'entities.gloss.yaml';
const replace = (path: string, set: () => void) => {
  rmSync(path, { recursive: true, force: true });
  set();
};

describe('postgloss, among files that strangers have made', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('writes a registry where a file is, and else names what is there', async () => {
    const link = 'It is a link, and nothing is written through a link. Put a file in its place';
    const table: readonly (readonly [string, (path: string) => void, string])[] = [
      ['another file of the archive', (path) => symlinkSync('postgloss.yaml', path), link],
      ['the settings of git', (path) => symlinkSync('.git/config', path), link],
      ['nothing', (path) => symlinkSync('nowhere', path), link],
      ['a device', (path) => symlinkSync('/dev/zero', path), link],
      ['a folder', (path) => mkdirSync(path), 'It is a folder, and only a file is replaced'],
      ['a pipe', (path) => execFileSync('mkfifo', [path]), 'It is a pipe, and only a file is replaced'],
      ['3 GB', (path) => sparse(path, 3e9), 'It is too large: 3000 MB; at most 50 MB are read'],
    ];
    for (const [what, set, why] of table) {
      const told = await tell(IMPORT, (at) => replace(at(REGISTRY_NAME), () => set(at(REGISTRY_NAME))));
      assert.deepEqual(
        [told.code, told.stderr, told.isWritten],
        [2, `postgloss: “${REGISTRY_NAME}”: ${why}.\n`, false],
        what,
      );
      assert.deepEqual(told.names, ['archives', REGISTRY_NAME, 'p.csv', 'postgloss.yaml'], what);
    }
  });

  it('is kept by nothing that has the name of a lock, without its being named', async () => {
    const lock = `.${REGISTRY_NAME}.lock`;
    for (const leading of ['nowhere', '/dev/zero', REGISTRY_NAME]) {
      const told = await tell(IMPORT, (at) => symlinkSync(leading, at(lock)));
      assert.deepEqual([told.code, told.isWritten, told.names.includes(lock)], [0, true, false], leading);
    }
    const told = await tell(IMPORT, (at) => mkdirSync(at(lock)));
    const why = `“${lock}” beside it has the name of its lock, but is a folder. Remove it, then try again.`;
    assert.deepEqual([told.code, told.stderr], [2, `postgloss: “${REGISTRY_NAME}”: ${why}\n`]);
  });

  it('reads no table that is none, and says why', async () => {
    const table: readonly (readonly [(path: string) => void, string])[] = [
      [(path) => mkdirSync(path), '“p.csv” is a folder in which no export is recognized. Import a file.'],
      [(path) => execFileSync('mkfifo', [path]), 'There is no file “p.csv”.'],
      [(path) => sparse(path, 6e8), '“p.csv”: It is too large: 600 MB; at most 50 MB are read.'],
      [
        (path) => writeFileSync(path, Buffer.from('name\nJos\xe9\n', 'latin1')),
        '“p.csv”: It is not UTF-8 text: the byte E9 at 8, in line 2.',
      ],
    ];
    for (const [set, why] of table) {
      const told = await tell(IMPORT, (at) => replace(at('p.csv'), () => set(at('p.csv'))));
      assert.deepEqual([told.code, told.stderr, told.isWritten], [2, `postgloss: ${why}\n`, false]);
    }
  });

  it('goes on beside a text that is too large, and lists it as a problem', async () => {
    const large = (at: (path: string) => string) => sparse(at('archives/large.txt'), 6e8);
    const why = 'It is too large: 600 MB; at most 50 MB are read.';
    const posts = await tell(['posts', 'archives/'], large);
    assert.deepEqual([posts.code, posts.stderr], [1, `postgloss: archives/large.txt: ${why}\n`]);
    assert.match(posts.stdout, /The harbour is closed/);
    const check = await tell(['check'], large);
    assert.equal(check.code, 1);
    assert.match(check.stdout, /^archives\/large\.txt:1:1: error: The text cannot be read\. It is too large: 600 MB;/m);
    const named = await tell(['mentions', 'archives/'], (at) => sparse(at(REGISTRY_NAME), 6e8));
    assert.deepEqual([named.code, named.stderr], [2, `postgloss: “${REGISTRY_NAME}”: ${why}\n`]);
    const beside = await tell(['anchors', 'archives/'], (at) => sparse(at('archives/harbour.txt.gloss.yaml'), 6e8));
    assert.deepEqual([beside.code, beside.stderr], [2, `postgloss: “archives/harbour.txt.gloss.yaml”: ${why}\n`]);
  });

  it('takes no settings of an archive from outside of it', async () => {
    const told = await tell(['posts', 'archives/'], (at) =>
      replace(at('postgloss.yaml'), () => symlinkSync('/etc/hosts', at('postgloss.yaml'))),
    );
    assert.equal(told.code, 2);
    assert.match(told.stderr, /“…\/postgloss\.yaml” is a link that leads out of its folder, and is not read\./);
  });

  it('merges into a file, and into nothing else', async () => {
    const versions = { base: REGISTRY, theirs: REGISTRY, 'plain.yaml': REGISTRY };
    await withFolder({ ...versions, '.git/config': '[core]\n' }, async (folder) => {
      const at = (path: string) => join(folder, path);
      symlinkSync('plain.yaml', at('link'));
      symlinkSync('.git', at('linked'));
      mkdirSync(at('folder'));
      execFileSync('mkfifo', [at('pipe')]);
      const table = [
        ['link', 'It is a link, and nothing is written through a link. Put a file in its place'],
        ['folder', 'It is a folder, and only a file is replaced'],
        ['pipe', 'It is a pipe, and only a file is replaced'],
        ['.git/config', 'It lies in a folder of git, in which only git itself writes'],
        [
          'linked/config',
          '“linked” in its path is a link, and nothing is written through a link. Put a folder in its place, or name the folder that it leads to',
        ],
      ];
      // A device of the test's own, which only an administrator can make.
      if (process.getuid?.() === 0 && spawnSync('mknod', [at('device'), 'c', '1', '3']).status === 0) {
        table.push(['device', 'It is a device, and only a file is replaced']);
      }
      for (const [name = '', why] of table) {
        const kind = lstatSync(at(name)).mode;
        const { code, stderr } = await callHere(['merge', 'base', name, 'theirs'], folder);
        assert.deepEqual([code, stderr], [2, `postgloss: “${name}”: ${why}.\n`]);
        assert.equal(lstatSync(at(name)).mode, kind, name);
      }
      for (const [name, why] of [
        ['pipe', 'It is a pipe and not a file'],
        ['lost', 'There is no such file or folder'],
      ] as const) {
        const { code, stderr } = await callHere(['merge', name, 'plain.yaml', 'theirs'], folder);
        assert.deepEqual([code, stderr], [2, `postgloss: “${name}”: ${why}.\n`]);
      }
      assert.deepEqual(
        [readFileSync(at('.git/config'), 'utf8'), readFileSync(at('plain.yaml'), 'utf8')],
        ['[core]\n', REGISTRY],
      );
    });
  });

  it('sets git up through no link, neither of the rule nor of the settings', async () => {
    for (const leading of ['.git/config', '.git/hooks/pre-commit', 'package.json', '../outside', 'nowhere']) {
      await withFolder({ 'package.json': '{}\n', outside: 'x' }, async (folder) => {
        execFileSync('git', ['init', '-q'], { cwd: folder });
        writeFileSync(join(folder, '.git/hooks/pre-commit'), '#!/bin/sh\n');
        symlinkSync(leading, join(folder, '.gitattributes'));
        const before = spawnSync('cat', [join(folder, leading)]).stdout.toString();
        const { code, stderr } = await callHere(['setup-git'], folder);
        const why = 'It is a link, and nothing is written through a link. Put a file in its place.';
        assert.deepEqual([code, stderr], [2, `postgloss: .gitattributes: ${why}\n`], leading);
        assert.equal(spawnSync('cat', [join(folder, leading)]).stdout.toString(), before, leading);
      });
    }
    await withFolder({ 'settings.txt': '' }, async (folder) => {
      execFileSync('git', ['init', '-q'], { cwd: folder });
      replace(join(folder, 'settings.txt'), () => execFileSync('mv', ['.git/config', 'settings.txt'], { cwd: folder }));
      symlinkSync('../settings.txt', join(folder, '.git/config'));
      const before = readFileSync(join(folder, 'settings.txt'), 'utf8');
      const { code, stderr } = await callHere(['setup-git'], folder);
      assert.deepEqual(
        [code, stderr],
        [1, 'postgloss: “.git/config”: It is a link, and nothing is written through a link.\n'],
      );
      assert.equal(readFileSync(join(folder, 'settings.txt'), 'utf8'), before);
    });
  });

  it('tells of a full disk, and changes nothing', async function () {
    if (process.getuid?.() !== 0) this.skip();
    await withFolder({}, async (folder) => {
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', folder]).status !== 0) this.skip();
      try {
        const files = { 'postgloss.yaml': MANIFEST, [REGISTRY_NAME]: REGISTRY, ...TABLE };
        for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
        spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'rest')}`], { stdio: 'ignore' });
        const { code, stderr } = await callHere(IMPORT, folder);
        assert.deepEqual(
          [code, stderr.replace(/ took only a part.*|is full/, '')],
          [2, `postgloss: “${REGISTRY_NAME}”: The disk .\n`],
        );
        assert.equal(readFileSync(join(folder, REGISTRY_NAME), 'utf8'), REGISTRY);
        assert.deepEqual(readdirSync(folder).sort(), [REGISTRY_NAME, 'p.csv', 'postgloss.yaml', 'rest']);
      } finally {
        spawnSync('umount', [folder]);
      }
    });
  });
});

/** Makes a file of zeros that takes no room. */
function sparse(path: string, size: number): void {
  writeFileSync(path, '');
  truncateSync(path, size);
}
