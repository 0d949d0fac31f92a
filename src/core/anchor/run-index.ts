import type { ComparableOffset, ComparableText } from '../text/offset';
import { MOST_COMPARED, MOST_PUSHED } from './context';
import { MUCH_ALIKE } from './evidence';
import type { Quote } from './quote';

/**
 * An index of the text around many places, by runs of three code units. It names the places whose surroundings may be much like remembered
 * ones (`MUCH_ALIKE` on one side) although they were edited, so that only these need to be measured: a text that is a few edits away
 * keeps most of its runs (the lemma of Jokinen and Ukkonen 1991). It misses none.
 */
export class RunIndex {
  readonly #count: number;
  readonly #before: ReadonlyMap<number, readonly number[]>;
  readonly #after: ReadonlyMap<number, readonly number[]>;

  /**
   * @param starts the places of the quote
   * @param length the length of the quote
   */
  constructor(text: ComparableText, starts: readonly ComparableOffset[], length: number) {
    // One more for the space next to the quote, which the measure skips.
    const reach = MOST_COMPARED + MOST_PUSHED + 1;
    this.#count = starts.length;
    this.#before = runsIn(starts.map((start) => text.slice(Math.max(0, start - reach), start)));
    this.#after = runsIn(starts.map((start) => text.slice(start + length, start + length + reach)));
  }

  /** The places that may be much like the quote’s, as indexes in the list of places. */
  mayBeMuchLike({ before, after }: Quote): Iterable<number> {
    const places = new Set<number>();
    this.#collect(before.slice(-MOST_COMPARED), this.#before, places);
    this.#collect(after.slice(0, MOST_COMPARED), this.#after, places);
    return places;
  }

  #collect(side: string, runs: ReadonlyMap<number, readonly number[]>, places: Set<number>): void {
    if (side === '') return;
    // Each edit counts twice in the measure, and damages at most RUN runs.
    const edits = Math.floor((side.length * (1 - MUCH_ALIKE)) / 2);
    const least = side.length - RUN + 1 - RUN * edits;
    if (least <= 0) {
      for (let n = 0; n < this.#count; n++) places.add(n);
      return;
    }
    const shared = new Uint8Array(this.#count);
    for (let at = 0; at + RUN <= side.length; at++) {
      for (const n of runs.get(runAt(side, at)) ?? []) {
        const count = (shared[n] ?? 0) + 1;
        shared[n] = count;
        if (count === least) places.add(n);
      }
    }
  }
}

/** The length of a run in code units. */
const RUN = 3;

/** For each run of code units the indexes of the texts that hold it. */
function runsIn(texts: readonly string[]): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const [n, text] of texts.entries()) {
    for (let at = 0; at + RUN <= text.length; at++) {
      const run = runAt(text, at);
      const list = runs.get(run);
      if (!list) runs.set(run, [n]);
      else if (list.at(-1) !== n) list.push(n);
    }
  }
  return runs;
}

/** The run at an offset, as a number. */
function runAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)) * 0x10000 + text.charCodeAt(at + 2);
}
