// Things that are downloaded once and kept between runs, each in a folder named by its version.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { store } from './paths.mjs';

/**
 * Gives the kept folder of that name, filling it first where it is missing.
 * It is filled under another name and renamed when complete, so a killed download is never taken for a finished one.
 * @param {string} name @param {string} what shown to the person who waits
 * @param {(folder: string) => Promise<void>} fill
 */
export async function kept(name, what, fill) {
  const folder = join(store, name);
  if (existsSync(folder)) return folder;
  const started = Date.now();
  console.log(`Downloading ${what} from npm, once, into .vscode-test/host …`);
  const partial = join(store, `.partial-${process.pid}-${name}`);
  const discard = () => rmSync(partial, { recursive: true, force: true });
  process.once('exit', discard);
  try {
    mkdirSync(partial, { recursive: true });
    await fill(partial);
    // Another run may have finished the same download meanwhile, and its folder may be in use.
    if (!existsSync(folder)) renameSync(partial, folder);
  } finally {
    discard();
    process.removeListener('exit', discard);
  }
  console.log(`Downloaded ${what} in ${Math.round((Date.now() - started) / 1000)} s.`);
  return folder;
}
