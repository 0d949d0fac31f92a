// Each rule on a package in which all is well, and on packages with one fault each.
import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import {
  changelogFaults,
  contentFaults,
  licenceFaults,
  readmeFaults,
  referenceFaults,
  sizeFaults,
} from '../../packaging/contents.mjs';
import { readmeApart } from '../../packaging/pack.mjs';
import { having, lacking, wholePackage, withManifest } from './whole.mjs';

describe('the contents of a package', () => {
  it('are well where all is well', () => {
    const rules = [contentFaults, referenceFaults, licenceFaults, changelogFaults, readmeFaults];
    deepStrictEqual(
      rules.flatMap((rule) => rule(wholePackage())),
      [],
    );
  });

  for (const path of [
    'extension/dist/cli.cjs',
    'extension/dist/web.js',
    'extension/dist/index-worker.js',
    'extension/dist/import.cjs',
    'extension/LICENSE.txt',
    'extension/dist/THIRD-PARTY-NOTICES.txt',
    'extension/changelog.md',
    'extension.vsixmanifest',
  ]) {
    it(`may not lack ${path}`, () => deepStrictEqual(contentFaults(lacking(path)), [`${path} is missing.`]));
  }

  for (const path of [
    'extension/src/core/host.ts',
    'extension/test/layers.test.ts',
    'extension/dist/old-bundle.cjs',
    'extension/dist/desktop.cjs.map',
    'extension/node_modules/yaml/index.js',
    'extension/.env',
    'extension/media/screenshots/reading-dark.png',
    'extension/media/sample/.git/config',
    'extension/media/walkthrough/.svg',
    'extension/syntaxes/notes.txt',
    'extension/package-lock.json',
    'evil.sh',
    'extension/../../escape.js',
  ]) {
    it(`may not hold ${path}`, () =>
      deepStrictEqual(contentFaults(having(path, 'x')), [`${path} is not meant to be shipped; see .vscodeignore.`]));
  }

  it('may not hold a file twice, or an empty one', () => {
    const [first, ...rest] = wholePackage();
    if (!first) throw new Error('The package is empty.');
    deepStrictEqual(contentFaults([first, first, ...rest]), [`${first.path} is there twice.`]);
    deepStrictEqual(contentFaults(having('extension/dist/cli.cjs', '')), ['extension/dist/cli.cjs is empty.']);
  });

  it('hold what package.json names', () => {
    deepStrictEqual(referenceFaults(lacking('extension/media/walkthrough/tag.svg')), [
      'package.json names media/walkthrough/tag.svg, which is missing.',
    ]);
    deepStrictEqual(referenceFaults(withManifest({ main: './dist/other.cjs' })), [
      'package.json names ./dist/other.cjs, which is missing.',
    ]);
  });

  it('say the licences of all that is bundled, and of nothing else', () => {
    const notices = 'extension/dist/THIRD-PARTY-NOTICES.txt';
    const { dependencies } = JSON.parse(
      String(wholePackage().find(({ path }) => path === 'extension/package.json')?.bytes),
    );
    strictEqual(licenceFaults(having(notices, 'Nothing.')).length, Object.keys(dependencies).length);
    deepStrictEqual(licenceFaults(withManifest({ dependencies: { ...dependencies, another: '1' } })), [
      'another is in package.json’s dependencies, but THIRD-PARTY-NOTICES.txt does not name it.',
    ]);
    const { yaml, ...others } = dependencies;
    deepStrictEqual(licenceFaults(withManifest({ dependencies: others })), [
      'yaml is bundled, but is not in package.json’s dependencies, and no other package needs it.',
    ]);
    strictEqual(typeof yaml, 'string');
    match(licenceFaults(having('extension/LICENSE.txt', 'All rights reserved.')).join(), /is not the MIT licence/);
  });

  it('have a section of the changelog for the version', () => {
    deepStrictEqual(changelogFaults(withManifest({ version: '0.1.1' })), ['The changelog has no section “## 0.1.1”.']);
    deepStrictEqual(changelogFaults(having('extension/changelog.md', '# 0.1.0\n\nAs 0.1.0 was.')).length, 1);
  });

  it('may weigh 3 MB and no more', () => {
    deepStrictEqual(sizeFaults(3 * 1024 * 1024), []);
    strictEqual(sizeFaults(3 * 1024 * 1024 + 1).length, 1);
  });
});

describe('the readme of a package', () => {
  for (const target of [
    'media/icon.png',
    './LICENSE',
    'src/README.md',
    'http://example.org',
    'https://example.org/a.svg',
  ])
    it(`may not point to ${target}`, () => {
      for (const text of [`See [it](${target}).`, `![It](${target})`, `<img alt="" src="${target}">`])
        strictEqual(readmeFaults(having('extension/readme.md', text)).length, 1, text);
    });

  it('may point to the web, to itself and to nobody', () =>
    deepStrictEqual(
      readmeFaults(having('extension/readme.md', '[a](https://example.org) [b](#b) [c](mailto:c@example.org) d')),
      [],
    ));

  it('is the checkout’s without pictures and links that lead into it', () => {
    const readme = '# It\n\n![A picture](media/a.png)\n\nSee [the map](src/README.md), [there](https://example.org).\n';
    strictEqual(readmeApart(readme), '# It\n\nSee the map, [there](https://example.org).\n');
    strictEqual(readmeApart('# It\n\nNo link.\n'), '# It\n\nNo link.\n');
  });
});
