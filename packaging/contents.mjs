// What a package of the extension must hold, and what may lie beside it.
import { posix } from 'node:path';
import { manifestOf, stringsIn, textOf } from './files.mjs';
import { noticesName } from './notices.mjs';

/** @typedef {import('./files.mjs').Files} Files */
/** @typedef {import('./files.mjs').Rule} Rule */

const readmePath = 'extension/readme.md';
const changelogPath = 'extension/changelog.md';
const licencePath = 'extension/LICENSE.txt';
const noticesPath = `extension/dist/${noticesName}`;

/** The files that every package has. vsce gives the three texts the names that shops look for. */
const required = [
  'extension.vsixmanifest',
  '[Content_Types].xml',
  ...['extension/package.json', readmePath, changelogPath, licencePath, noticesPath],
  ...['desktop.cjs', 'index-worker.cjs', 'web.js', 'index-worker.js', 'import.cjs', 'cli.cjs'].map(
    (name) => `extension/dist/${name}`,
  ),
];

/** What may lie beside them: pictures, styles and scripts of pages, the sample archive, grammars and schemas. */
const permitted = [
  /^extension\/media\/[\w-]+\.(svg|png)$/,
  /^extension\/media\/entity-page\/[\w-]+\.(svg|css|js)$/,
  /^extension\/media\/walkthrough\/[\w-]+\.svg$/,
  /^extension\/media\/sample\/([\w-]+\/)?[\w-]+(\.\w+)*\.(yaml|txt|md)$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
];

/** The most that a package may weigh, in bytes: people load it anew with each version. */
const heaviest = 3 * 1024 * 1024;

/** @type {Rule} Nothing is there but what is meant to be, and all of that is there once. */
export function contentFaults(files) {
  const paths = files.map(({ path }) => path);
  const meant = (/** @type {string} */ path) => required.includes(path) || permitted.some((form) => form.test(path));
  return [
    ...required.filter((path) => !paths.includes(path)).map((path) => `${path} is missing.`),
    ...paths.filter((path) => !meant(path)).map((path) => `${path} is not meant to be shipped; see .vscodeignore.`),
    ...paths.filter((path, at) => paths.indexOf(path) !== at).map((path) => `${path} is there twice.`),
    ...files.filter(({ bytes }) => bytes.length === 0).map(({ path }) => `${path} is empty.`),
  ];
}

/** @type {Rule} Whatever the manifest names is there. */
export function referenceFaults(files) {
  const named = stringsIn(manifestOf(files)).filter((text) => /^(\.\/)?(dist|media|syntaxes)\/\S+$/.test(text));
  return [...new Set(named)]
    .filter((text) => !files.some(({ path }) => path === posix.join('extension', text)))
    .map((text) => `package.json names ${text}, which is missing.`);
}

/** @type {Rule} Our licence is there, and that of each package that package.json says is needed at run time, or that such a package needs. */
export function licenceFaults(files) {
  const notices = textOf(files, noticesPath);
  const { dependencies = {}, license } = manifestOf(files);
  const sections = [...notices.matchAll(/^(\S+) \d\S*\nLicence: \S+$(?:\n.+)*?(?:\nNeeded by: (.+)|(?=\n\n))/gm)];
  const bundled = sections.map(([, name]) => String(name));
  const needed = sections.flatMap(([, name, by]) =>
    by?.split(', ').some((one) => bundled.includes(one)) ? [name] : [],
  );
  return [
    ...(textOf(files, licencePath).includes(`${license} License`)
      ? []
      : [`LICENSE.txt is not the ${license} licence, which package.json names.`]),
    ...Object.keys(dependencies)
      .filter((name) => !bundled.includes(name))
      .map((name) => `${name} is in package.json’s dependencies, but ${noticesName} does not name it.`),
    ...bundled
      .filter((name) => !Object.hasOwn(dependencies, name) && !needed.includes(name))
      .map((name) => `${name} is bundled, but is not in package.json’s dependencies, and no other package needs it.`),
  ];
}

/** @type {Rule} The changelog has a section for this version. */
export function changelogFaults(files) {
  const { version } = manifestOf(files);
  const headings = textOf(files, changelogPath).split('\n');
  return headings.some((line) => line.startsWith('## ') && line.split(' ')[1] === version)
    ? []
    : [`The changelog has no section “## ${version}”.`];
}

/** @type {Rule} The readme shows no picture and follows no link into the checkout: VS Code shows it apart from its folder. */
export function readmeFaults(files) {
  const targets = [...textOf(files, readmePath).matchAll(/\]\(([^)\s]+)\)|<img[^>]+src="([^"]*)"/g)];
  return targets
    .map(([, link, picture]) => link ?? picture ?? '')
    .filter((target) => !/^(https:|mailto:|#)/.test(target) || /\.svg$/.test(target))
    .map((target) => `The readme points to ${target}, which nobody sees who has only the package.`);
}

/** Why a package is too heavy, if it is. */
export const sizeFaults = (/** @type {number} */ bytes) =>
  bytes <= heaviest ? [] : [`The package weighs ${bytes} bytes; ${heaviest} are the most.`];
