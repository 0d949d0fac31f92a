import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundledPackages, licenceFaults, noticesText } from '../../packaging/notices.mjs';
import { removeFolder, tempFolder } from '../host/processes.mjs';

/** @typedef {import('../../packaging/notices.mjs').Package} Package */

describe('the packages that are bundled', () => {
  /** @type {string} */
  let folder;
  before(() => {
    folder = tempFolder('notices');
    write('node_modules/used/package.json', JSON.stringify({ name: 'used', version: '1.2.3', license: 'MIT' }));
    write('node_modules/used/LICENSE', 'Copyright (c) 2020 Somebody\r\n\r\nPermission is granted.\r\n');
    write('node_modules/used/lib/index.js', "export { inner } from '@scope/inner';");
    write('node_modules/used/lib/package.json', '{ "type": "module" }');
    const inner = 'node_modules/used/node_modules/@scope/inner';
    write(`${inner}/package.json`, JSON.stringify({ name: '@scope/inner', version: '0.1.0', license: 'Apache-2.0' }));
    write(`${inner}/licence.md`, 'The text.');
    write(`${inner}/NOTICE.txt`, 'Made by the inner people.');
    write(`${inner}/index.js`, 'export const inner = () => console.log(1);');
    write('node_modules/unused/package.json', JSON.stringify({ name: 'unused', version: '9.0.0', sideEffects: false }));
    write('node_modules/unused/index.js', 'export const unused = () => console.log(2);');
    write(
      'one.js',
      "import { inner } from './node_modules/used/lib/index.js'; import { unused } from 'unused'; inner();",
    );
    write('two.js', 'console.log(3);');
  });
  after(() => removeFolder(folder));

  it('are those with code in a bundle, of any depth, and no others', async () => {
    deepStrictEqual(
      (await packages()).map(({ name, version, licence, bundles }) => ({ name, version, licence, bundles })),
      [{ name: '@scope/inner', version: '0.1.0', licence: 'Apache-2.0', bundles: ['one.cjs'] }],
    );
  });

  it('come with their licence and their notice, whatever the names of the files', async () => {
    const [inner] = await packages();
    strictEqual(inner?.text, 'The text.');
    strictEqual(inner?.notice, 'Made by the inner people.');
  });

  it('are the same in the same order, in whatever order the bundles were built', async () => {
    const names = ['b', 'a', 'c'];
    for (const name of names) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', license: 'MIT' }));
      write(`node_modules/${name}/LICENSE`, `Copyright 2020 ${name}`);
      write(`node_modules/${name}/index.js`, `console.log('${name}');`);
      write(`only-${name}.js`, `import '${name}';`);
    }
    write('all.js', names.map((name) => `import '${name}';`).join('\n'));
    const texts = [
      await packages(['all', 'only-b', 'only-a', 'only-c']),
      await packages(['only-c', 'only-a', 'all', 'only-b']),
    ].map(noticesText);
    strictEqual(texts[0], texts[1]);
    match(texts[0] ?? '', /\na 1[^]*\nb 1[^]*\nc 1/);
  });

  function packages(names = ['one', 'two']) {
    return Promise.all(
      names.map((name) =>
        build({
          absWorkingDir: folder,
          entryPoints: [`${name}.js`],
          outfile: `${name}.cjs`,
          bundle: true,
          write: false,
          metafile: true,
        }),
      ),
    ).then((built) =>
      bundledPackages(
        built.map(({ metafile }) => metafile),
        folder,
      ),
    );
  }

  /** @param {string} path @param {string} text */
  function write(path, text) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

describe('the licences of what is bundled', () => {
  /** @type {Package} */
  const fine = {
    name: 'fine',
    version: '1.0.0',
    licence: 'ISC',
    text: 'Copyright Somebody <somebody@example.org>\n\nPermission is granted.',
    notice: '',
    needs: [],
    bundles: ['cli.cjs'],
  };

  it('may be shipped where they ask for their text only', () => deepStrictEqual(licenceFaults([fine]), []));

  for (const licence of ['GPL-3.0-only', 'UNLICENSED', '', 'SEE LICENSE IN LICENSE', '(MIT OR GPL-3.0)', 'mit']) {
    it(`are refused as “${licence}”`, () => {
      const faults = licenceFaults([fine, { ...fine, name: 'odd', licence }]);
      strictEqual(faults.length, 1);
      match(faults[0] ?? '', /^odd 1\.0\.0, which is bundled in cli\.cjs, has the licence “/);
    });
  }

  it('are refused without their text', () => {
    for (const text of ['', ' \n'])
      match(licenceFaults([{ ...fine, text }]).join(), /comes without the text of its licence/);
  });

  it('are written with name, version, copyright, bundles and the whole text', () => {
    const text = noticesText([fine]);
    for (const part of ['fine 1.0.0', 'Licence: ISC', 'Bundled in: cli.cjs', fine.text]) ok(text.includes(part), part);
    match(text, /^Copyright Somebody <somebody@example\.org>\nBundled in/m);
  });

  it('are written with the notice that Apache-2.0 wants to see passed on', () => {
    const notice = 'This product holds ideas of a friend.';
    ok(noticesText([{ ...fine, notice }]).includes(`NOTICE\n\n${notice}`));
  });

  it('state a copyright found at the end of a long text, and no sentence about copyright', () => {
    const text = 'A copyright notice\ncopyright notice that is attached\n\n   Copyright 2017 Jo\n';
    match(noticesText([{ ...fine, text }]), /Licence: ISC\nCopyright 2017 Jo\nBundled/);
  });
});
