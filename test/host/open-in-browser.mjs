// Opens an address in the person's own browser, if there is a way to.
import { spawn } from 'node:child_process';

/** Tries to, and says nothing when it cannot: the address is on the terminal too. */
export function openInBrowser(/** @type {string} */ address) {
  /** @type {[command: string, ...string[]]} */
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? // `start` is a word of the shell, which would cut the address at each ampersand.
          ['rundll32', 'url.dll,FileProtocolHandler']
        : ['xdg-open'];
  // The browser is the person's: it is not a child that ends with the script.
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
