// The extension as people have it: packed, installed into a VS Code that runs without its flag for tests, driven from outside.
//
//   import { openInstalled, packExtension } from './test/host/installed.mjs';
//   const app = await openInstalled({ vsix: await packExtension(), folder: 'an/archive' });
//   await app.runCommand('Postgloss: Delete Annotation');
//   await app.page.locator('.notification-toast').first().waitFor();
//   await app.close();
import { join } from 'node:path';
import { openWorkbench } from './driver.mjs';
import { root } from './paths.mjs';
import { runQuietly, tempFolder } from './processes.mjs';

/** Packs the extension as for the marketplace, into a temp folder, and gives the path of the package. */
export async function packExtension() {
  const vsix = join(tempFolder('package'), 'postgloss.vsix');
  // npm is a .cmd file on Windows, which only a shell can start.
  await runQuietly('npm', ['run', 'package', '--', '--out', vsix], { cwd: root, shell: process.platform === 'win32' });
  return vsix;
}

/**
 * Opens a folder in VS Code with the package installed, and waits until it can be worked with. Nothing of the checkout is loaded.
 * @param {Omit<import('./driver.mjs').Options, 'build'> & { vsix: string }} options
 */
export const openInstalled = (options) => openWorkbench(options);
