import type { GitRepository } from './git-repository';
import type { RawChange } from './raw-change';

/** From this part of the larger file on, two files count as one that was renamed; as for git. */
const ALIKE = 0.5;

/** How many pairs of a removed and an added file are compared; where there are more, only equal files are paired. */
const MOST_PAIRS = 40_000;

/**
 * Makes one change of a file that was removed and a file that was added, where they are alike: the most alike first.
 *
 * @param added the contents of the added files, by path
 */
export async function pairRenames(
  repository: GitRepository,
  changes: readonly RawChange[],
  added: ReadonlyMap<string, Buffer>,
): Promise<RawChange[]> {
  const removed = changes.filter(({ after }) => after === null);
  if (removed.length === 0 || added.size === 0) return [...changes];
  const blobs = await repository.blobs(removed.map(({ before }) => before ?? ''));
  const onlyEqual = removed.length * added.size > MOST_PAIRS;
  const pairs: { from: RawChange; to: string; score: number }[] = [];
  for (const [i, from] of removed.entries()) {
    const old = Buffer.from(blobs[i] ?? []);
    for (const [to, bytes] of added) {
      const score = old.equals(bytes) ? 1 : onlyEqual ? 0 : similarity(old, bytes);
      if (score >= ALIKE) pairs.push({ from, to, score });
    }
  }
  const renames = new Map<string, RawChange>();
  const taken = new Set<RawChange>();
  for (const { from, to } of pairs.sort((a, b) => b.score - a.score)) {
    if (taken.has(from) || renames.has(to)) continue;
    taken.add(from);
    renames.set(to, from);
  }
  return changes
    .filter((change) => !taken.has(change))
    .map((change) => {
      const from = renames.get(change.path);
      return from ? { ...change, oldPath: from.path, before: from.before } : change;
    });
}

/** The bytes in the lines that two files share, as a part of the larger file: the measure of git's diffcore-delta, by whole lines. */
function similarity(a: Buffer, b: Buffer): number {
  const [least, most] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (least < most * ALIKE) return 0;
  const left = new Map<string, number>();
  for (const line of linesOf(a)) left.set(line, (left.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of linesOf(b)) {
    const count = left.get(line) ?? 0;
    if (count === 0) continue;
    left.set(line, count - 1);
    shared += line.length;
  }
  return shared / most;
}

function linesOf(bytes: Buffer): string[] {
  return bytes.toString('latin1').match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
