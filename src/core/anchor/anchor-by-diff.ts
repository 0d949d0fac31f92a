import type { Post } from '../archive/post';
import { alignWords, wordsIn } from '../text/align';
import type { Comparable } from '../text/comparable';
import type { Span } from '../text/span';
import { findAnchors } from './anchor';
import { comparableSpan, originalSpan } from './coordinates';
import { findStrings, type Places } from './find-strings';
import { comparableQuote, type Selector } from './selector';
import { placed, unplaced, type Anchor } from './states';
import { findParagraph, findStanding, followWords, type Comparison } from './trace';
import { hasRival, wasElsewhere, whatBecame } from './what-became';

/** A text at one time. */
export interface TextVersion {
  readonly whole: Comparable;
  readonly posts: readonly Post[];
}

/**
 * Improves anchors by the difference between an earlier text and the present one. The earlier text proves itself: it counts for an
 * annotation whose place in it is `exact` by its quote and surroundings, and no hash needs to be stored. Give the latest such text.
 *
 * - What is `exact` in the present text stays.
 * - A passage that the difference leaves whole is `exact`, one that was edited inside is `changed` and has the span of what became of
 *   it; both are found by `diff`.
 * - Of a passage that is gone, places that the earlier text had already, as other places, are not taken for it.
 * - Where the difference tells nothing for certain, the anchor stays as it was.
 *
 * Costs one search in the earlier text, and one alignment of the two (see `alignWords`), if any anchor is not exact.
 *
 * @param anchors what `findAnchors` says of the selectors in the present text
 * @returns an anchor for each selector, in their order
 */
export function anchorByDiff(
  now: TextVersion,
  earlier: TextVersion,
  selectors: readonly Selector[],
  anchors: readonly Anchor[],
): Anchor[] {
  const open = anchors.flatMap(({ state }, i) => (state === 'exact' ? [] : [i]));
  if (open.length === 0) return [...anchors];
  const known = open.flatMap((i) => {
    const selector = selectors[i];
    return selector ? [{ i, selector }] : [];
  });
  const before = findAnchors(
    earlier.whole,
    earlier.posts,
    known.map(({ selector }) => selector),
  );
  const improved = [...anchors];
  if (!before.some(({ state }) => state === 'exact')) return improved;
  const comparison = compare(
    now.whole,
    earlier.whole,
    known.map(({ selector }) => comparableQuote(selector).exact),
  );
  for (const [n, { i, selector }] of known.entries()) {
    const place = before[n];
    const anchor = anchors[i];
    if (place?.state !== 'exact' || !place.span || !anchor) continue;
    improved[i] = follow(
      comparison,
      comparableQuote(selector).exact,
      comparableSpan(earlier.whole, place.span),
      anchor,
    );
  }
  return improved;
}

/** The two texts compared, and where the quotes stand in both. */
interface Quoted extends Comparison {
  readonly placesNow: ReadonlyMap<string, Places>;
  readonly placesEarlier: ReadonlyMap<string, Places>;
}

function compare(now: Comparable, earlier: Comparable, quotes: readonly string[]): Quoted {
  const alignment = alignWords(earlier.text, now.text);
  const [placesNow, placesEarlier] = [findStrings(now.text, quotes), findStrings(earlier.text, quotes)];
  return { now, earlier, alignment, placesNow, placesEarlier };
}

function follow(texts: Quoted, exact: string, span: Span, anchor: Anchor): Anchor {
  const { alignment, now, placesNow, placesEarlier } = texts;
  const words = wordsIn(alignment.earlier, span);
  if (words.end <= words.start) return anchor;
  const count = placesNow.get(exact)?.length ?? Infinity;
  const countEarlier = placesEarlier.get(exact)?.length ?? Infinity;
  // Where a copy was made, and then one of the two edited, the shortest script may take one for the other.
  const isCopied = count > countEarlier;
  const isRepeated = Math.max(count, countEarlier) > 1;
  let standing: Span | null = null;
  if (!isCopied) standing = findParagraph(texts, span) ?? followWords(texts, words, span, exact, isRepeated);
  if (count > 0) standing ??= findStanding(texts, words, span, isCopied);
  if (standing) return placed('exact', 'diff', { span: originalSpan(now, standing), score: 1 });
  const edited = isCopied ? null : whatBecame(texts, words, exact);
  const lookalikes = anchor.candidates.map((candidate) => comparableSpan(now, candidate.span));
  if (edited && !hasRival(texts, words, lookalikes, edited, exact)) {
    return placed('changed', 'diff', { span: originalSpan(now, edited.span), score: edited.score });
  }
  return withoutKnown(texts, words, anchor);
}

/** An anchor without the places that the earlier text had already, as they were something else then. */
function withoutKnown({ alignment, now }: Comparison, words: Span, anchor: Anchor): Anchor {
  const isOpen = (span: Span) => !wasElsewhere(alignment, comparableSpan(now, span), words);
  const candidates = anchor.candidates.filter(({ span }) => isOpen(span));
  if (candidates.length === anchor.candidates.length) return anchor;
  if (anchor.span && isOpen(anchor.span)) return { ...anchor, candidates };
  return unplaced(candidates.length === 0 ? 'orphan' : 'ambiguous', candidates);
}
