// Makes sure that node_modules is what package-lock.json says. Everything here works before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { root } from './paths.mjs';

/** The lowest Node that the tools run on: mocha and eslint load ES modules through `require`. */
const lowest = /** @type {const} */ ([20, 19]);

/** Installs the development dependencies where they are missing or of other versions than the lockfile's. */
export async function install() {
  checkNode();
  const reason = whatIsWrong();
  if (!reason) return;
  console.log(`Installing dependencies with npm ci (${reason}).`);
  await npm(['ci'], root);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > lowest[0] || (major === lowest[0] && minor >= lowest[1])) return;
  throw new Error(`Node ${lowest.join('.')} or newer is needed; this is ${process.version}. See https://nodejs.org.`);
}

/** Compares the lockfile with the copy that npm keeps inside node_modules of what it installed. */
function whatIsWrong() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return 'node_modules is missing';
  const wanted = packages(join(root, 'package-lock.json'));
  const present = packages(installed);
  for (const [path, { version, optional }] of wanted) {
    // Optional packages are those of other platforms.
    if (path === '' || optional) continue;
    if (present.get(path)?.version !== version) return `${path.replace(/^.*node_modules\//, '')} is not at ${version}`;
  }
  return undefined;
}

/** @returns {Map<string, { version?: string, optional?: boolean }>} */
function packages(/** @type {string} */ lockfile) {
  return new Map(Object.entries(JSON.parse(readFileSync(lockfile, 'utf8')).packages));
}
