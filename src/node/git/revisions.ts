import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { quoted } from '../../core/text';
import type { GitRepository } from './git-repository';
import { GitRefusal } from './refusal';

/** Two states of a repository, as names of commits or of a tree; the second is null for the working tree. */
export interface Range {
  readonly from: string;
  readonly to: string | null;
  /** As a person would write it: `main...HEAD`. */
  readonly shown: string;
  /** The paths behind the revision. */
  readonly paths: readonly string[];
}

/** The arguments of a comparison. */
export interface Asked {
  /** A revision or a range, and paths behind it. */
  readonly paths: readonly string[];
  /** A date, in place of a revision. */
  readonly since: string | null;
  /** The folder that paths are relative to, absolute. */
  readonly cwd: string;
}

/**
 * Reads which states to compare: `A..B`, `A...B` (from where the two parted, as a pull request is shown), `A` (against the working tree),
 * or nothing, which is the last commit. With a date: from the last commit before it. Throws a `GitRefusal` for unknown revisions.
 */
export async function readRange(repository: GitRepository, { paths, since, cwd }: Asked): Promise<Range> {
  if (since !== null) return { from: await commitBefore(repository, since), to: null, shown: `since ${since}`, paths };
  const [given = 'HEAD', ...rest] = paths;
  const dots = /^(.*?)(\.\.\.?)(.*)$/s.exec(given);
  if (!dots) {
    const from = await findCommit(repository, given);
    if (from === null) throw new GitRefusal(`${unknown(given)}${aboutPath(given, cwd)}`);
    return { from, to: null, shown: given, paths: rest };
  }
  const [, first = '', sign, second = ''] = dots;
  const [a, b] = [first || 'HEAD', second || 'HEAD'];
  const [from, to] = [await requireCommit(repository, a), await requireCommit(repository, b)];
  if (sign === '..') return { from, to, shown: given, paths: rest };
  const base = (await repository.attempt(['merge-base', from, to]))?.trim();
  if (base === undefined || base === '') {
    throw new GitRefusal(
      `${quoted(a)} and ${quoted(b)} have no commit in common here. In a shallow clone, fetch more of the history.`,
    );
  }
  return { from: base, to, shown: given, paths: rest };
}

/** The commit that a name stands for. Throws a `GitRefusal` where git knows none. */
export async function requireCommit(repository: GitRepository, given: string): Promise<string> {
  const commit = await findCommit(repository, given);
  if (commit === null) throw new GitRefusal(unknown(given));
  return commit;
}

/** The commit that is checked out; null where nothing is committed yet. */
export function headOf(repository: GitRepository): Promise<string | null> {
  return findCommit(repository, 'HEAD');
}

/** The commit that a name stands for; null where git knows none. A name is never taken for a flag. */
async function findCommit(repository: GitRepository, given: string): Promise<string | null> {
  // eslint-disable-next-line no-control-regex -- no revision has control characters, and a NUL would end the argument
  if (given === '' || given.startsWith('-') || /[\u0000-\u001f]/.test(given)) return null;
  const answer = (await repository.attempt(['rev-parse', '--verify', '--quiet', `${given}^{commit}`]))?.trim() ?? '';
  return /^[0-9a-f]{40,64}$/.test(answer) ? answer : null;
}

/** The last commit before a date; where there is none, the empty tree. */
async function commitBefore(repository: GitRepository, date: string): Promise<string> {
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?) ?(Z|[+-]\d\d:?\d\d)?)?$/.exec(date);
  const [, day = '', time = '00:00', zone = ''] = found ?? [];
  const known = new Date(`${day}T00:00:00Z`);
  if (!found || Number.isNaN(known.valueOf()) || !known.toISOString().startsWith(day)) {
    throw new GitRefusal(`${quoted(date)} is no date. Write it as 2026-11-22, or with a time: 2026-11-22T14:30.`);
  }
  await requireCommit(repository, 'HEAD');
  // For git, a date alone means the current time on that day.
  const moment = `${day}T${time.length === 5 ? `${time}:00` : time}${zone}`;
  // One second earlier, as `--before` includes the given second.
  const commit = (await repository.ask(['rev-list', '-1', `--before=${secondsOf(moment)}`, 'HEAD'])).trim();
  return commit === '' ? (await repository.ask(['hash-object', '-t', 'tree', '--stdin'])).trim() : commit;
}

/** The second before a time, as git takes it: `@1795392000`. The time is in the zone that it names, or else in that of this machine. */
function secondsOf(moment: string): string {
  const time = new Date(moment.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')).valueOf();
  if (Number.isNaN(time)) throw new GitRefusal(`${quoted(moment)} is no time of a day.`);
  return `@${Math.floor(time / 1000) - 1}`;
}

function unknown(given: string): string {
  return `git knows no revision ${quoted(given)}.`;
}

function aboutPath(given: string, cwd: string): string {
  if (given === '' || given.includes('\0') || !existsSync(resolve(cwd, given))) return '';
  return ` To compare a file with the last commit, write HEAD in front of it.`;
}
