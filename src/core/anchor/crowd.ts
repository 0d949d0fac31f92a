import { lowerBound } from '../sorted';
import { advance, everyPlace, spanAt } from '../text/comparable-text';
import type { ComparableOffset, ComparableText } from '../text/offset';
import { overlaps, type ComparableSpan } from '../text/span';
import { contextMeasure, LENIENT_FROM, type ContextAgreement } from './context';
import { leastContext, mightBeLikely, mightBeMeant, MUCH_ALIKE } from './evidence';
import { findStrings } from './find-strings';
import type { Quote } from './quote';
import { findResembling } from './resemblance';
import { sortSides, type SortedSides } from './sides';
import { RunIndex } from './run-index';

/**
 * Whether other places of the file are similar to a place, or could become so by an edit that deletes the text between the two. `much`:
 * the surroundings of one of them agree by half or more on one side.
 */
export type Crowd = 'none' | 'some' | 'much';

/** A place, and its quote with surroundings. */
export interface Remembered {
  readonly own: ComparableSpan;
  readonly quote: Quote;
}

/**
 * For each place whether other places are similar to it.
 *
 * Places of equal words are compared together: the text on either side of them is sorted once, and only neighbours in that order are
 * compared. The surroundings of phrases count even where they were edited, so phrases are compared with all places of the same words
 * that share enough runs of code units; see `RunIndex`.
 */
export function crowdsAround(text: ComparableText, places: readonly Remembered[]): Crowd[] {
  const quotes = places.map(({ quote }) => quote);
  const found = findStrings(
    text,
    quotes.map(({ exact }) => exact),
  );
  const resembling = findResembling(text, quotes);
  const groups = new Map<string, EqualPlaces>();
  const most = quotes.reduce((max, { before, after }) => Math.max(max, before.length, after.length), 0);
  return places.map(({ own, quote }, i) => {
    const { exact } = quote;
    const equals = groups.get(exact) ?? new EqualPlaces(text, exact, found.get(exact) ?? everyPlace(text, exact), most);
    groups.set(exact, equals);
    const crowd = equals.crowdOf(own, quote);
    const others = (resembling[i] ?? []).filter((one) => !overlaps(own, one.span) && mightBeLikely(quote, one));
    return others.reduce<Crowd>((known, one) => (known === 'much' || isMuch(one) ? 'much' : 'some'), crowd);
  });
}

function isMuch({ side }: ContextAgreement): boolean {
  return side >= MUCH_ALIKE;
}

/** How near another place of the same words must be that an edit may put it into the surroundings of this one. */
const NEAR = 64;

/**
 * The most places with which one phrase is compared. Of a phrase that stands in more places, one that is much like it is taken for granted:
 * its records then remember more, and accept less.
 */
const MOST_PLACES = 100;

/** All places where the same words stand. */
class EqualPlaces {
  readonly #text: ComparableText;
  readonly #length: number;
  readonly #starts: readonly ComparableOffset[];
  /** The most code units of surroundings on one side that `crowdOf` will be asked about. */
  readonly #most: number;
  #sides: SortedSides | null = null;
  #runs: RunIndex | null = null;

  constructor(text: ComparableText, exact: ComparableText, starts: readonly ComparableOffset[], most: number) {
    this.#text = text;
    this.#length = exact.length;
    this.#starts = starts;
    this.#most = most;
  }

  /** Whether other places of these are similar to the given one. */
  crowdOf(own: ComparableSpan, quote: Quote): Crowd {
    const measure = contextMeasure(quote);
    const near = { start: advance(own.start, -NEAR), end: advance(own.end, NEAR) };
    const crowdAt = (start: ComparableOffset | undefined): Crowd => {
      if (start === undefined || start === own.start) return 'none';
      const span = spanAt(start, this.#length);
      const agreement = measure(this.#text, span);
      if (!overlaps(near, span) && !mightBeMeant(quote, agreement)) return 'none';
      return isMuch(agreement) ? 'much' : 'some';
    };
    let crowd = 'none' as Crowd;
    /** Takes a place into account. Whether the answer is then certain, as it cannot rise above `much`. */
    const isDecided = (start: ComparableOffset | undefined) => {
      const at = crowdAt(start);
      if (at !== 'none') crowd = at;
      return at === 'much';
    };
    const { exact, before, after } = quote;
    if (before.length + after.length === 0) return this.#starts.some((start) => start !== own.start) ? 'much' : 'none';
    if (exact.length >= LENIENT_FROM) {
      for (const start of this.#starts.slice(0, MOST_PLACES)) if (isDecided(start) || crowd !== 'none') break;
      if (crowd === 'none' && this.#starts.length > MOST_PLACES) crowd = 'some';
      if (crowd !== 'some') return crowd;
      this.#runs ??= new RunIndex(this.#text, this.#starts, this.#length);
      let left = MOST_PLACES;
      for (const n of this.#runs.mayBeMuchLike(quote)) if (isDecided(this.#starts[n]) || --left === 0) return 'much';
      return crowd;
    }
    const next = lowerBound(this.#starts, own.start);
    if ([next - 1, next, next + 1].some((n) => isDecided(this.#starts[n]))) return 'much';
    this.#sides ??= sortSides(this.#text, this.#starts, this.#length, this.#most);
    for (const [similar, length] of [
      [this.#sides.before(before), before.length],
      [this.#sides.after(after), after.length],
    ] as const) {
      if (length === 0) continue;
      for (const { place, same } of similar) {
        // Both sides together never agree better than the better side, so the rest of the places cannot reach the threshold.
        if (same / length < (crowd === 'none' ? leastContext(quote) - ROUNDING : MUCH_ALIKE)) break;
        if (isDecided(this.#starts[place])) return 'much';
      }
    }
    return crowd;
  }
}

const ROUNDING = 1e-9;
