// Finds a VS Code for the desktop: on the path, kept from an earlier download, or downloaded now.
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { root } from './paths.mjs';

/** How long Microsoft's server may take to answer before a closed network is assumed. */
const patience = 4000;

/**
 * The program of a VS Code for the desktop, or why there is none.
 * @returns {Promise<{ program: string } | { missing: string }>}
 */
export async function findDesktop() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { missing: 'there is no display' };
  }
  const installed = onPath();
  if (installed) return { program: installed };
  const { download, fetchStableVersions } = await import('@vscode/test-electron/out/download.js');
  const cachePath = join(root, '.vscode-test');
  try {
    // The list of versions is small, so that a closed network is noticed within seconds and not after the download's many attempts.
    await fetchStableVersions(true, patience);
  } catch {
    return { missing: 'its download cannot be reached' };
  }
  return { program: await download({ version: 'stable', cachePath }) };
}

/** The program behind the `code` command. The command itself is a script that cannot be waited for. */
function onPath() {
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const beside = {
    win32: ['../Code.exe'],
    darwin: ['../../../../MacOS/Electron', '../../../../MacOS/Code'],
  }[/** @type {string} */ (process.platform)] ?? ['../code'];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const command = join(folder, name);
    if (!folder || !existsSync(command)) continue;
    const home = resolve(realpathSync(command), '..');
    const program = beside.map((path) => join(home, path)).find((path) => existsSync(path));
    if (program) return program;
  }
  return undefined;
}

/** The arguments with which the desktop opens a folder with the extension, apart from the person's own VS Code. */
export function desktopArguments(/** @type {string} */ folder, /** @type {string} */ data) {
  return [
    folder,
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${join(data, 'user')}`,
    `--extensions-dir=${join(data, 'extensions')}`,
    // Sandboxes need rights that containers and runners often lack.
    ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
    ...['--disable-workspace-trust', '--disable-telemetry', '--new-window'],
  ];
}
