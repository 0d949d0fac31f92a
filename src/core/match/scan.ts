/* eslint-disable @typescript-eslint/no-non-null-assertion -- Tables have an entry for every code unit. This is the hot path. */
import { UnitBit, unitClasses, wordAt } from './characters';
import type { FormSearch } from './form-search';
import { MentionList, type Mentions } from './mentions';
import { isSettled } from './settle';
import { COUNT_BITS, findStarts, StartBit } from './starts';
import { unitsOf } from './units';

const { SURROGATE } = UnitBit;
const { UNSTABLE } = StartBit;
const COUNT = 2 ** COUNT_BITS - 1;

/** So many units are gone through at a time, so that what is noted of them stays within the processor’s reach. */
const BLOCK = 4096;
const places = new Int32Array(BLOCK + 4);

/**
 * Finds the mentions in a settled text from an offset on, reading what lies before it as context only.
 *
 * Three steps, each for a block of the text: all places where a form may begin by the looks of one unit; those of them where one may
 * begin by the looks of six; the longest form at each of these. So most of the text is gone through by loops that hold one thought.
 */
export function scan(search: FormSearch, text: string, from: number, settled: true): Mentions;
/**
 * The same for a text that may not be settled; the answer is null if it is not. That is looked into only if the text has a unit
 * that makes it doubtful, which is seen in passing.
 */
export function scan(search: FormSearch, text: string, from: number, settled: boolean): Mentions | null;
export function scan(search: FormSearch, text: string, from: number, settled: boolean): Mentions | null {
  const { openings, starts } = search.index;
  const units = unitsOf(text);
  const length = text.length;
  const list = new MentionList();
  let doubtful = !settled;
  let free = from;
  for (let block = from; block < length; block += BLOCK) {
    const found = findStarts(starts.bits, units, block, Math.min(length, block + BLOCK), places);
    if (doubtful && ((found >> COUNT_BITS) & UNSTABLE) !== 0) {
      if (!isSettled(text)) return null;
      doubtful = false;
    }
    const count = openings.sift(units, places, found & COUNT);
    for (let i = 0; i < count; i++) {
      const at = places[i]!;
      if (at < free || insideWord(text, units, at)) continue;
      const end = search.longestAt(text, units, at);
      if (end < 0) continue;
      list.push(at, end, search.found);
      free = end;
    }
  }
  return list.finish();
}

/** Whether a place that `findStarts` has found is inside a word after all: it has no say about surrogate pairs, which may be letters. */
function insideWord(text: string, units: Uint16Array, at: number): boolean {
  const classes = unitClasses();
  const bits = classes[units[at]!]! | (at > 0 ? classes[units[at - 1]!]! : 0);
  return (bits & SURROGATE) !== 0 && wordAt(text, at - 1) && wordAt(text, at);
}
