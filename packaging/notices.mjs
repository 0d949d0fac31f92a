// The licences of the packages whose code is in the bundles: which they are, and the file that carries their texts along.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The name of the file, beside the bundles. */
export const noticesName = 'THIRD-PARTY-NOTICES.txt';

/** The licences, by their SPDX ids, that let their code be part of a work under the MIT licence as long as their text goes with it. */
const allowed = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'MIT-0'];

/** The texts of licences that packages name and do not bring along, as `NAME.txt`; they come from where the packages are made. */
const kept = fileURLToPath(new URL('licences/', import.meta.url));

/**
 * @typedef {object} Package code of somebody else that is in a bundle
 * @property {string} name
 * @property {string} version
 * @property {string} licence the SPDX id that its package.json states, empty where there is none
 * @property {string} text its licence, as the package has it, empty where there is none
 * @property {string} notice its NOTICE, which Apache-2.0 wants to see passed on, empty where there is none
 * @property {string[]} needs the names of the packages that it needs itself
 * @property {string[]} bundles the names of the bundles that hold some of its code, sorted
 */

/**
 * The packages of which a bundle holds code, sorted by name and version. A package that the bundler read and then left out is none of them.
 * @param {import('esbuild').Metafile[]} metafiles with paths relative to `folder` @param {string} folder @returns {Package[]}
 */
export function bundledPackages(metafiles, folder) {
  /** @type {Map<string, Set<string>>} */
  const bundlesOf = new Map();
  for (const [path, { inputs }] of metafiles.flatMap(({ outputs }) => Object.entries(outputs))) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const home = packageFolder(resolve(folder, input));
      if (home === undefined || bytesInOutput === 0) continue;
      bundlesOf.set(home, (bundlesOf.get(home) ?? new Set()).add(basename(path)));
    }
  }
  const key = (/** @type {Package} */ { name, version }) => `${name} ${version}`;
  return [...bundlesOf]
    .map(([home, bundles]) => readPackage(home, [...bundles].sort()))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The folder of the package that a file belongs to, or undefined for a file of our own. */
function packageFolder(/** @type {string} */ file) {
  const mark = `${sep}node_modules${sep}`;
  const at = file.lastIndexOf(mark);
  if (at < 0) return undefined;
  const names = file.slice(at + mark.length).split(sep);
  return file.slice(0, at + mark.length) + names.slice(0, names[0]?.startsWith('@') ? 2 : 1).join(sep);
}

/** @param {string} home @param {string[]} bundles @returns {Package} */
function readPackage(home, bundles) {
  const { name, version, license, dependencies = {} } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const text = (/** @type {RegExp} */ names) => {
    const found = readdirSync(home).filter((file) => names.test(file));
    return found
      .sort()
      .map((file) => readFileSync(join(home, file), 'utf8').replaceAll('\r\n', '\n').trim())
      .join('\n\n');
  };
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : '',
    text: text(/^(licen[cs]e|copying)([.-]|$)/i) || keptText(name),
    notice: text(/^notice([.-]|$)/i),
    needs: Object.keys(dependencies),
    bundles,
  };
}

function keptText(/** @type {string} */ name) {
  const path = join(kept, `${name.replace('/', '+')}.txt`);
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim() : '';
}

/** Why packages may not be shipped, one sentence each; empty where all may. */
export function licenceFaults(/** @type {readonly Package[]} */ packages) {
  return packages.flatMap(({ name, version, licence, text, bundles }) => {
    const which = `${name} ${version}, which is bundled in ${bundles.join(', ')},`;
    return [
      ...(allowed.includes(licence)
        ? []
        : [`${which} has the licence “${licence}”. Bundled may be what is under ${allowed.join(', ')}.`]),
      ...(text.trim()
        ? []
        : [`${which} comes without the text of its licence, which would have to be shipped with it.`]),
    ];
  });
}

/** The file that is shipped with the bundles. The same packages give the same bytes. */
export function noticesText(/** @type {readonly Package[]} */ packages) {
  const head = `Postgloss contains code of the packages below. Each is there under its own licence, whose text follows.\n`;
  return [head, ...packages.map((one) => section(one, packages))].join(`\n${'-'.repeat(80)}\n\n`);
}

/** @param {Package} one @param {readonly Package[]} all */
function section({ name, version, licence, text, notice, bundles }, all) {
  const needing = [...new Set(all.filter(({ needs }) => needs.includes(name)).map((one) => one.name))];
  const copyright = /^[ \t]*Copyright (?:\([cC]\)|©|\d|[A-Z]).*/m.exec(text)?.[0].trim();
  const facts = [
    `${name} ${version}`,
    `Licence: ${licence}`,
    // Long licences have this line at their end only.
    ...(copyright ? [copyright] : []),
    `Bundled in: ${bundles.join(', ')}`,
    ...(needing.length > 0 ? [`Needed by: ${needing.join(', ')}`] : []),
  ];
  return `${facts.join('\n')}\n\n${text}\n${notice ? `\nNOTICE\n\n${notice}\n` : ''}`;
}
