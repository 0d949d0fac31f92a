// Looking into the files of a package.
/** @typedef {import('./unzip.mjs').File} File */
/** @typedef {readonly File[]} Files the files of a package, with paths as in the zip file: what is installed lies under `extension/` */
/** @typedef {(files: Files) => string[]} Rule answers with one sentence for each fault */

/** The text of a file, empty where there is none. @param {Files} files @param {string} path */
export const textOf = (files, path) => files.find((file) => file.path === path)?.bytes.toString('utf8') ?? '';

/** package.json as it is in the package. @returns {Record<string, any>} */
export const manifestOf = (/** @type {Files} */ files) => JSON.parse(textOf(files, 'extension/package.json') || '{}');

/** All texts inside of a value that was JSON. @returns {string[]} */
export function stringsIn(/** @type {unknown} */ value) {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

/**
 * Says where one of the forms stands, once for each file and text that is found. Pictures are left out.
 * @param {Files} files @param {readonly RegExp[]} forms with the flag `g` @param {(found: string) => string} say what follows the path
 */
export function whereFound(files, forms, say) {
  return files
    .filter(({ path }) => !path.endsWith('.png'))
    .flatMap(({ path, bytes }) => {
      const text = bytes.toString('utf8');
      const found = forms.flatMap((form) => [...text.matchAll(form)].map(([part]) => part));
      return [...new Set(found)].map((part) => `${path} ${say(part)}`);
    });
}
