/** How a file on the disk differs from the last commit. */
export type FileState = 'changed' | 'new' | 'deleted' | 'conflict';

/** A file that differs from the last commit, or is in conflict. */
export interface GitFile {
  /** Relative to the top of the repository, with `/`. */
  readonly path: string;
  readonly state: FileState;
  /** Whether git's index has the file; git commits no other files. */
  readonly known: boolean;
}

export interface GitStatus {
  /** Null when no branch is checked out. */
  readonly branch: string | null;
  readonly files: readonly GitFile[];
}

/** The command whose output `parseStatus` reads. A rename counts as a deleted and a new file, because files are committed by name. */
export const STATUS = [
  'status',
  '--porcelain=v2',
  '-z',
  '--branch',
  '--no-renames',
  '--untracked-files=all',
  '--ignore-submodules=all',
] as const;

/** Reads what `STATUS` prints. Entries end with NUL, so that a name may hold anything: spaces, line breaks, any script. */
export function parseStatus(output: string): GitStatus {
  let branch: string | null = null;
  const files = new Map<string, GitFile>();
  const add = (path: string, state: FileState, known: boolean) => {
    const other = files.get(path);
    // Deleted in the index, but there again on the disk: a change since the last commit.
    if (other) files.set(path, { path, state: 'changed', known: false });
    else files.set(path, { path, state, known });
  };
  for (const entry of output.split('\0')) {
    if (entry.startsWith('# branch.head ')) {
      const name = entry.slice('# branch.head '.length);
      branch = name === '(detached)' ? null : name;
    }
    if (entry.startsWith('? ')) add(entry.slice(2), 'new', false);
    if (entry.startsWith('u ')) add(behind(entry, 10), 'conflict', true);
    if (!entry.startsWith('1 ')) continue;
    const state = stateOf(entry.charAt(2), entry.charAt(3));
    if (state) add(behind(entry, 8), state, true);
  }
  return { branch, files: [...files.values()] };
}

/** The state of a file, from git's letters for the index and for the disk; null where it does not differ from the last commit. */
function stateOf(index: string, disk: string): FileState | null {
  if (index === 'A') return disk === 'D' ? null : 'new';
  if (disk === 'A') return 'new';
  return disk === 'D' || (index === 'D' && disk === '.') ? 'deleted' : 'changed';
}

/** The rest of an entry after a number of fields, each of which one space ends. */
function behind(entry: string, fields: number): string {
  let at = 0;
  for (let field = 0; field < fields; field++) at = entry.indexOf(' ', at) + 1;
  return entry.slice(at);
}
