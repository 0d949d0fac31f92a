import type { CommitPlan } from './plan-commit';
import { listPaths, Refusal } from './refusal';
import { underWay } from './repository';

/**
 * Refuses while a merge or the like is unfinished, or files are in conflict: git would refuse too, in its own words, or would make a
 * commit that nobody expects in the middle of a rebase.
 *
 * @param exists whether a name is there in git's folder
 */
export async function refuseHalfDone(plan: CommitPlan, exists: (name: string) => Promise<boolean>): Promise<void> {
  const { conflicts, otherConflicts } = plan;
  const waiting = await underWay(exists);
  if (conflicts.length > 0)
    throw new Refusal(`Resolve the conflict in ${listPaths(conflicts)} first. Nothing was committed.`);
  if (waiting) {
    const why = `A ${waiting} is under way in this repository, and until it is finished git does not commit single files.`;
    throw new Refusal(`${why} Finish or abort it first. Nothing was committed.`);
  }
  if (otherConflicts > 0) {
    throw new Refusal(
      'Other files of this repository are in conflict, and git commits nothing until they are resolved.',
    );
  }
}

/** Refuses files with conflict markers: once such a file is staged, git takes its conflict for resolved. */
export async function refuseMarkers(plan: CommitPlan, read: (path: string) => Promise<string | null>): Promise<void> {
  const marked: string[] = [];
  for (const { path, state } of plan.files) {
    if (state !== 'deleted' && /^(?:<{7}|>{7})(?:[ \r]|$)/m.test((await read(path)) ?? '')) marked.push(path);
  }
  if (marked.length > 0)
    throw new Refusal(`Conflict markers are still in ${listPaths(marked)}. Nothing was committed.`);
}
