import { LENIENT_FROM, type Agreement } from './context';
import type { QuoteMatch } from './match-quote';
import type { Copy } from '../sidecar/copy';
import type { Unknown } from '../yaml/record-fields';
import type { Quote } from './quote';
import type { Resemblance } from './resemblance';

// What a place must have to be taken. The same measure is used on both ends: when an annotation is made, it is marked if another place
// of the file is much like it; so where there is no mark, a place that passes later can only be the one that was meant, or one that
// the edits themselves made like it.

/**
 * What a record's `copy` says about the other places of the file, as they were when the annotation was made: `none` was like it, or
 * `some` were (`0/0`), but not so like that the surroundings could not tell them apart; or its number among those of its post that fit
 * entirely, while others come near (`1/1`) or fit as well (`2/3`).
 */
export type Others = 'none' | Exclude<Copy, Unknown>;

/** The same with a word for no `copy`; null for a text that nobody can make sense of. */
export function othersOf(copy: Copy | null): Others | null {
  if (copy === null) return 'none';
  return typeof copy === 'object' && 'unknown' in copy ? null : copy;
}

/** Surroundings that agree less than this do not make another place a copy. */
export const MUCH_ALIKE = 0.5;
/** Surroundings that agree more than this tell a place from all that are not copies. */
const TELLING = 0.65;

/**
 * How much of the remembered surroundings must be there for a place that holds the quote: more than
 * one side for a word, less for a phrase. For a
 * quote of 32 comparable code units or more a few words on one side are enough, but not none: a second copy of a sentence is another
 * place. Only where next to nothing was remembered, as next to a whole paragraph, a sentence speaks for itself. Where other places
 * are like it, most of the surroundings must be there.
 */
export function enoughAgreement({ exact, before, after }: Quote, others: 'none' | 'some' = 'none'): number {
  if (others === 'some') return TELLING;
  if (exact.length < LENIENT_FROM) return 0.6;
  if (exact.length < 32) return 0.3;
  return before.length + after.length < 16 ? 0 : 0.2;
}

/** Whether a place that holds the quote is taken. Where others are like it, each side must tell. */
export function isMeant(quote: Quote, match: QuoteMatch, others: 'none' | 'some'): boolean {
  return match.context >= enoughAgreement(quote, others) && (others === 'none' || match.otherSide >= MUCH_ALIKE);
}

/** Whether another place that holds the quote might, after some edits, come to be taken for the one that is annotated now. */
export function mightBeMeant(quote: Quote, { context, side }: Agreement): boolean {
  return context >= leastContext(quote) || side >= MUCH_ALIKE;
}

/** How much of the surroundings another place must have on both sides together to become likely so. */
export function leastContext(quote: Quote): number {
  return NEARLY * enoughAgreement(quote);
}

/** Whether a passage that resembles the quote is taken for what became of it. */
export function isLikely(quote: Quote, passage: Resemblance, others: 'none' | 'some'): boolean {
  if (passage.edits > mostEdits(quote) || passage.context < enoughForResemblance(quote, others)) return false;
  return others === 'none' || passage.otherSide >= MUCH_ALIKE;
}

/** Whether another passage might, after some edits, come to be taken for what became of the one that is annotated now. */
export function mightBeLikely(quote: Quote, passage: Resemblance): boolean {
  if (passage.edits > 2 * mostEdits(quote)) return false;
  return passage.context >= NEARLY * enoughForResemblance(quote, 'none') || passage.side >= MUCH_ALIKE;
}

const NEARLY = 0.7;

/** A typo or two in a phrase, a changed word in a sentence. Of less than 16 code units nothing may differ. */
function mostEdits({ exact }: Quote): number {
  if (exact.length < LENIENT_FROM) return 0;
  return exact.length < 32 ? 2 : Math.max(4, Math.floor(exact.length / 10));
}

/** A resembling passage needs its surroundings; where none were remembered, only a sentence does without. */
function enoughForResemblance(quote: Quote, others: 'none' | 'some'): number {
  if (others === 'some') return TELLING;
  if (quote.before.length + quote.after.length < 8) return quote.exact.length < 32 ? Infinity : 0;
  return 0.3;
}
