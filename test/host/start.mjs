// npm start [folder] [-- --no-open] [--port N] [--host desktop|browser]
//
// Opens a folder in a VS Code that has the extension, by default a copy of the sample archive. Ctrl+C ends all of it.
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from './build.mjs';
import { chooseHost } from './choose-host.mjs';
import { desktopArguments } from './desktop.mjs';
import { install } from './install.mjs';
import { main } from './main.mjs';
import { openInBrowser } from './open-in-browser.mjs';
import { start, tempFolder } from './processes.mjs';
import { quietSettings } from './settings.mjs';
import { startServer } from './vscode-server.mjs';
import { copySample } from './workspace.mjs';

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { 'no-open': { type: 'boolean' }, port: { type: 'string' }, host: { type: 'string' } },
    allowPositionals: true,
  });
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port is a number up to 65535, not ${values.port}.`);
  // npm runs scripts in the checkout, and says in this variable where the person was.
  const given = positionals[0] && resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  if (given && !(existsSync(given) && statSync(given).isDirectory())) throw new Error(`There is no folder ${given}.`);

  await install();
  // A server's address is asked for with a port, or to be left unopened: only the browser has one.
  const host = await chooseHost(values.host ?? (values.port || values['no-open'] ? 'browser' : undefined));
  await buildExtension();
  const folder = given ?? (await copySample());
  console.log(given ? `Opening ${folder}` : `Opening a copy of the sample archive, which stays yours: ${folder}`);
  if (host.name === 'desktop') return openDesktop(host.program, folder);
  await serve(folder, port, !values['no-open']);
});

/** @param {string} program @param {string} folder */
function openDesktop(program, folder) {
  const child = start(program, desktopArguments(folder, tempFolder('desktop')), { stdio: 'ignore' });
  console.log('Close the window or press Ctrl+C to end.');
  return new Promise((done, reject) => child.once('close', () => done(undefined)).once('error', reject));
}

/** @param {string} folder @param {number} port @param {boolean} open */
async function serve(folder, port, open) {
  const server = await startServer({ port, settings: quietSettings });
  const address = server.address({ folder });
  console.log('\nPostgloss runs in VS Code at this address, until you press Ctrl+C:\n');
  console.log(address);
  if (open) openInBrowser(address);
  await server.ended;
  throw new Error(`VS Code’s server ended by itself.\n${server.log()}`);
}
