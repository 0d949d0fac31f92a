import { partitionPoint } from '../sorted';
import type { Candidate, Candidates } from './candidates';

/**
 * Decides which candidates are posts; the archive's own habit does it. A candidate with a byline is one. Where bylines are the habit, one
 * without is a date inside a body. Where most have none, those without are posts too, if their dates keep the order of the others.
 *
 * @param trusted Somebody has said that the text is an archive: then one post at its top is enough, and the order may be any.
 */
export function choosePosts(candidates: Candidates, trusted: boolean): Candidate[] {
  const confirmed = withoutConflicts(candidates.confirmed);
  const headers = new Set<number>();
  for (const { titleRow, lastRow } of confirmed) for (let row = titleRow; row <= lastRow; row++) headers.add(row);
  const bare = candidates.bare.filter(({ titleRow, dateRow }) => !headers.has(titleRow) && !headers.has(dateRow));

  const all = [...confirmed, ...bare].sort((a, b) => a.dateRow - b.dateRow);
  const ordered = new Set(longestOrdered(all.filter((candidate) => candidate.dateLine.date !== null)));
  const inOrder = bare.filter((candidate) => ordered.has(candidate));
  const without = bareHabit(confirmed, bare, inOrder, trusted);
  return all.filter((candidate) => candidate.byline !== null || without.has(candidate));
}

/** Those of the candidates without a byline that are posts. */
function bareHabit(
  confirmed: readonly Candidate[],
  bare: readonly Candidate[],
  inOrder: readonly Candidate[],
  trusted: boolean,
): ReadonlySet<Candidate> {
  if (confirmed.length > 0) {
    // Most must have none, and two could be headings inside one long post.
    return new Set(inOrder.length >= 3 && inOrder.length > confirmed.length ? inOrder : []);
  }
  const keepsOrder = inOrder.length * 3 >= bare.length * 2;
  if (!trusted) return new Set(keepsOrder && inOrder.length >= 2 ? inOrder : []);
  // The title of the only post stands at the top, or below a header of one line or two.
  if (bare.length === 1) return new Set((bare[0]?.titleRow ?? 0) <= 2 ? bare : []);
  return new Set(keepsOrder ? inOrder : bare);
}

/**
 * The candidates whose byline counts. No line belongs to two headers: a line that is the byline of one candidate and the title of the
 * next one is a byline when it ends with a date, and else a title.
 */
function withoutConflicts(candidates: readonly Candidate[]): Candidate[] {
  const accepted: Candidate[] = [];
  for (const candidate of candidates) {
    const previous = accepted.at(-1);
    if (previous && candidate.titleRow <= previous.lastRow) {
      if (previous.byline?.date || candidate.titleRow <= previous.dateRow) continue;
      accepted.pop();
    }
    accepted.push(candidate);
  }
  return accepted;
}

/** The most candidates whose dates run in one direction, equal ones allowed; newest first, as archives mostly are, wins a tie. */
function longestOrdered(candidates: readonly Candidate[]): Candidate[] {
  const days = candidates.map((candidate) => Number((candidate.dateLine.date ?? '').replaceAll('-', '')));
  const falling = longestRising(days.map((day) => -day));
  const rising = longestRising(days);
  const chosen = rising.length > falling.length ? rising : falling;
  return chosen.flatMap((index) => candidates[index] ?? []);
}

/** The indexes of a longest non-falling subsequence, in n log n: `tails[k]` ends the best run of length k + 1 that is known so far. */
function longestRising(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    const k = partitionPoint(tails.length, (n) => (values[tails[n] ?? 0] ?? 0) <= value);
    before[index] = k > 0 ? (tails[k - 1] ?? -1) : -1;
    tails[k] = index;
  });
  const run: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) run.push(index);
  return run.reverse();
}
