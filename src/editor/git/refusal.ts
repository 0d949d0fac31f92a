import { pathName } from '../ui/inert';

/** The commit is refused, and nothing was changed. The message says why, as a sentence. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** There is nothing to commit, which is told as information and not as a warning. */
export class NothingToCommit extends Refusal {
  override name = 'NothingToCommit';
}

/** “3 files” */
export function countFiles(n: number): string {
  return n === 1 ? '1 file' : `${n} files`;
}

/** The first paths of a list, and how many more there are. */
export function listPaths(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).map(pathName).join(', ');
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown;
}

export function ignoredWords(paths: readonly string[]): string {
  const [are, stay] = paths.length === 1 ? ['is', 'stays'] : ['are', 'stay'];
  return `Git is told to ignore ${listPaths(paths)}, which ${are} therefore not committed and ${stay} on this computer. See .gitignore.`;
}
