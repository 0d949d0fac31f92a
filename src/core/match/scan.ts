/* eslint-disable @typescript-eslint/no-non-null-assertion -- Tables have an entry for every code unit. This is the hot path. */
import { Addresses } from './addresses';
import { startsAt } from './bounds';
import { UnitBit, unitClasses } from './characters';
import { isComposed } from './compose';
import type { FormSearch } from './form-search';
import { MentionList, type Mentions } from './mentions';
import { joinedBefore, Joining } from './particles';
import { COUNT_BITS, findStarts, Seen } from './starts';
import { unitsOf } from './units';

const { SPACE } = UnitBit;
const { UNSTABLE, NOT_LATIN } = Seen;
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
  const { openings, starts, keys } = search.index;
  const classes = unitClasses();
  const units = unitsOf(text);
  const length = text.length;
  const list = new MentionList();
  search.open(text, units, new Addresses(text));
  let doubtful = !composed;
  let free = from;
  for (let block = from; block < length; block += BLOCK) {
    const found = findStarts(starts.bits, units, block, Math.min(length, block + BLOCK), places);
    if (doubtful && ((found >> COUNT_BITS) & UNSTABLE) !== 0) {
      if (!isComposed(text)) return null;
      doubtful = false;
    }
    const scripts = ((found >> COUNT_BITS) & NOT_LATIN) !== 0;
    const count = scripts
      ? openings.siftScripts(units, places, found & COUNT)
      : openings.sift(units, places, found & COUNT);
    for (let i = 0; i < count; i++) {
      const at = places[i]!;
      if (at < free) continue;
      const afterSpace = at === 0 || (classes[units[at - 1]!]! & SPACE) !== 0;
      const isStart = afterSpace || startsAt(text, at);
      const joined = isStart || !keys.folding ? Joining.NONE : joinedBefore(text, at);
      if (!isStart && joined === Joining.NONE) continue;
      const end = search.longestAt(at, joined);
      if (end < 0) continue;
      list.push(at, end, search.found);
      free = end;
    }
  }
  return list.finish();
}
