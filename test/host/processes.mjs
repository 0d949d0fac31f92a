// Child processes and temp folders, and the promise that none of them outlives the script that made them.
//
// Each child leads a process group of its own, so that its own children (extension hosts, terminals) can be ended with it.
// The price is that Ctrl+C no longer reaches them through the terminal: the handlers below pass it on.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const living = new Set();
/** @type {Set<string>} */
const folders = new Set();
let guarded = false;

/** Ends a child and everything that it started. */
export function end(/** @type {ChildProcess} */ child) {
  living.delete(child);
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group is gone already.
  }
}

function endEverything() {
  for (const child of [...living]) end(child);
  for (const folder of [...folders]) removeFolder(folder);
}

// SIGKILL is the only signal used on children: all that they own is in temp folders, and an exit handler cannot wait.
function guard() {
  if (guarded) return;
  guarded = true;
  process.on('exit', endEverything);
  for (const [signal, number] of /** @type {const} */ ([
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ])) {
    process.on(signal, () => process.exit(128 + number));
  }
}

/**
 * Starts a child that is ended, with its own children, when this process ends.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  guard();
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
    ...options,
  });
  living.add(child);
  // A leader that dies may leave members of its group behind, so the group is ended even then.
  child.once('exit', () => end(child));
  return child;
}

/**
 * Runs a command to its end and gives its exit code, and what it wrote if `quiet` held that back from the terminal.
 * @param {string} command @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, quiet?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { quiet = false, ...options } = {}) {
  const child = start(command, args, {
    ...options,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      living.delete(child);
      reject(error);
    });
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a command, and throws what it wrote if it fails. */
export async function runQuietly(
  /** @type {string} */ command,
  /** @type {string[]} */ args,
  /** @type {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} */ options = {},
) {
  const { code, output } = await run(command, args, { ...options, quiet: true });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}.\n${output.trim()}`);
  return output;
}

/**
 * A fresh folder that is removed when this process ends.
 * The path has no symbolic links in it: VS Code compares paths as text, and macOS's temp folder is a link.
 */
export function tempFolder(/** @type {string} */ name) {
  guard();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `postgloss-${name}-`));
  folders.add(folder);
  return folder;
}

/** Removes a folder of `tempFolder` early. */
export function removeFolder(/** @type {string} */ folder) {
  folders.delete(folder);
  // A process that was just killed may still be letting go of its files.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
