// A package in which all is well, made of the checkout's own files, and ways to spoil it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/paths.mjs';

/** @typedef {import('../../packaging/unzip.mjs').File} File */

const file = (/** @type {string} */ path, /** @type {string | Buffer} */ content) => ({
  path,
  bytes: Buffer.from(content),
});
const read = (/** @type {string} */ path) => readFileSync(join(root, path));

/** The whole package. Bundles are short, and the notices name what package.json depends on. @returns {File[]} */
export function wholePackage() {
  const manifest = JSON.parse(read('package.json').toString('utf8'));
  const notices = Object.keys(manifest.dependencies).map((name) => `${name} 1.0.0\nLicence: MIT\n\nThe text.\n`);
  const folders = ['media/entity-page', 'media/walkthrough', 'media/sample', 'syntaxes'];
  const inside = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      ),
  );
  const pictures = readdirSync(join(root, 'media')).filter((name) => /^(activity|margin|icon\.png)/.test(name));
  return [
    file('extension.vsixmanifest', '<PackageManifest/>'),
    file('[Content_Types].xml', '<Types/>'),
    file('extension/package.json', read('package.json')),
    file('extension/readme.md', '# Postgloss\n\nSee [the site](https://example.org).\n'),
    file('extension/changelog.md', read('CHANGELOG.md')),
    file('extension/LICENSE.txt', read('LICENSE')),
    file('extension/dist/THIRD-PARTY-NOTICES.txt', notices.join('\n')),
    ...['desktop.cjs', 'index-worker.cjs', 'web.js', 'index-worker.js', 'cli.cjs', 'import.cjs'].map((name) =>
      file(`extension/dist/${name}`, '"use strict";require("vscode");'),
    ),
    ...[...inside, ...pictures.map((name) => `media/${name}`)].map((path) => file(`extension/${path}`, read(path))),
  ];
}

/** The package with a file more, or with other content in one that it has. @param {string} path @param {string} content */
export const having = (path, content) => [...wholePackage().filter((one) => one.path !== path), file(path, content)];

/** The package without a file. */
export const lacking = (/** @type {string} */ path) => wholePackage().filter((one) => one.path !== path);

/** The package with some fields of package.json changed; those that are undefined are left out. */
export function withManifest(/** @type {Record<string, unknown>} */ fields) {
  const manifest = JSON.parse(read('package.json').toString('utf8'));
  return having('extension/package.json', JSON.stringify({ ...manifest, ...fields }));
}
