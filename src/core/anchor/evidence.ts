import { LENIENT_FROM, type ContextAgreement } from './context';
import type { QuoteMatch } from './match-quote';
import type { Copy } from '../sidecar/copy';
import type { Unknown } from '../yaml/record-fields';
import type { Quote } from './quote';
import type { Resemblance } from './resemblance';

// The thresholds for accepting a place. They are used on both ends. When an annotation is made, its record is marked (`copy`) if another
// place of the file might later be accepted in its stead. So if there is no mark, a place that is accepted later is either the right one,
// or one that the edits themselves made similar.

/**
 * Which other places were similar when the annotation was made, as the record's `copy` says:
 *
 * - `none` (no `copy`): no other place was similar.
 * - `some` (`distinct`): others were similar, but their surroundings told them apart.
 * - a number (`2/3`): the quote stands in the same surroundings in `of` places of its post, and this is the n-th; `1/1` if it is the
 *   only one, but others come near.
 */
export type Others = 'none' | Exclude<Copy, Unknown>;

/** Reads a record's `copy`; null for a value that has no meaning. */
export function othersOf(copy: Copy | null): Others | null {
  if (copy === null) return 'none';
  return typeof copy === 'object' && 'unknown' in copy ? null : copy;
}

/** From this agreement of one side on, another place is much like the annotated one, and may be its copy. */
export const MUCH_ALIKE = 0.5;
/** From this agreement on, surroundings tell a place from similar ones that are no copies. */
const TELLING = 0.65;

/**
 * The least agreement of the surroundings for accepting a place that holds the quote: for a word more than one side, for a phrase less.
 * For a quote of 32 comparable code units or more, a few words on one side are enough. None are not: a second copy of a sentence is
 * another place. Only where next to nothing was remembered, as next to a whole paragraph, such a quote needs no surroundings. Where
 * other places are similar, most of the surroundings must agree.
 */
export function enoughAgreement({ exact, before, after }: Quote, others: 'none' | 'some' = 'none'): number {
  if (others === 'some') return TELLING;
  if (exact.length < LENIENT_FROM) return 0.6;
  if (exact.length < 32) return 0.3;
  return before.length + after.length < 16 ? 0 : 0.2;
}

/** Whether to accept a place that holds the quote. Where other places are similar, each side must agree by half. */
export function isMeant(quote: Quote, match: QuoteMatch, others: 'none' | 'some'): boolean {
  return match.context >= enoughAgreement(quote, others) && (others === 'none' || match.otherSide >= MUCH_ALIKE);
}

/** Whether another place that holds the quote might, after some edits, be accepted in place of the annotated one. */
export function mightBeMeant(quote: Quote, { context, side }: ContextAgreement): boolean {
  return context >= leastContext(quote) || side >= MUCH_ALIKE;
}

/** The agreement of both sides together from which `mightBeMeant` holds. */
export function leastContext(quote: Quote): number {
  return NEARLY * enoughAgreement(quote);
}

/** Whether to accept a passage that resembles the quote as its edited form. */
export function isLikely(quote: Quote, passage: Resemblance, others: 'none' | 'some'): boolean {
  if (passage.edits > mostEdits(quote) || passage.context < enoughForResemblance(quote, others)) return false;
  return others === 'none' || passage.otherSide >= MUCH_ALIKE;
}

/** Whether a passage that resembles the quote might, after some edits, be accepted as the edited form of the annotated one. */
export function mightBeLikely(quote: Quote, passage: Resemblance): boolean {
  if (passage.edits > 2 * mostEdits(quote)) return false;
  return passage.context >= NEARLY * enoughForResemblance(quote, 'none') || passage.side >= MUCH_ALIKE;
}

/** The share of the least agreement that another place must have to count as similar. */
const NEARLY = 0.7;

/** The most edits inside an accepted passage: a typo or two in a phrase, a changed word in a sentence, none in less than a phrase. */
function mostEdits({ exact }: Quote): number {
  if (exact.length < LENIENT_FROM) return 0;
  return exact.length < 32 ? 2 : Math.max(4, Math.floor(exact.length / 10));
}

/** The least agreement for accepting an edited passage. Where hardly any surroundings were remembered, only sentences are accepted. */
function enoughForResemblance(quote: Quote, others: 'none' | 'some'): number {
  if (others === 'some') return TELLING;
  if (quote.before.length + quote.after.length < 8) return quote.exact.length < 32 ? Infinity : 0;
  return 0.3;
}
