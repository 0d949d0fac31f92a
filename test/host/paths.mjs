// The folders that every host script agrees on.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The root of the checkout, which is also the folder that VS Code loads as the extension. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Downloaded hosts, kept between runs. */
export const store = join(root, '.vscode-test', 'host');

/** What a run leaves for a person to look at: test bundles and the screenshot of a hung window. */
export const out = join(root, 'out');
