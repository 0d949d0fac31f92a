// Chooses the VS Code to run in, and says which: the desktop where there is one, else the browser.
import { findDesktop } from './desktop.mjs';

/**
 * @param {string | undefined} wanted `desktop` or `browser`, else the best that is found
 * @returns {Promise<{ name: 'desktop', program: string } | { name: 'browser' }>}
 */
export async function chooseHost(wanted) {
  if (wanted && !['desktop', 'browser'].includes(wanted))
    throw new Error(`--host is desktop or browser, not ${wanted}.`);
  if (wanted === 'browser') return { name: 'browser' };
  const desktop = await findDesktop();
  if ('program' in desktop) {
    console.log(`Using VS Code for the desktop: ${desktop.program}`);
    return { name: 'desktop', program: desktop.program };
  }
  if (wanted === 'desktop') throw new Error(`VS Code for the desktop was asked for, but ${desktop.missing}.`);
  console.log(`Using VS Code in the browser: no desktop one was found, and ${desktop.missing}.`);
  return { name: 'browser' };
}
