import type { Comparable } from '../text/comparable';
import { endsByQuote } from './ends';
import { isLikely, mightBeLikely, MUCH_ALIKE, type Others } from './evidence';
import type { Quote } from './quote';
import type { Resemblance } from './resemblance';
import { placed, unplaced, type Anchor, type Candidate } from './states';

/**
 * The anchor of an annotation that its quote did not place, by the passages that resemble the quote.
 *
 * @param anchor the anchor by its quote
 */
export function byResemblance(
  whole: Comparable,
  anchor: Anchor,
  { quote, others }: { readonly quote: Quote; readonly others: Others | null },
  passages: readonly Resemblance[],
): Anchor {
  const telling = others === 'none' || others === 'some' ? others : null;
  const likely = passages.filter((passage) => isLikely(quote, passage, telling ?? 'some'));
  const rivals = passages.filter(
    (passage) => passage !== likely[0] && mightBeLikely(quote, passage) && passage.side >= MUCH_ALIKE,
  );
  const [first] = likely;
  const lookalikes = passages.map((passage) => lookalike(whole, quote, passage));
  if (!first)
    return unplaced(anchor.state === 'ambiguous' ? 'ambiguous' : 'orphan', [...anchor.candidates, ...lookalikes]);
  if (telling === null || likely.length > 1 || rivals.length > 0)
    return unplaced('ambiguous', [...anchor.candidates, ...lookalikes]);
  // The quote itself in the right surroundings, even in several places, is better than a passage that only resembles it.
  if (anchor.candidates.some(({ score }) => score >= first.score)) {
    return unplaced('ambiguous', [...anchor.candidates, ...lookalikes]);
  }
  const place = lookalike(whole, quote, first);
  const rest = unplaced('orphan', [...anchor.candidates, ...lookalikes]).candidates;
  const besides = rest.filter(({ span }) => span.start !== place.span.start || span.end !== place.span.end);
  return { ...placed('changed', 'resemblance', place), candidates: [place, ...besides] };
}

function lookalike(whole: Comparable, quote: Quote, { span, score }: Resemblance): Candidate {
  return { span: whole.originalSpan(endsByQuote(whole.text, quote, span)), score };
}
