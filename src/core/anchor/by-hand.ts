import type { Post } from '../posts/post';
import { postAt } from '../posts/post-at';
import type { Comparable } from '../text/comparable';
import { contains, type ComparableSpan, type Span } from '../text/span';
import type { QuoteMatch } from './match-quote';
import type { Quote } from './quote';
import { surroundingsAt } from './selector';

/**
 * The place of a record that a person wrote by hand, of the places where its quote stands: the only one with all of the surroundings that
 * the record has, if it has any. A passage that the header of a post repeats, as a summary does, is meant in the body. Null where the
 * record does not look written by hand, or nothing tells which place is meant.
 *
 * Postgloss itself writes the surroundings that `surroundingsAt` gives, and marks a record if other places are similar. So a second place
 * is known when a record is written by hand, and news in a record of Postgloss.
 */
export function placeByHand(
  whole: Comparable,
  posts: readonly Post[],
  quote: Quote,
  matches: readonly QuoteMatch[],
): QuoteMatch | null {
  const full = matches.filter(({ context }) => context === 1);
  const [first, second] = full;
  if (!first) return null;
  const inBody = second ? full.filter(({ span }) => !isInHeader(posts, whole.originalSpan(span))) : full;
  const [only = first, ...others] = inBody;
  if (others.length > 0 || (inBody.length === 0 && second)) return null;
  return isByHand(whole, quote, only.span) ? only : null;
}

function isInHeader(posts: readonly Post[], span: Span): boolean {
  const post = postAt(posts, span.start);
  return post !== null && contains(post.header, span);
}

/** Whether a record without `copy` has other surroundings than Postgloss would write of a place. */
export function isByHand(whole: Comparable, { before, after }: Quote, span: ComparableSpan): boolean {
  if (before.length + after.length === 0) return true;
  const ours = surroundingsAt(whole, span);
  return ours.before !== before || ours.after !== after;
}
