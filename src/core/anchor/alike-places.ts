import { spanAt } from '../text/comparable-text';
import type { ComparableOffset, ComparableText } from '../text/offset';
import { contextMeasure } from './context';
import { MUCH_ALIKE } from './evidence';
import type { Effort, QuoteMatch } from './match-quote';
import type { Quote } from './quote';
import { sortSides, type SortedSides } from './sides';

/**
 * The places of one quote, sorted by their surroundings: of thousands of places only those are compared whose surroundings are like
 * remembered ones. For a file with many annotations of equal words.
 */
export class AlikePlaces {
  readonly #text: ComparableText;
  readonly #starts: readonly ComparableOffset[];
  readonly #length: number;
  readonly #sides: SortedSides;

  /** @param quotes all that will be asked about, of the same words */
  constructor(text: ComparableText, starts: readonly ComparableOffset[], quotes: readonly Quote[]) {
    this.#text = text;
    this.#starts = starts;
    this.#length = quotes[0]?.exact.length ?? 0;
    const most = quotes.reduce((longest, { before, after }) => Math.max(longest, before.length, after.length), 0);
    this.#sides = sortSides(text, starts, this.#length, most);
  }

  /**
   * The places where the text that touches the quote is, on one side, for a share of its length as remembered; in the order of the text. Null
   * when the effort ran out.
   *
   * @param quote with surroundings
   * @param share of one side's length; `MUCH_ALIKE` by default
   */
  find(quote: Quote, effort: Effort, share = MUCH_ALIKE): QuoteMatch[] | null {
    const measure = contextMeasure(quote);
    const found = new Map<number, QuoteMatch>();
    for (const [remembered, similar] of [
      [quote.before, quote.before === '' ? [] : this.#sides.before(quote.before)],
      [quote.after, quote.after === '' ? [] : this.#sides.after(quote.after)],
    ] as const) {
      for (const { place, same } of similar) {
        if (same < share * remembered.length) break;
        const start = this.#starts[place];
        if (start === undefined || found.has(place)) continue;
        if (--effort.visits < 0) return null;
        const span = spanAt(start, this.#length);
        found.set(place, { span, ...measure(this.#text, span) });
      }
    }
    return [...found.values()].sort((a, b) => a.span.start - b.span.start);
  }
}
