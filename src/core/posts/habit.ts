import { partitionPoint } from '../sorted';
import type { PossibleHeader, PossibleHeaders } from './possible-headers';

/**
 * Chooses the headers of posts by the habit of the archive. A header with a byline is one. A header without a byline is a date inside a
 * body where most headers have bylines, and a header where most have none and its date keeps the order of the others.
 *
 * @param trusted whether somebody has said that the text is an archive: then one post at its top is enough, and the order may be any
 */
export function chooseHeaders(possible: PossibleHeaders, trusted: boolean): PossibleHeader[] {
  const confirmed = withoutConflicts(possible.confirmed);
  const rows = new Set<number>();
  for (const { titleRow, lastRow } of confirmed) for (let row = titleRow; row <= lastRow; row++) rows.add(row);
  const bare = possible.bare.filter(({ titleRow, dateRow }) => !rows.has(titleRow) && !rows.has(dateRow));

  const all = [...confirmed, ...bare].sort((a, b) => a.dateRow - b.dateRow);
  const ordered = new Set(longestOrdered(all.filter(({ dateLine }) => dateLine.date !== null)));
  const inOrder = bare.filter((header) => ordered.has(header));
  const without = bareHabit(confirmed, bare, inOrder, trusted);
  return all.filter((header) => header.byline !== null || without.has(header));
}

/** The headers without a byline that begin posts. */
function bareHabit(
  confirmed: readonly PossibleHeader[],
  bare: readonly PossibleHeader[],
  inOrder: readonly PossibleHeader[],
  trusted: boolean,
): ReadonlySet<PossibleHeader> {
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
 * The headers that share no line. A line that could be the byline of one header and the title of the next is a byline when it ends with a
 * date, and else a title.
 */
function withoutConflicts(headers: readonly PossibleHeader[]): PossibleHeader[] {
  const accepted: PossibleHeader[] = [];
  for (const header of headers) {
    const previous = accepted.at(-1);
    if (previous && header.titleRow <= previous.lastRow) {
      if (previous.byline?.date || header.titleRow <= previous.dateRow) continue;
      accepted.pop();
    }
    accepted.push(header);
  }
  return accepted;
}

/** The most headers whose dates run in one direction, equal ones allowed; newest first, as archives mostly are, wins a tie. */
function longestOrdered(headers: readonly PossibleHeader[]): PossibleHeader[] {
  const days = headers.map(({ dateLine }) => Number((dateLine.date ?? '').replaceAll('-', '')));
  const falling = longestRising(days.map((day) => -day));
  const rising = longestRising(days);
  const chosen = rising.length > falling.length ? rising : falling;
  return chosen.flatMap((index) => headers[index] ?? []);
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
