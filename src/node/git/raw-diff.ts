import type { FileStates } from '../../core/changes';
import { GLOSS_PATHS, textOf, type GitRepository } from './git-repository';
import { DISK, type RawChange } from './raw-change';
import { changesOnDisk } from './work-tree-changes';

/** The flags for such lists: renames are followed, no program that the configuration names is run, and no file of it is read. */
export const RAW = [
  '-r',
  '-M',
  '--raw',
  '--no-abbrev',
  '-z',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '-O/dev/null',
];

/** Reads the output of `--raw -z`. Links and submodules count as missing files. */
export function readRaw(output: string): RawChange[] {
  const tokens = output.split('\0');
  const changes: RawChange[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const found = /^\n?:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/.exec(tokens[i] ?? '');
    if (!found) continue;
    const [, oldMode = '', newMode = '', oldName = '', newName = '', status = ''] = found;
    const first = tokens[++i] ?? '';
    const second = status === 'R' || status === 'C' ? (tokens[++i] ?? '') : first;
    const oldPath = status === 'R' ? first : null;
    const before = status === 'C' ? null : contentOf(oldMode, oldName);
    changes.push({ path: second, oldPath, before, after: contentOf(newMode, newName) });
  }
  return changes;
}

function contentOf(mode: string, name: string): string | null {
  if (!mode.startsWith('100')) return null;
  return /^0+$/.test(name) ? DISK : name;
}

/** The gloss files that differ between two commits; without a second one, between a commit and the working tree. */
export async function changedFiles(repository: GitRepository, from: string, to: string | null): Promise<RawChange[]> {
  if (to === null) return changesOnDisk(repository, from);
  return readRaw(await repository.ask(['diff-tree', ...RAW, from, to, ...GLOSS_PATHS]));
}

/** Reads both states of files. A link that leads out of the working tree is not followed. */
export async function readStates(repository: GitRepository, changes: readonly RawChange[]): Promise<FileStates[]> {
  const names = changes
    .flatMap(({ before, after }) => [before, after])
    .filter((name) => name !== null && name !== DISK);
  const unique = [...new Set(names.flatMap((name) => name ?? []))];
  const blobs = await repository.blobs(unique);
  const texts = new Map(unique.map((name, i) => [name, textOf(blobs[i] ?? null)]));
  const read = async (name: string | null, path: string) =>
    name === null ? null : name === DISK ? textOf(await repository.onDisk(path)) : (texts.get(name) ?? null);
  const states: FileStates[] = [];
  for (const { path, oldPath, before, after } of changes) {
    const texts = { before: await read(before, oldPath ?? path), after: await read(after, path) };
    states.push({ path, oldPath, ...texts });
  }
  return states;
}
