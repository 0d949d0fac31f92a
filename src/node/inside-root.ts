import type { Stats } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { leavesFolder, quoted } from '../core/text';
import { kindOfOther } from './read-file';
import { codeOf, systemError } from './system-error';

// Paths come from files that strangers wrote, so none may lead out of the folder of its archive or repository: neither by its spelling
// (`leavesFolder`, `wayInside`) nor through a link (`realPathInside`, `saveTarget`).

/**
 * The relative path from a folder to a path in it, with `/`; empty for the folder itself. Looks at the spelling alone.
 *
 * @param root absolute
 * @param path absolute, or relative to the root
 * @returns null for a path outside
 */
export function wayInside(root: string, path: string): string | null {
  const way = relative(root, resolve(root, path));
  // Between two drives of Windows, `relative` answers with an absolute path. Otherwise `c:x` is the name of a file here.
  return isAbsolute(way) || leavesFolder(`./${way}`) ? null : slashed(way);
}

/** The real path of the file or folder that a path leads to through all links; null where it is missing or lies outside the real root. */
export async function realPathInside(root: string, path: string): Promise<string | null> {
  try {
    const [realRoot, real] = await Promise.all([realpath(root), realpath(path)]);
    return wayInside(realRoot, real) === null ? null : real;
  } catch {
    return null;
  }
}

/**
 * The rule for writing, which every writer asks: the real path of a file to be written or replaced, which need not be there yet.
 *
 * Below the root nothing is written through a link, since a link may come from a stranger and lead to another file of the archive, or of
 * git; the root itself may be reached through links. Nothing is written in a folder of git, where settings and hooks name programs. Only a
 * regular file is replaced.
 *
 * @throws Error with the code ELOOP for a path outside the root, or through a link; EINVAL in a folder of git; ENOTSUP for what is no
 *   regular file; and with the system's where its folder cannot be found
 */
export async function saveTarget(root: string, path: string): Promise<string> {
  const realRoot = await realpath(root);
  const way = wayInside(root, path) ?? wayInside(realRoot, path);
  if (way === null || way === '') throw systemError('ELOOP', `It lies outside of the folder ${quoted(slashed(root))}`);
  const parts = way.split('/');
  if (parts.some(isGitName) || (await isInGitFolder(realRoot))) {
    throw systemError('EINVAL', 'It lies in a folder of git, in which only git itself writes');
  }
  let here = realRoot;
  for (const [i, part] of parts.entries()) {
    here = join(here, part);
    const found = await lookIfThere(here);
    if (found === null && i < parts.length - 1)
      throw systemError('ENOENT', `There is no folder ${quoted(parts.slice(0, i + 1).join('/'))}`);
    if (found) refuseToReplace(found, parts.slice(0, i + 1).join('/'), i === parts.length - 1);
  }
  return here;
}

function refuseToReplace(found: Stats, way: string, isLast: boolean): void {
  if (found.isSymbolicLink()) {
    const [what, help] = isLast
      ? ['It is a link', 'Put a file in its place']
      : [`${quoted(way)} in its path is a link`, 'Put a folder in its place, or name the folder that it leads to'];
    throw systemError('ELOOP', `${what}, and nothing is written through a link. ${help}`);
  }
  if (!isLast && !found.isDirectory()) throw systemError('ENOTDIR', `${quoted(way)} in its path is not a folder`);
  const kind = isLast ? kindOfOther(found) : null;
  if (kind !== null) throw systemError('ENOTSUP', `It is ${kind}, and only a file is replaced`);
}

/**
 * Whether a file system may take a name for `.git`: without regard to case; with the dots and spaces at its end, the stream behind a colon
 * and the short name `git~1` of Windows; with the characters that macOS ignores. As git itself tells them (path.c `is_ntfs_dotgit`,
 * utf8.c `is_hfs_dotgit`).
 */
export function isGitName(name: string): boolean {
  const plain = name.replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '');
  return plain.split('\\').some((part) => /^(?:\.git|git~\d+)[. ]*(?::.*)?$/is.test(part));
}

/** Whether a folder is, or lies in, the folder in which git keeps a repository. A work tree may lie there too, and is none. */
async function isInGitFolder(folder: string): Promise<boolean> {
  for (let here = folder; here !== dirname(here); here = dirname(here)) {
    if (isGitName(basename(here))) return true;
    if (await lookIfThere(join(here, '.git')).catch(() => null)) return false;
  }
  return false;
}

async function lookIfThere(path: string): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** A path of this system with `/`. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
