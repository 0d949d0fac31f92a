import { inOrderOf } from './order';
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
  const free = possible.bare.filter(({ titleRow, dateRow }) => !rows.has(titleRow) && !rows.has(dateRow));
  const bare = free.filter(({ sentence }) => !sentence);

  const all = [...confirmed, ...bare].sort((a, b) => a.dateRow - b.dateRow);
  const ordered = new Set(longestOrdered(all.filter(hasDate)));
  const inOrder = bare.filter((header) => ordered.has(header));
  const without = bareHabit(confirmed, bare, inOrder, trusted);
  const chosen = all.filter((header) => header.byline !== null || without.has(header));
  if (without.size > 0) return withSentences(chosen, free);
  return confirmed.length > 0 ? chosen : sentencesAlone(free, trusted, possible.dates.written.length - 1);
}

/** Adds the titles that are sentences, each below the text of another post, where their dates keep the order of the others. */
function withSentences(chosen: readonly PossibleHeader[], free: readonly PossibleHeader[]): PossibleHeader[] {
  const known = new Set(chosen);
  const [first, last] = [chosen.find(hasDate), chosen.findLast(hasDate)];
  const sign = dayOf(first) <= dayOf(last) ? 1 : -1;
  const all = [...chosen, ...free.filter((header) => header.sentence && !known.has(header))];
  all.sort((a, b) => a.dateRow - b.dateRow);
  // The day of the next header that is sure, for each.
  const bounds: number[] = [];
  let bound = Infinity;
  for (let index = all.length - 1; index >= 0; index--) {
    bounds[index] = bound;
    const header = all[index];
    if (header && known.has(header) && hasDate(header)) bound = sign * dayOf(header);
  }
  const accepted: PossibleHeader[] = [];
  let from = -Infinity;
  all.forEach((header, index) => {
    const day = sign * dayOf(header);
    if (!known.has(header)) {
      // Directly below another header, a sentence is the text of that post.
      const apart = header.titleRow - (accepted.at(-1)?.lastRow ?? -2) > 1;
      if (!apart || day < from || day > (bounds[index] ?? Infinity)) return;
    }
    if (hasDate(header)) from = day;
    accepted.push(header);
  });
  return accepted;
}

/** The headers of an archive in which nearly all titles are sentences, or which has few posts: each stands below the text of another. */
function sentencesAlone(free: readonly PossibleHeader[], trusted: boolean, lastRow: number): PossibleHeader[] {
  const ordered = longestOrdered(free);
  const [first, ...others] = ordered;
  if (!first || first.titleRow > 2 || ordered.length * 3 < free.length * 2) return [];
  const apart = others.every((header, index) => header.titleRow - (ordered[index]?.lastRow ?? 0) > 1);
  // A single one has text below it.
  return apart && (others.length > 0 || (trusted && first.lastRow < lastRow)) ? ordered : [];
}

function hasDate({ dateLine }: PossibleHeader): boolean {
  return dateLine.date !== null;
}

/** The date as a number that grows with it. */
function dayOf(header: PossibleHeader | undefined): number {
  return Number((header?.dateLine.date ?? '').replaceAll('-', ''));
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

/** The most headers whose dates run in one direction; see `inOrderOf`. */
function longestOrdered(headers: readonly PossibleHeader[]): PossibleHeader[] {
  return inOrderOf(headers.map(({ dateLine }) => dateLine.date ?? '')).flatMap((index) => headers[index] ?? []);
}
