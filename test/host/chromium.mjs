// The browser in which VS Code's workbench is tested and photographed: the machine's own, else one from npm.
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm } from './npm.mjs';
import { removeFolder, runQuietly } from './processes.mjs';
import { kept } from './store.mjs';
import { serverNode } from './vscode-server.mjs';

const chromiumVersion = '153.0.0';
const fontsVersion = '2.37.3';
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Launches Chromium without a window. */
export async function launchChromium() {
  const { chromium } = await import('playwright-core');
  const found = systemChromium();
  const { executablePath, env } = found ? { executablePath: found, env: {} } : await npmChromium();
  // The signal handlers of this project end the browser along with everything else.
  const handlers = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, args: flags, env: { ...process.env, ...env }, ...handlers });
}

function systemChromium() {
  const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  const windows = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].flatMap(
    (folder) =>
      folder
        ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
        : [],
  );
  const linux = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => onPath.map((name) => join(folder, name)));
  const candidates = { darwin: mac, win32: windows }[/** @type {string} */ (process.platform)] ?? linux;
  return [process.env.CHROME_PATH, ...candidates].find((path) => path && existsSync(path));
}

/** A Chromium that was built for bare servers, with the libraries and fonts that they lack. */
async function npmChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Chrome, Chromium or Edge is needed. Install one, or say where it is in CHROME_PATH.');
  }
  const folder = await kept(`chromium-${chromiumVersion}-linux-x64`, 'Chromium', unpack);
  const fonts = join(folder, 'fonts');
  // The paths in this file are absolute, so it is written anew in case the checkout has moved.
  writeFileSync(join(folder, 'fonts.conf'), fontConfig([fonts, '/usr/share/fonts'], join(folder, 'font-cache')));
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

async function unpack(/** @type {string} */ target) {
  writeFileSync(join(target, 'package.json'), '{ "private": true }');
  // The fonts are for the screenshots: a bare server has none, and an editor wants one of even width.
  await npm(
    ['install', '--force', `@sparticuz/chromium@${chromiumVersion}`, `dejavu-fonts-ttf@${fontsVersion}`],
    target,
  );
  const packages = join(target, 'node_modules');
  const entry = pathToFileURL(join(packages, '@sparticuz', 'chromium', 'build', 'index.js')).href;
  // The package unpacks into the temp folder, and its libraries only where it believes to run on a server of that kind.
  const env = { ...process.env, TMPDIR: target, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  const script = `import(${JSON.stringify(entry)}).then((module) => module.default.executablePath())`;
  await runQuietly(await serverNode(), ['--eval', script], { cwd: target, env });
  const dejavu = join(packages, 'dejavu-fonts-ttf', 'ttf');
  for (const name of readdirSync(dejavu)) cpSync(join(dejavu, name), join(target, 'fonts', name));
  removeFolder(packages);
}

/** @param {string[]} folders @param {string} cache */
function fontConfig(folders, cache) {
  const prefer = (/** @type {string} */ family, /** @type {string} */ font) =>
    `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${folders.map((folder) => `<dir>${folder}</dir>`).join('\n  ')}
  <cachedir>${cache}</cachedir>
  ${prefer('monospace', 'DejaVu Sans Mono')}
  ${prefer('sans-serif', 'Open Sans')}
  ${prefer('serif', 'DejaVu Serif')}
</fontconfig>
`;
}
