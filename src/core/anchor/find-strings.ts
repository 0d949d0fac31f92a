import { everyPlace, offsetsOf } from '../text/comparable-text';
import type { ComparableOffset, ComparableText } from '../text/offset';

// Finds all places of many strings in one text, in a few passes.

/** All places where a string stands, in order. Null where it stands in more places than a list would help with. */
export type StringPlaces = readonly ComparableOffset[] | null;

/**
 * Finds every place of each string in the text, overlapping places included.
 *
 * After Karp and Rabin (1987), but with windows of a fixed width. A first pass counts the hashes of all windows of the text. Each string
 * is then looked for by the rarest of its own windows; a string that stands nowhere usually has a window that stands nowhere. A second
 * pass compares the strings where their windows stand. Each pass costs the length of the text, and the choice of windows the length of
 * the strings. Comparing stops after `MOST_WORK` code units in all; only strings made to be slow, which nearly stand everywhere, reach
 * that.
 */
export function findStrings(
  text: ComparableText,
  strings: Iterable<ComparableText>,
): ReadonlyMap<ComparableText, StringPlaces> {
  const found = new Map<ComparableText, StringPlaces>();
  const byWidth = new Map<number, ComparableText[]>();
  for (const string of new Set(strings)) {
    found.set(string, []);
    const width = WIDTHS.find((candidate) => candidate <= string.length);
    if (width === undefined || string.length > text.length) continue;
    const group = byWidth.get(width);
    if (group) group.push(string);
    else byWidth.set(width, [string]);
  }
  for (const [width, group] of byWidth) {
    if (group.length < FEW) for (const string of group) found.set(string, findString(text, string));
    else findGroup(text, group, width, found);
  }
  return found;
}

/** The widths of windows, widest first. A string is looked for by windows of the greatest width that fits into it. */
const WIDTHS = [8, 4, 2, 1];
/** Fewer strings than this are found faster one by one. */
const FEW = 8;
/** The longest list of places. A single letter stands in a tenth of all places. */
const MOST_PLACES = 5000;
/** The most code units compared in one call. 10,000 words in a text of a million code units need a fiftieth of it. */
const MOST_WORK = 100_000_000;

function findString(text: ComparableText, string: ComparableText): StringPlaces {
  const places = everyPlace(text, string, MOST_PLACES + 1);
  return places.length > MOST_PLACES ? null : places;
}

function findGroup(
  text: ComparableText,
  group: readonly ComparableText[],
  width: number,
  found: Map<ComparableText, StringPlaces>,
): void {
  const bits = Math.min(20, Math.max(8, Math.ceil(Math.log2(text.length)) + 1));
  const counts = countWindows(text, width, bits);
  const offsets = new Int32Array(group.length);
  // Linked lists of strings by hash: `first` has the number of the hash's first string plus one, `next` that of the string behind each
  // string. `wanted` says whether a hash has any; it is a smaller table, as most windows have none, and stays in the processor's cache.
  const wanted = new Uint8Array(1 << bits);
  const first = new Int32Array(1 << bits);
  const next = new Int32Array(group.length);
  for (const [i, string] of group.entries()) {
    const { offset, hash, count } = rarestWindow(string, width, bits, counts);
    if (count === 0) continue;
    offsets[i] = offset;
    next[i] = first[hash] ?? 0;
    first[hash] = i + 1;
    wanted[hash] = 1;
  }
  const lists: (number[] | null)[] = group.map(() => []);
  let work = 0;
  const drop = factorOut(width);
  let sum = 0;
  for (let end = 0; end < text.length; end++) {
    sum = (Math.imul(sum, FACTOR) + text.charCodeAt(end)) | 0;
    if (end >= width) sum = (sum - Math.imul(text.charCodeAt(end - width), drop)) | 0;
    if (end < width - 1) continue;
    const hash = slot(sum, bits);
    if (wanted[hash] === 0) continue;
    let previous = 0;
    for (let i = first[hash] ?? 0; i > 0; i = next[i - 1] ?? 0) {
      const start = end + 1 - width - (offsets[i - 1] ?? 0);
      const string = group[i - 1] ?? '';
      const list = lists[i - 1];
      work += string.length;
      if (start >= 0 && text.startsWith(string, start)) list?.push(start);
      if (list && list.length <= MOST_PLACES && work <= MOST_WORK) {
        previous = i;
        continue;
      }
      lists[i - 1] = null;
      if (previous > 0) next[previous - 1] = next[i - 1] ?? 0;
      else first[hash] = next[i - 1] ?? 0;
    }
  }
  for (const [i, string] of group.entries()) {
    const list = lists[i];
    found.set(string, list ? offsetsOf(list) : null);
  }
}

/** The number of windows with each hash, up to 255. */
function countWindows(text: ComparableText, width: number, bits: number): Uint8Array {
  const counts = new Uint8Array(1 << bits);
  const drop = factorOut(width);
  let sum = 0;
  for (let end = 0; end < text.length; end++) {
    sum = (Math.imul(sum, FACTOR) + text.charCodeAt(end)) | 0;
    if (end >= width) sum = (sum - Math.imul(text.charCodeAt(end - width), drop)) | 0;
    if (end < width - 1) continue;
    const hash = slot(sum, bits);
    const count = counts[hash] ?? 0;
    if (count < 255) counts[hash] = count + 1;
  }
  return counts;
}

/** The window of a string whose hash is rarest in the text: its offset in the string, its hash, and the count of the hash. */
function rarestWindow(string: ComparableText, width: number, bits: number, counts: Uint8Array) {
  const drop = factorOut(width);
  let sum = 0;
  let rarest = { offset: 0, hash: 0, count: Infinity };
  for (let end = 0; end < string.length && rarest.count > 0; end++) {
    sum = (Math.imul(sum, FACTOR) + string.charCodeAt(end)) | 0;
    if (end >= width) sum = (sum - Math.imul(string.charCodeAt(end - width), drop)) | 0;
    if (end < width - 1) continue;
    const hash = slot(sum, bits);
    const count = counts[hash] ?? 0;
    if (count < rarest.count) rarest = { offset: end + 1 - width, hash, count };
  }
  return rarest;
}

/** Odd, so that every code unit of a window has an effect modulo 2³². */
const FACTOR = 0x01000193;

/** The factor of the code unit that leaves the window. */
function factorOut(width: number): number {
  let factor = 1;
  for (let i = 0; i < width; i++) factor = Math.imul(factor, FACTOR);
  return factor;
}

/** Mixes the sum, whose low bits hold little of the earlier units, and keeps the upper bits (Knuth's multiplicative hash). */
function slot(sum: number, bits: number): number {
  return Math.imul(sum, 0x9e3779b1) >>> (32 - bits);
}
