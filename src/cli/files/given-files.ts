import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { isGlossFile } from '../../core/entities';
import { isTextFile } from '../../core/posts';
import { quoted } from '../../core/text';
import { realPathInside, slashed } from '../../node/inside-root';
import { Archives, type Archive } from './archives';
import { readGlob } from './glob';
import { UsageError } from '../call/usage-error';
import { walk } from '../../node/walk';

/** A text that the command line names. */
export interface GivenFile {
  /** The path to print: as it was given, or for a file of a folder or glob, below the folder that was given. */
  readonly shown: string;
  readonly absolute: string;
  /** The archive that it belongs to; null where it is in none. */
  readonly archive: Archive | null;
  /** Its path in the archive, with `/`; the absolute path where there is no archive. */
  readonly path: string;
}

/**
 * Finds the texts that files, folders and globs name, in the order in which they were given, each once. Files of Postgloss itself are
 * left out, so that the shell's `*` may be used.
 *
 * Throws a `UsageError` where one of them names no text, or a file outside of the archive that it seems to be in.
 */
export async function findFiles(given: readonly string[], cwd: string): Promise<GivenFile[]> {
  if (given.length === 0) throw new UsageError('No FILE is given: a file, a folder or a glob.');
  const archives = new Archives();
  const found = new Map<string, GivenFile>();
  for (const path of given) {
    for (const file of await findOne(path, cwd, archives)) {
      if (!found.has(file.absolute)) found.set(file.absolute, file);
    }
  }
  if (found.size === 0) throw new UsageError('None of the files is a text: all are files of Postgloss itself.');
  return [...found.values()];
}

async function findOne(given: string, cwd: string, archives: Archives): Promise<GivenFile[]> {
  const absolute = resolve(cwd, given);
  const kind = given === '' ? 'nothing' : await kindOf(absolute);
  // A name with brackets is tried as a name before it is tried as a glob.
  if (kind === 'file') return isGlossFile(slashed(absolute)) ? [] : [await named(given, absolute, archives)];
  if (kind === 'other') throw new UsageError(`${quoted(given)} is neither a file nor a folder.`);
  if (kind === 'folder') {
    const files = await inFolder(given, absolute, archives, Infinity);
    const texts = files.filter(({ archive, path }) => (archive ? archive.rule(path) !== null : isTextFile(path)));
    // A folder's hidden files are left out, unless a manifest names them.
    const shown = texts.filter(
      (file) => file.archive !== null || !/(?:^|\/)\./.test(slashed(relative(absolute, file.absolute))),
    );
    if (shown.length === 0) throw new UsageError(`The folder ${quoted(given)} holds no text of an archive.`);
    return shown;
  }
  const glob = readGlob(slashed(given));
  if (!glob) throw new UsageError(`There is no file or folder ${quoted(given)}.`);
  const base = resolve(cwd, glob.base);
  const files = await inFolder(glob.base, base, archives, glob.depth);
  const fitting = files.filter((file) => glob.fits(slashed(relative(base, file.absolute))));
  if (fitting.length === 0) throw new UsageError(`No text fits the glob ${quoted(given)}.`);
  return fitting;
}

/** A file that the caller named. Callers may name any file, but a link in an archive that leads out of it may be a trap. */
async function named(given: string, absolute: string, archives: Archives): Promise<GivenFile> {
  const file = await locate(given, absolute, archives);
  if (!file) throw new UsageError(`${quoted(given)} leads out of its archive, and is not read.`);
  return file;
}

async function inFolder(shown: string, folder: string, archives: Archives, depth: number): Promise<GivenFile[]> {
  const root = (await archives.of(folder))?.root ?? folder;
  if ((await kindOf(folder)) === 'folder' && (await realPathInside(root, folder)) === null) {
    throw new UsageError(`${quoted(shown)} leads out of its archive, and is not read.`);
  }
  const prefix = shown === '' || shown === '.' ? '' : shown.replace(/[/\\]*$/, '/');
  const files: GivenFile[] = [];
  for (const path of await walk(root, folder, depth)) {
    if (isGlossFile(path)) continue;
    const file = await locate(prefix + path, join(folder, path), archives);
    if (file) files.push(file);
  }
  return files;
}

/** Null for a file whose path leads out of its archive through a link. */
async function locate(shown: string, absolute: string, archives: Archives): Promise<GivenFile | null> {
  const archive = await archives.of(dirname(absolute));
  if (!archive) return { shown, absolute, archive, path: slashed(absolute) };
  if ((await realPathInside(archive.root, absolute)) === null) return null;
  return { shown, absolute, archive, path: slashed(relative(archive.root, absolute)) };
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | 'nothing'> {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'nothing';
  }
}
