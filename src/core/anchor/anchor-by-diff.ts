import type { Post } from '../posts/post';
import { alignWords, wordsTouching, type WordRange } from '../text/align';
import type { Comparable } from '../text/comparable';
import { everyPlace, shiftSpan, sliceText, START } from '../text/comparable-text';
import type { ComparableText } from '../text/offset';
import { overlaps, type ComparableSpan, type Span } from '../text/span';
import { findAnchors } from './anchor';
import { isByHand } from './by-hand';
import { findStrings, type StringPlaces } from './find-strings';
import { alignParagraphs, type ParagraphMap } from './paragraphs';
import type { Quote } from './quote';
import { comparableQuote, type Selector } from './selector';
import { placed, unplaced, type Anchor, type Candidate } from './states';
import { findParagraph, findStanding, followWords, type Comparison } from './trace';
import { paragraphAt, Variants } from './variants';
import { hasRival, wasElsewhere, whatBecame } from './what-became';

/** A text as it is or was at one time. */
export interface TextVersion {
  readonly whole: Comparable;
  readonly posts: readonly Post[];
}

/**
 * Improves anchors by the difference between an earlier text and the present one. An earlier text is used for an annotation only if the
 * annotation is `exact` in it; so no hash of the text needs to be stored. Give the latest such text.
 *
 * - An anchor that is `exact` in the present text stays, unless it is `unproven` and the difference speaks for another place or none.
 * - A passage that the difference leaves unchanged becomes `exact`. A passage that was edited inside becomes `changed`, with the span of
 *   its present form. Both are found by `diff`.
 * - A passage is followed by its paragraph first (see `Variants`): among equal or similar paragraphs, their neighbours tell which is which.
 *   If the texts do not show which of several places is the right one, the anchor becomes `ambiguous`.
 * - A record that a person wrote by hand is `ambiguous` if it had several places in the earlier text and has one of them left.
 * - Candidates that stood in the earlier text already, beside the passage, are dropped.
 * - If the difference shows nothing for certain, the anchor stays.
 *
 * If any anchor is not exact, costs one search in the earlier text and one alignment of the two texts (see `alignWords`).
 *
 * @param anchors the anchors that `findAnchors` gives the selectors in the present text
 * @returns an anchor for each selector, in their order
 */
export function anchorByDiff(
  now: TextVersion,
  earlier: TextVersion,
  selectors: readonly Selector[],
  anchors: readonly Anchor[],
): Anchor[] {
  const open = anchors.flatMap(({ state, unproven }, i) => (state === 'exact' && unproven !== true ? [] : [i]));
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
  let texts: ComparedTexts | null = null;
  let paragraphs: ParagraphMap | null = null;
  for (const [n, { i, selector }] of known.entries()) {
    const [place, anchor] = [before[n], anchors[i]];
    if (!place || !anchor) continue;
    const quote = comparableQuote(selector);
    if (wasOneOfMany(now.whole, selector, quote, place, anchor)) improved[i] = unplaced('ambiguous', placeOf(anchor));
    if (place.state !== 'exact' || !place.span) continue;
    const span = earlier.whole.comparableSpan(place.span);
    paragraphs ??= alignParagraphs(earlier.whole, now.whole);
    if (anchor.span && isUnmoved(paragraphs, span, now.whole.comparableSpan(anchor.span))) continue;
    texts ??= compare(
      now.whole,
      earlier.whole,
      known.map((one) => comparableQuote(one.selector).exact),
      paragraphs,
    );
    improved[i] = (anchor.state === 'exact' ? proven : follow)(texts, quote.exact, span, anchor);
  }
  return improved;
}

/** Whether a passage has the same place in a paragraph that is unchanged: most passages have, and nothing more needs to be compared. */
function isUnmoved({ earlier, later, forward }: ParagraphMap, was: ComparableSpan, is: ComparableSpan): boolean {
  const i = paragraphAt(earlier, was.start);
  const [before, after] = [earlier[i], later[forward[i] ?? -1]];
  return before !== undefined && after !== undefined && was.start - before.start === is.start - after.start;
}

/**
 * Whether an `exact` place of a record written by hand was one of several in the earlier text, between which the record did not tell. Then
 * it may be the wrong one that is left.
 */
function wasOneOfMany(
  now: Comparable,
  { copy }: Selector,
  quote: Quote,
  earlier: Anchor,
  { state, span }: Anchor,
): boolean {
  if (state !== 'exact' || !span || earlier.state !== 'ambiguous' || copy !== null) return false;
  const full = earlier.candidates.filter(({ score }) => score === 1);
  return full.length > 1 && isByHand(now, quote, now.comparableSpan(span));
}

/** The place of an anchor as a candidate, if it has one. */
function placeOf({ span, score }: Anchor): Candidate[] {
  return span ? [{ span, score }] : [];
}

/**
 * The anchor of an annotation that is `exact` by its quote, unless the difference speaks against it: the passage may have become something
 * else, while the same words stand elsewhere.
 */
function proven(texts: ComparedTexts, exact: ComparableText, span: ComparableSpan, anchor: Anchor): Anchor {
  const place = placeOf(anchor);
  const followed = follow(texts, exact, span, { ...anchor, candidates: place });
  if (followed.span) {
    if (anchor.span && overlaps(followed.span, anchor.span)) return anchor;
    return followed.state === 'exact' ? followed : unplaced('ambiguous', [...place, ...followed.candidates]);
  }
  if (followed.candidates.length > 0) return anchor;
  // The words were another place before. If none of their places is lost, they may still be the passage.
  const isLost = countOf(texts.placesNow, exact) < countOf(texts.placesEarlier, exact);
  return isLost ? followed : unplaced('ambiguous', place);
}

