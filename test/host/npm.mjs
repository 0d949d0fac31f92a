// Runs npm the way the person's own npm runs, on every platform.
import { runQuietly } from './processes.mjs';

/** Runs npm in a folder that has its own package.json. Install scripts never run. */
export async function npm(/** @type {string[]} */ args, /** @type {string} */ cwd) {
  // The prefix is given because a surrounding `npm test` sets one for the checkout in the environment.
  const all = [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', cwd];
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return runQuietly(process.execPath, [script, ...all], { cwd });
  // npm is a .cmd file on Windows, which only a shell can start.
  const shell = process.platform === 'win32';
  return runQuietly('npm', shell ? all.map((arg) => JSON.stringify(arg)) : all, { cwd, shell });
}
