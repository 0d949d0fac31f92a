// Opens an address in the person's own browser, if there is a way to.
import { spawn } from 'node:child_process';

/** Tries to, and says nothing when it cannot: the address is on the terminal too. */
export function openInBrowser(/** @type {string} */ address) {
  const [command, ...args] = {
    darwin: ['open'],
    // `start` is a word of the shell, which would cut the address at each ampersand.
    win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  }[/** @type {string} */ (process.platform)] ?? ['xdg-open'];
  // The browser is the person's: it is not a child that ends with the script.
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
