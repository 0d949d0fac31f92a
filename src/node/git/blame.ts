import type { LastChange, LineRange } from '../../core/changes';
import { visible } from '../../core/text';
import type { GitRepository } from './git-repository';

/** The last change of each line of a file. */
export interface Blame {
  /** The latest change of any of the lines from `first` to `last`, both 1-based and included; lines are counted by LF, as git does. */
  of(first: number, last: number): Promise<LastChange>;
}

const UNCOMMITTED: LastChange = { commit: null, author: null, date: null };

/**
 * Asks git who last changed each line of a file.
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
  const range = only ? [`-L${only.first},${only.last}`] : [];
  const args = [
    'blame',
    '--porcelain',
    '--encoding=UTF-8',
    ...range,
    ...(revision === null ? [] : [revision]),
    '--',
    path,
  ];
  const output = await repository.ask(args);
  // A file that git does not track yet has no history.
  const lines = output === null ? [] : readPorcelain(output);
  return {
    async of(first, last) {
      if (output === null) return UNCOMMITTED;
      const start = only?.first ?? 1;
      const changes = lines.slice(first - start, last - start + 1);
      if (changes.some(({ change }) => change.commit === null)) return UNCOMMITTED;
      const time = Math.max(...changes.map((line) => line.time));
      const latest = changes.filter((line) => line.time === time).map(({ change }) => change);
      return (await lastOf(repository, latest)) ?? UNCOMMITTED;
    },
  };
}

/** The last of commits that were made in the same second, by their order in the history. */
async function lastOf(repository: GitRepository, changes: readonly LastChange[]): Promise<LastChange | undefined> {
  const commits = [...new Set(changes.flatMap(({ commit }) => commit ?? []))];
  if (commits.length < 2) return changes[0];
  const last = (await repository.ask(['rev-list', '--topo-order', '-1', ...commits, '--']))?.trim();
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
