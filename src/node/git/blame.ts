import { diffArrays } from 'diff';
import type { LastChange, LineRange } from '../../core/changes';
import { visible } from '../../core/text';
import type { GitRepository } from './git-repository';
import { headOf } from './revisions';
import { changesOnDisk } from './work-tree-changes';

/** The last change of each line of a file. */
export interface Blame {
  /** The latest change of any of the lines from `first` to `last`, both 1-based and included; lines are counted by LF, as git does. */
  of(first: number, last: number): Promise<LastChange>;
}

const UNCOMMITTED: LastChange = { commit: null, author: null, date: null };

/**
 * Asks git who last changed each line of a file. Throws a `GitRefusal` with git's reason where it does not answer.
 *
 * @param revision the state of the file; null for the working tree
 * @param only restricts the answer to some lines, which is quicker in a long file; null for all
 */
export async function readBlame(
  repository: GitRepository,
  revision: string | null,
  path: string,
  only: LineRange | null = null,
): Promise<Blame> {
  const source = revision === null ? await readCommitted(repository, path) : { revision, path, lineOf: same };
  const lines = source && (await askBlame(repository, source, only));
  return {
    async of(first, last) {
      const changes = range(first, last).map((line) => lines?.get(source?.lineOf(line) ?? 0) ?? null);
      const known = changes.filter((change) => change !== null);
      if (known.length < changes.length) return UNCOMMITTED;
      const time = Math.max(...known.map((line) => line.time));
      const latest = known.filter((line) => line.time === time).map(({ change }) => change);
      return (await lastOf(repository, latest)) ?? UNCOMMITTED;
    },
  };
}

/** A committed file whose lines git is asked about. */
interface Source {
  readonly revision: string;
  readonly path: string;
  /** Its line that a line of the file in question is; null for a line that it lacks. Both 1-based. */
  readonly lineOf: (line: number) => number | null;
}

const same = (line: number) => line;

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/**
 * The last commit's file that a file of the working tree comes from, which may have another name; null where there is none. git itself is
 * asked only about that one: for a file of the working tree it would run the filters that the repository's configuration names.
 */
async function readCommitted(repository: GitRepository, path: string): Promise<Source | null> {
  const revision = await headOf(repository);
  if (revision === null) return null;
  const objectOf = async (name: string) =>
    (await repository.attempt(['rev-parse', '--verify', '--quiet', `${revision}:${name}`]))?.trim() ?? null;
  const renamed = async () => (await changesOnDisk(repository, revision)).find((change) => change.path === path);
  const from = (await objectOf(path)) === null ? ((await renamed())?.oldPath ?? null) : path;
  const object = from === null ? null : await objectOf(from);
  if (from === null || object === null) return null;
  const [committed] = await repository.blobs([object]);
  const lines = matchLines(linesOf(committed ?? null), linesOf(await repository.onDisk(path)));
  return { revision, path: from, lineOf: (line) => lines.get(line) ?? null };
}

/** Lines as git counts them, without regard to a carriage return at their ends. */
function linesOf(bytes: Uint8Array | null): string[] {
  const lines = Buffer.from(bytes ?? [])
    .toString('latin1')
    .split('\n');
  return lines.map((line) => line.replace(/\r$/, ''));
}

/** For the lines of a later text, the lines of an earlier text that they are. Both 1-based. */
function matchLines(earlier: string[], later: string[]): Map<number, number> {
  const found = new Map<number, number>();
  let [before, after] = [1, 1];
  // Two texts that have nearly nothing in common would take very long.
  for (const { added, removed, count } of diffArrays(earlier, later, { maxEditLength: MOST_EDITS }) ?? []) {
    if (!added && !removed) for (let i = 0; i < count; i++) found.set(after + i, before + i);
    if (!added) before += count;
    if (!removed) after += count;
  }
  return found;
}

/** The most lines that differ; where there are more, all count as changed. */
const MOST_EDITS = 10_000;

async function askBlame(
  repository: GitRepository,
  { revision, path, lineOf }: Source,
  only: LineRange | null,
): Promise<ReadonlyMap<number, Line>> {
  const wanted = only && range(only.first, only.last).flatMap((line) => lineOf(line) ?? []);
  if (wanted?.length === 0) return new Map();
  const [first, last] = wanted ? [Math.min(...wanted), Math.max(...wanted)] : [1, null];
  // A list of commits to ignore is a person's setting, which may name a file that this repository lacks: git then gives up.
  const flags = ['--porcelain', '--encoding=UTF-8', '--no-textconv', '--no-ignore-revs-file'];
  const lines = last === null ? [] : [`-L${first},${last}`];
  const output = await repository.ask(['blame', ...flags, ...lines, revision, '--', path]);
  return new Map(readPorcelain(output).map((line, i) => [first + i, line]));
}

/** The last of commits that were made in the same second, by their order in the history. */
async function lastOf(repository: GitRepository, changes: readonly LastChange[]): Promise<LastChange | undefined> {
  const commits = [...new Set(changes.flatMap(({ commit }) => commit ?? []))];
  if (commits.length < 2) return changes[0];
  const last = (await repository.ask(['rev-list', '--topo-order', '-1', ...commits, '--'])).trim();
  return changes.find(({ commit }) => commit === last) ?? changes[0];
}

interface Line {
  readonly change: LastChange;
  /** The committer's time, in seconds since 1970; the author's may come from a wrong clock, and a rebase keeps it. */
  readonly time: number;
}

/** Reads `git blame --porcelain`: the headers of a commit come once, with its first line; the content begins with a tab. */
function readPorcelain(output: string): Line[] {
  const commits = new Map<string, Map<string, string>>();
  const lines: Line[] = [];
  let commit = '';
  for (const line of output.split('\n')) {
    if (line.startsWith('\t')) {
      const headers = commits.get(commit) ?? new Map<string, string>();
      lines.push({ change: changeOf(commit, headers), time: Number(headers.get('committer-time') ?? 0) });
      continue;
    }
    const start = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line);
    if (start) {
      commit = start[1] ?? '';
      if (!commits.has(commit)) commits.set(commit, new Map());
      continue;
    }
    const space = line.indexOf(' ');
    if (space > 0) commits.get(commit)?.set(line.slice(0, space), line.slice(space + 1));
  }
  return lines;
}

function changeOf(commit: string, headers: ReadonlyMap<string, string>): LastChange {
  if (/^0+$/.test(commit)) return UNCOMMITTED;
  const date = zonedDate(Number(headers.get('author-time') ?? 0), headers.get('author-tz') ?? '+0000');
  return { commit, author: headers.get('author') ?? null, date };
}

/** A time in seconds since 1970 as ISO 8601 in a zone, given as `+0130`. */
function zonedDate(seconds: number, zone: string): string {
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  const shift = (sign === '-' ? -60 : 60) * (Number(hours) * 60 + Number(minutes));
  return new Date((seconds + shift) * 1000).toISOString().replace(/\.000Z$/, `${sign}${hours}:${minutes}`);
}

/** `last changed by Jo Berg on 2026-11-22 in 1a2b3c4d`, fit to be shown. */
export function shownChange({ commit, author, date }: LastChange): string {
  if (commit === null) return 'not committed yet';
  return visible(`last changed by ${author ?? 'somebody'} on ${date?.slice(0, 10) ?? ''} in ${commit.slice(0, 8)}`);
}
