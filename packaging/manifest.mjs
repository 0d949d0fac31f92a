// What package.json must say, to the shops that offer the extension and to the editors that load it.
import { manifestOf } from './files.mjs';

/** @typedef {import('./files.mjs').Files} Files */
/** @typedef {import('./files.mjs').Rule} Rule */

/** The categories that the shops know: https://code.visualstudio.com/api/references/extension-manifest */
const categories = [
  ...['AI', 'Azure', 'Chat', 'Data Science', 'Debuggers', 'Education', 'Extension Packs'],
  ...['Formatters', 'Keymaps', 'Language Packs', 'Linters', 'Machine Learning', 'Notebooks', 'Other'],
  ...['Programming Languages', 'SCM Providers', 'Snippets', 'Testing', 'Themes', 'Visualization'],
];

/** @type {Rule} The manifest says what the shops and the editor ask for. */
export function manifestFaults(files) {
  const it = manifestOf(files);
  const supports = (/** @type {any} */ capability) =>
    capability === true || typeof capability?.supported === 'boolean' || Boolean(capability?.description);
  /** @type {[name: string, wanted: string, well: boolean][]} */
  const fields = [
    ['publisher', 'a name in small letters', is(it.publisher, /^[a-z0-9-]+$/)],
    ['version', 'three numbers', is(it.version, /^\d+\.\d+\.\d+$/)],
    ['displayName', 'a name', Boolean(it.displayName)],
    ['description', '20 to 200 letters', it.description?.length >= 20 && it.description?.length <= 200],
    ['license', 'an SPDX id', is(it.license, /^[\w.-]+$/)],
    ['icon', 'a PNG picture of at least 128 pixels', pngWidth(files, it.icon) >= 128],
    ['categories', 'some that the shops know', isSome(it.categories, (name) => categories.includes(name))],
    ['keywords', '1 to 30 words', isSome(it.keywords, Boolean) && it.keywords.length <= 30],
    [
      'galleryBanner',
      'a colour and a theme',
      /^#[0-9a-f]{6} (dark|light)$/.test(`${it.galleryBanner?.color} ${it.galleryBanner?.theme}`),
    ],
    ['engines.vscode', 'the oldest VS Code', is(it.engines?.vscode, /^\^\d+\.\d+\.\d+$/)],
    ['main', 'the entry on a desktop', Boolean(it.main)],
    ['browser', 'the entry in a browser', Boolean(it.browser)],
    // From `main` and `browser` VS Code tells that it may run beside the texts, on a remote machine too, and in a browser.
    ['extensionKind', 'left out', it.extensionKind === undefined],
    ['capabilities.untrustedWorkspaces', 'what works', supports(it.capabilities?.untrustedWorkspaces)],
    ['capabilities.virtualWorkspaces', 'what works', supports(it.capabilities?.virtualWorkspaces)],
    ['enabledApiProposals', 'left out, as the shops refuse it', it.enabledApiProposals === undefined],
  ];
  return fields.flatMap(([name, wanted, well]) => (well ? [] : [`${name} in package.json should be ${wanted}.`]));
}

/** Whether a value is a text of a form. @param {unknown} value @param {RegExp} form */
const is = (value, form) => typeof value === 'string' && form.test(value);

/** Whether a value is a list with something in it, all of it well. @param {unknown} value @param {(item: string) => boolean} isWell */
const isSome = (value, isWell) => Array.isArray(value) && value.length > 0 && value.every(isWell);

/** The width of a PNG picture in pixels, 0 where there is none: https://www.w3.org/TR/png-3/#11IHDR */
function pngWidth(/** @type {Files} */ files, /** @type {unknown} */ name) {
  const bytes = files.find(({ path }) => path === `extension/${String(name)}`)?.bytes;
  return bytes?.toString('latin1', 1, 4) === 'PNG' && bytes.length > 24 ? bytes.readUInt32BE(16) : 0;
}
