/* eslint-disable @typescript-eslint/no-non-null-assertion -- Tables have an entry for every code unit. This is the hot path. */
import { UnitBit, unitClasses, wordAt } from './characters';
import type { FormSearch } from './form-search';
import { MentionList, type Mentions } from './mentions';
import { isComposed } from './compose';
import { COUNT_BITS, findStarts, StartBit } from './starts';
import { unitsOf } from './units';

const { SURROGATE } = UnitBit;
const { UNSTABLE } = StartBit;
const COUNT = 2 ** COUNT_BITS - 1;

/** How many units are searched at a time: few enough that their places stay in the cache of the processor. */
const BLOCK = 4096;
const places = new Int32Array(BLOCK + 4);

/**
 * Finds the mentions in a composed text from an offset on. The text before it is context only.
 *
 * Three steps for each block of the text: find the places where a form may begin, judged by one unit; drop most of them, judged by six
 * units; find the longest form at each of the rest. So simple, fast loops go through most of the text.
 */
export function scan(search: FormSearch, text: string, from: number, composed: true): Mentions;
/**
 * The same for a text that may not be composed; null if it is not. Checks that only if the text has a unit that composing may change,
 * which the first step notices.
 */
export function scan(search: FormSearch, text: string, from: number, composed: boolean): Mentions | null;
export function scan(search: FormSearch, text: string, from: number, composed: boolean): Mentions | null {
  const { openings, starts } = search.index;
  const units = unitsOf(text);
  const length = text.length;
  const list = new MentionList();
  let doubtful = !composed;
  let free = from;
  for (let block = from; block < length; block += BLOCK) {
    const found = findStarts(starts.bits, units, block, Math.min(length, block + BLOCK), places);
    if (doubtful && ((found >> COUNT_BITS) & UNSTABLE) !== 0) {
      if (!isComposed(text)) return null;
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

/** Whether a place that `findStarts` gave is inside a word after all: `findStarts` does not know which surrogate pairs are letters. */
function insideWord(text: string, units: Uint16Array, at: number): boolean {
  const classes = unitClasses();
  const bits = classes[units[at]!]! | (at > 0 ? classes[units[at - 1]!]! : 0);
  return (bits & SURROGATE) !== 0 && wordAt(text, at - 1) && wordAt(text, at);
}
