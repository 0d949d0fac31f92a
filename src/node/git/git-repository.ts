import { realpath } from 'node:fs/promises';
import { join, posix, relative, resolve } from 'node:path';
import { decodeText, leavesFolder, quoted, visible } from '../../core/text';
import { realPathInside, slashed, wayInside } from '../inside-root';
import { LIMITS, readOrMissing } from '../read-file';
import { confirmTop } from './confirm-top';
import { reasonOf, runGit, type GitAnswer } from './run-git';
import { GitRefusal } from './refusal';
import { findWorkTree } from './work-tree';

/** A git repository that is only read. Paths are relative to its top folder, with `/`, as git spells them. */
export interface GitRepository {
  /** The top folder of the working tree, absolute. */
  readonly root: string;
  /** Text that git prints. Throws a `GitRefusal` with git's reason where it fails. */
  ask(args: readonly string[], input?: string): Promise<string>;
  /** Text that git prints; null where it fails. Only for questions to which a failure is an answer. */
  attempt(args: readonly string[]): Promise<string | null>;
  /** The bytes of objects, in the order of their names; null for an object that is missing or no file. */
  blobs(names: readonly string[]): Promise<(Uint8Array | null)[]>;
  /** The bytes of a file of the working tree; null where there is none, or where a link leads out of the repository. */
  onDisk(path: string): Promise<Uint8Array | null>;
  /** The path of a file or folder as the caller names it. Throws a `GitRefusal` where it lies outside. */
  pathOf(given: string): string;
  /** A path for printing, relative to the folder in which the repository was opened. */
  shown(path: string): string;
}

/** Opens the repository that a folder lies in. Throws a `GitRefusal` where there is none. */
export async function openRepository(cwd: string): Promise<GitRepository> {
  const found = await findWorkTree(cwd);
  if (!found) throw new GitRefusal('This folder is in no git repository with files in it.');
  const root = found.top;
  await confirmTop(root);
  const folder = await realpath(cwd);
  const here = slashed(relative(root, folder));
  return {
    root,
    ask: async (args, input) => (await ask(root, args, input)).toString(),
    async attempt(args) {
      const { code, stdout } = await git(root, args);
      return code === 0 ? stdout.toString() : null;
    },
    blobs: (names) => readBlobs(root, names),
    onDisk: (path) => readOnDisk(root, path),
    pathOf(given) {
      const path = wayInside(root, resolve(folder, given));
      // The repository is shared with systems on which `c:x` is on another drive.
      if (given === '' || path === null || leavesFolder(path)) {
        throw new GitRefusal(`${quoted(given)} lies outside of this repository.`);
      }
      return path;
    },
    shown: (path) => posix.relative(`/${here}`, `/${path}`),
  };
}

/** Restricts a command to gloss files, in a form that all git commands understand alike. */
export const GLOSS_PATHS = ['--', ':(top,glob)**/*.gloss.yaml', ':(top,glob)**/postgloss.yaml'];

/**
 * Decodes bytes. Bytes that are no text become a NUL, which every reader of our files reports.
 *
 * @param decode for a text of an archive, which may be in another encoding than our files; null where the bytes are no text
 */
export function textOf(
  bytes: Uint8Array | null,
  decode: (bytes: Uint8Array) => string | null = decodeText,
): string | null {
  return bytes && (decode(bytes) ?? '\0');
}

function git(root: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  return runGit(root, args, { input, most: 1 << 29 });
}

async function ask(root: string, args: readonly string[], input = ''): Promise<Buffer> {
  const answer = await git(root, args, input);
  if (answer.code === 0) return answer.stdout;
  const command = args.find((word) => !word.startsWith('-')) ?? '';
  throw new GitRefusal(`git ${command} fails: ${visible(reasonOf(answer))}.`);
}

async function readBlobs(root: string, names: readonly string[]): Promise<(Uint8Array | null)[]> {
  if (names.length === 0) return [];
  const output = await ask(root, ['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''));
  let at = 0;
  return names.map(() => {
    const end = output.indexOf(0x0a, at);
    const size = /^[0-9a-f]+ (\w+) (\d+)$/.exec(output.toString('utf8', at, end));
    at = end + 1;
    if (!size) return null;
    const start = at;
    at += Number(size[2]) + 1;
    return size[1] === 'blob' ? output.subarray(start, at - 1) : null;
  });
}

async function readOnDisk(root: string, path: string): Promise<Uint8Array | null> {
  const real = await realPathInside(root, join(root, path));
  return real === null ? null : readOrMissing(real, LIMITS.text);
}
