import { lowerBound } from '../sorted';
import { overlaps, type Span } from '../text/span';
import { contextMeasure, LENIENT_FROM, type Agreement } from './context';
import { leastContext, mightBeLikely, mightBeMeant, MUCH_ALIKE } from './evidence';
import { everyPlace, findStrings } from './find-strings';
import { type Quote } from './quote';
import { findResembling } from './resemblance';
import { sortSides, type Sides } from './sides';
import { Surroundings } from './surroundings';

/**
 * Whether another place of the file is like one, or might come to be by an edit that takes away what lies between; `much` where one
 * side of its surroundings agrees by half or more.
 */
export type Crowd = 'none' | 'some' | 'much';

/** A place and how it is remembered, in the comparable form of the text. */
export interface Remembered {
  readonly own: Span;
  readonly quote: Quote;
}

/**
 * For each place whether others are like it.
 *
 * Places of equal words are looked at together: what stands on either side of them is sorted once, and only neighbours in that order
 * are compared. Phrases, whose surroundings count even where they were edited, are compared with those that share enough of them.
 */
export function crowdsAround(text: string, places: readonly Remembered[]): Crowd[] {
  const quotes = places.map(({ quote }) => quote);
  const found = findStrings(
    text,
    quotes.map(({ exact }) => exact),
  );
  const resembling = findResembling(text, quotes);
  const groups = new Map<string, Equals>();
  const most = quotes.reduce((max, { before, after }) => Math.max(max, before.length, after.length), 0);
  return places.map(({ own, quote }, i) => {
    const { exact } = quote;
    const equals = groups.get(exact) ?? new Equals(text, exact, found.get(exact) ?? everyPlace(text, exact), most);
    groups.set(exact, equals);
    const crowd = equals.crowdOf(own, quote);
    const others = (resembling[i] ?? []).filter((one) => !overlaps(own, one.span) && mightBeLikely(quote, one));
    return others.reduce<Crowd>((known, one) => (known === 'much' || isMuch(one) ? 'much' : 'some'), crowd);
  });
}

function isMuch({ side }: Agreement): boolean {
  return side >= MUCH_ALIKE;
}

/** How near another place of the same words must be that an edit may put it into the surroundings of this one. */
const NEAR = 64;

/** All places where the same words stand. */
class Equals {
  readonly #text: string;
  readonly #length: number;
  readonly #starts: readonly number[];
  /** The most code units of surroundings that will be asked for. */
  readonly #most: number;
  #sides: Sides | null = null;
  #surroundings: Surroundings | null = null;

  constructor(text: string, exact: string, starts: readonly number[], most: number) {
    this.#text = text;
    this.#length = exact.length;
    this.#starts = starts;
    this.#most = most;
  }

  crowdOf(own: Span, quote: Quote): Crowd {
    const measure = contextMeasure(quote);
    const near = { start: own.start - NEAR, end: own.end + NEAR };
    const crowdAt = (start: number | undefined): Crowd => {
      if (start === undefined || start === own.start) return 'none';
      const span = { start, end: start + this.#length };
      const agreement = measure(this.#text, span);
      if (!overlaps(near, span) && !mightBeMeant(quote, agreement)) return 'none';
      return isMuch(agreement) ? 'much' : 'some';
    };
    let crowd = 'none' as Crowd;
    const isDecided = (start: number | undefined) => {
      const at = crowdAt(start);
      if (at !== 'none') crowd = at;
      return at === 'much';
    };
    const { exact, before, after } = quote;
    if (before.length + after.length === 0) return this.#starts.some((start) => start !== own.start) ? 'much' : 'none';
    if (exact.length >= LENIENT_FROM) {
      for (const start of this.#starts) if (isDecided(start) || crowd !== 'none') break;
      if (crowd !== 'some') return crowd;
      this.#surroundings ??= new Surroundings(this.#text, this.#starts, this.#length);
      for (const n of this.#surroundings.mayBeMuchLike(quote)) if (isDecided(this.#starts[n])) return 'much';
      return crowd;
    }
    const next = lowerBound(this.#starts, own.start);
    if ([next - 1, next, next + 1].some((n) => isDecided(this.#starts[n]))) return 'much';
    this.#sides ??= sortSides(this.#text, this.#starts, this.#length, this.#most);
    for (const [alike, length] of [
      [this.#sides.before(before), before.length],
      [this.#sides.after(after), after.length],
    ] as const) {
      if (length === 0) continue;
      for (const { place, same } of alike) {
        // A place cannot agree more on both sides together than on the side on which it agrees more.
        if (same / length < (crowd === 'none' ? leastContext(quote) - ROUNDING : MUCH_ALIKE)) break;
        if (isDecided(this.#starts[place])) return 'much';
      }
    }
    return crowd;
  }
}

const ROUNDING = 1e-9;