/** The two texts compared by words and by paragraphs, and the places of the quotes in both. */
interface ComparedTexts extends Comparison {
  readonly whole: Comparable;
  readonly wholeEarlier: Comparable;
  readonly paragraphs: ParagraphMap;
  readonly variants: Variants;
  readonly placesNow: ReadonlyMap<ComparableText, StringPlaces>;
  readonly placesEarlier: ReadonlyMap<ComparableText, StringPlaces>;
}

function compare(
  now: Comparable,
  earlier: Comparable,
  quotes: readonly ComparableText[],
  paragraphs: ParagraphMap,
): ComparedTexts {
  const alignment = alignWords(earlier.text, now.text);
  const [placesNow, placesEarlier] = [findStrings(now.text, quotes), findStrings(earlier.text, quotes)];
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

/**
 * Follows one passage from the earlier text to the present one.
 *
 * @param span the passage in the earlier text
 * @param anchor its anchor in the present text so far
 */
function follow(texts: ComparedTexts, exact: ComparableText, span: ComparableSpan, anchor: Anchor): Anchor {
  const { alignment, whole, wholeEarlier, placesNow, placesEarlier } = texts;
  const words = wordsTouching(alignment.earlier, span);
  if (words.to <= words.from) return anchor;
  const inParagraph = followInParagraph(texts, exact, span);
  if (inParagraph === 'unsure') return doubted(withoutKnown(texts, words, anchor));
  if (inParagraph) return inParagraph;
  const count = countOf(placesNow, exact);
  const countEarlier = countOf(placesEarlier, exact);
  // If a copy was made and then one of the two edited, the shortest edit script may confuse them.
  const isCopied = count > countEarlier;
  const isRepeated = Math.max(count, countEarlier) > 1;
  let standing: ComparableSpan | null = null;
  if (!isCopied)
    standing =
      findParagraph(texts, span, wholeEarlier.paragraphAt(span.start)) ??
      followWords(texts, words, span, exact, isRepeated);
  if (count > 0) standing ??= findStanding(texts, words, span, isCopied);
  if (standing) return placed('exact', 'diff', { span: whole.originalSpan(standing), score: 1 });
  const edited = isCopied ? null : whatBecame(texts, words, span, exact);
  const lookalikes = anchor.candidates.map((candidate) => whole.comparableSpan(candidate.span));
  if (edited && !hasRival(texts, words, lookalikes, edited, exact)) {
    return placed('changed', 'diff', { span: whole.originalSpan(edited.span), score: edited.score });
  }
  return withoutKnown(texts, words, anchor);
}

/** How many places a quote has. */
function countOf(places: ReadonlyMap<ComparableText, StringPlaces>, exact: ComparableText): number {
  return places.get(exact)?.length ?? Infinity;
}

/**
 * Follows one passage by its paragraph: see `Variants`. Null where the paragraph is no evidence, `unsure` where several paragraphs may
 * be the right one.
 */
function followInParagraph(
  texts: ComparedTexts,
  exact: ComparableText,
  span: ComparableSpan,
): Anchor | 'unsure' | null {
  const { whole, now, earlier, paragraphs, variants } = texts;
  const i = paragraphAt(paragraphs.earlier, span.start);
  const was = paragraphs.earlier[i];
  if (!was || was.start > span.start || was.end < span.end) return null;
  const whereabouts = variants.whereabouts(i);
  if (whereabouts.kind === 'unsure') return 'unsure';
  if (whereabouts.kind === 'gone') return null;
  const is = paragraphs.later[whereabouts.later];
  if (!is) return null;
  // Offsets of `own`, of the aligned words and of the results count from the start of the paragraph.
  const own = shiftSpan(span, START - was.start);
  const spanOf = (inParagraph: ComparableSpan) => whole.originalSpan(shiftSpan(inParagraph, is.start));
  if (whereabouts.kind === 'same') return placed('exact', 'diff', { span: spanOf(own), score: 1 });
  if (was.end - was.start > LONGEST || is.end - is.start > LONGEST) return null;
  const before = sliceText(earlier, was);
  const after = sliceText(now, is);
  const pair = { earlier: before, now: after, alignment: alignWords(before, after) };
  const words = wordsTouching(pair.alignment.earlier, own);
  const isRepeated = everyPlace(before, exact, 2).length > 1 || everyPlace(after, exact, 2).length > 1;
  const standing = followWords(pair, words, own, exact, isRepeated);
  if (standing) return placed('exact', 'diff', { span: spanOf(standing), score: 1 });
  const edited = whatBecame(pair, words, own, exact);
  if (!edited) return null;
  if (whereabouts.isCopied) return 'unsure';
  return placed('changed', 'diff', { span: spanOf(edited.span), score: edited.score });
}

/** Longer paragraphs, in code units, are not aligned by themselves, only with the rest of the text. */
const LONGEST = 20_000;

/** The anchor without its place, as the earlier text shows that several places come into question. */
function doubted(anchor: Anchor): Anchor {
  return anchor.span ? unplaced('ambiguous', anchor.candidates) : anchor;
}

/** The anchor without the places that stood in the earlier text already, beside the passage with these words. */
function withoutKnown({ alignment, whole }: ComparedTexts, words: WordRange, anchor: Anchor): Anchor {
  const isOpen = (span: Span) => !wasElsewhere(alignment, whole.comparableSpan(span), words);
  const candidates = anchor.candidates.filter(({ span }) => isOpen(span));
  if (candidates.length === anchor.candidates.length) return anchor;
  if (anchor.span && isOpen(anchor.span)) return { ...anchor, candidates };
  return unplaced(candidates.length === 0 ? 'orphan' : 'ambiguous', candidates);
}
