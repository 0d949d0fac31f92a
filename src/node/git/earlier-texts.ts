import { gitBytes } from './run-git';
import { findFile } from './work-tree';

/** How many commits of a file are looked at. */
const MOST = 30;

/**
 * The contents that a file had in the commits which changed it, newest first, also under its former names. Nothing where the file is in
 * no repository, or git is not there.
 *
 * @param path absolute
 */
export async function* earlierTexts(path: string): AsyncGenerator<Uint8Array> {
  const found = await findFile(path);
  if (!found) return;
  // Two NULs begin each commit, as neither a hash nor a name can hold one.
  const listing = [
    '--literal-pathspecs',
    'log',
    `-${MOST}`,
    '--follow',
    '--no-ext-diff',
    '--no-textconv',
    '-O/dev/null',
    '--format=%x00%x00%H',
    '--name-only',
    '-z',
    '--',
    found.path,
  ];
  const log = await gitBytes(found.top, listing);
  if (!log) return;
  for (const { commit, name } of readLog(log.toString('utf8'))) {
    const bytes = await gitBytes(found.top, ['cat-file', 'blob', `${commit}:${name}`]);
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
