import type { Post } from '../posts/post';
import { alignWords, wordsIn } from '../text/align';
import type { Comparable } from '../text/comparable';
import type { Span } from '../text/span';
import { findAnchors } from './anchor';
import { comparableSpan, originalSpan } from './coordinates';
import { findStrings, type Places } from './find-strings';
import { comparableQuote, type Selector } from './selector';
import { placed, unplaced, type Anchor } from './states';
import { findParagraph, findStanding, followWords, occurrences, type Comparison } from './trace';
import { alignParagraphs, type ParagraphMap } from './paragraphs';
import { paragraphAt, Variants } from './variants';
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
 * - A passage is followed by its paragraph first (see `Variants`): among paragraphs that are equal or much alike, neighbours tell which
 *   is which. Where the texts do not show which of several it became, that is said.
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
  readonly whole: Comparable;
  readonly wholeEarlier: Comparable;
  readonly paragraphs: ParagraphMap;
  readonly variants: Variants;
  readonly placesNow: ReadonlyMap<string, Places>;
  readonly placesEarlier: ReadonlyMap<string, Places>;
}

function compare(now: Comparable, earlier: Comparable, quotes: readonly string[]): Quoted {
  const alignment = alignWords(earlier.text, now.text);
  const [placesNow, placesEarlier] = [findStrings(now.text, quotes), findStrings(earlier.text, quotes)];
  const paragraphs = alignParagraphs(earlier, now);
  return {
    now: now.text,
    earlier: earlier.text,
    whole: now,
    wholeEarlier: earlier,
    alignment,
    placesNow,
    placesEarlier,
    paragraphs,
    variants: new Variants(paragraphs, alignment),
  };
}

function follow(texts: Quoted, exact: string, span: Span, anchor: Anchor): Anchor {
  const { alignment, whole, wholeEarlier, placesNow, placesEarlier } = texts;
  const words = wordsIn(alignment.earlier, span);
  if (words.end <= words.start) return anchor;
  const inParagraph = followInParagraph(texts, exact, span);
  if (inParagraph === 'unsure') return doubted(withoutKnown(texts, words, anchor));
  if (inParagraph) return inParagraph;
  const count = placesNow.get(exact)?.length ?? Infinity;
  const countEarlier = placesEarlier.get(exact)?.length ?? Infinity;
  // Where a copy was made, and then one of the two edited, the shortest script may take one for the other.
  const isCopied = count > countEarlier;
  const isRepeated = Math.max(count, countEarlier) > 1;
  let standing: Span | null = null;
  if (!isCopied)
    standing =
      findParagraph(texts, span, wholeEarlier.paragraphAt(span.start)) ??
      followWords(texts, words, span, exact, isRepeated);
  if (count > 0) standing ??= findStanding(texts, words, span, isCopied);
  if (standing) return placed('exact', 'diff', { span: originalSpan(whole, standing), score: 1 });
  const edited = isCopied ? null : whatBecame(texts, words, exact);
  const lookalikes = anchor.candidates.map((candidate) => comparableSpan(whole, candidate.span));
  if (edited && !hasRival(texts, words, lookalikes, edited, exact)) {
    return placed('changed', 'diff', { span: originalSpan(whole, edited.span), score: edited.score });
  }
  return withoutKnown(texts, words, anchor);
}

/** What is known of a passage by its paragraph: see `Variants`. Null where the paragraph tells nothing. */
function followInParagraph(texts: Quoted, exact: string, span: Span): Anchor | 'unsure' | null {
  const { whole, now, earlier, paragraphs, variants } = texts;
  const i = paragraphAt(paragraphs.earlier, span.start);
  const was = paragraphs.earlier[i];
  if (!was || was.start > span.start || was.end < span.end) return null;
  const whereabouts = variants.whereabouts(i);
  if (whereabouts.kind === 'unsure') return 'unsure';
  if (whereabouts.kind === 'gone') return null;
  const is = paragraphs.later[whereabouts.later];
  if (!is) return null;
  const place = (start: number, end: number) => originalSpan(whole, { start: is.start + start, end: is.start + end });
  const own = { start: span.start - was.start, end: span.end - was.start };
  if (whereabouts.kind === 'same') return placed('exact', 'diff', { span: place(own.start, own.end), score: 1 });
  if (was.end - was.start > LONGEST || is.end - is.start > LONGEST) return null;
  const before = earlier.slice(was.start, was.end);
  const after = now.slice(is.start, is.end);
  const pair = { earlier: before, now: after, alignment: alignWords(before, after) };
  const words = wordsIn(pair.alignment.earlier, own);
  const isRepeated = occurrences(before, exact, 2).length > 1 || occurrences(after, exact, 2).length > 1;
  const standing = followWords(pair, words, own, exact, isRepeated);
  if (standing) return placed('exact', 'diff', { span: place(standing.start, standing.end), score: 1 });
  const edited = whatBecame(pair, words, exact);
  if (!edited) return null;
  if (whereabouts.isCopied) return 'unsure';
  return placed('changed', 'diff', { span: place(edited.span.start, edited.span.end), score: edited.score });
}

/** Longer paragraphs are compared with the rest of the text only. */
const LONGEST = 20_000;

/** What the text alone says, where the earlier text shows that several places may be meant. */
function doubted(anchor: Anchor): Anchor {
  return anchor.span ? unplaced('ambiguous', anchor.candidates) : anchor;
}

/** An anchor without the places that the earlier text had already, as they were something else then. */
function withoutKnown({ alignment, whole }: Quoted, words: Span, anchor: Anchor): Anchor {
  const isOpen = (span: Span) => !wasElsewhere(alignment, comparableSpan(whole, span), words);
  const candidates = anchor.candidates.filter(({ span }) => isOpen(span));
  if (candidates.length === anchor.candidates.length) return anchor;
  if (anchor.span && isOpen(anchor.span)) return { ...anchor, candidates };
  return unplaced(candidates.length === 0 ? 'orphan' : 'ambiguous', candidates);
}
