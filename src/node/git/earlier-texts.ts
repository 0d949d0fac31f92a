import { basename, dirname } from 'node:path';
import { gitBytes } from './run-git';

/** How many commits of a file are looked at. */
const MOST = 30;

/**
 * The contents that a file had in the commits which changed it, newest first, also under its former names. Nothing where the file is in
 * no repository, or git is not there.
 *
 * @param path absolute
 */
export async function* earlierTexts(path: string): AsyncGenerator<Uint8Array> {
  const folder = dirname(path);
  // Two NULs begin each commit, as neither a hash nor a name can hold one.
  const listing = [
    'log',
    `-${MOST}`,
    '--follow',
    '--format=%x00%x00%H',
    '--name-only',
    '-z',
    '--',
    `./${basename(path)}`,
  ];
  const log = await gitBytes(folder, listing);
  if (!log) return;
  for (const { commit, name } of readLog(log.toString('utf8'))) {
    const bytes = await gitBytes(folder, ['cat-file', 'blob', `${commit}:${name}`]);
    if (bytes) yield bytes;
  }
}

/** Reads the commits of such a log, each with the path that the file had in it, relative to the top of the repository. */
export function readLog(log: string): { readonly commit: string; readonly name: string }[] {
  return log.split(/\0\0(?=[0-9a-f]{40,64}(?:\0|$))/).flatMap((entry) => {
    const [commit = '', ...names] = entry.split('\0').map((part) => part.replace(/^\n/, ''));
    const name = names.find((part) => part !== '');
    return /^[0-9a-f]{40,64}$/.test(commit) && name !== undefined ? [{ commit, name }] : [];
  });
}
