// String matcher: where many strings stand in one text, all of them found in a few passes.

/** Where a string stands: the offset of every place, in order. Null where it stands in so many that a list would not help. */
export type Places = readonly number[] | null;

/**
 * Every place of each string in the text, overlapping ones included.
 *
 * After Karp and Rabin (1987), with a window of fixed width instead of the whole string: a first pass counts the hashes of all windows
 * of the text, so that each string can be looked for by the rarest of its own windows, and one without a place mostly has a window that
 * is nowhere. A second pass compares the strings where such a window stands. Each pass costs the length of the text, and the choice
 * of windows the length of the strings; comparing ends after so many code units in all, which only strings that were made to be slow
 * need: those that stand, or nearly stand, everywhere.
 */
export function findStrings(text: string, strings: Iterable<string>): ReadonlyMap<string, Places> {
  const found = new Map<string, Places>();
  const byWidth = new Map<number, string[]>();
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

/** Every place of one string, overlapping ones included, however many there are. */
export function everyPlace(text: string, string: string): number[] {
  const places: number[] = [];
  if (string === '') return places;
  for (let at = text.indexOf(string); at >= 0; at = text.indexOf(string, at + 1)) places.push(at);
  return places;
}

/** The widths of windows, widest first: a string is looked for by windows of the widest that fits into it. */
const WIDTHS = [8, 4, 2, 1];
/** So many strings are sooner found one by one. */
const FEW = 8;
/** Of more places no list is kept: a single letter stands in a tenth of all. */
const MOST_PLACES = 5000;
/** So many code units are compared in one call; 10,000 words in a text of a million need a fiftieth of it. */
const MOST_WORK = 100_000_000;

function findString(text: string, string: string): Places {
  const places: number[] = [];
  for (let at = text.indexOf(string); at >= 0; at = text.indexOf(string, at + 1)) {
    places.push(at);
    if (places.length > MOST_PLACES) return null;
  }
  return places;
}

function findGroup(text: string, group: readonly string[], width: number, found: Map<string, Places>): void {
  const bits = Math.min(20, Math.max(8, Math.ceil(Math.log2(text.length)) + 1));
  const counts = countWindows(text, width, bits);
  const offsets = new Int32Array(group.length);
  // A list of strings for each hash: the number of its first string plus one, and of the string behind each string. That there is one
  // stands in a smaller table, as most windows are nobody's and the processor keeps small tables at hand.
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
  for (const [i, string] of group.entries()) found.set(string, lists[i] ?? null);
}

/** How often each hash is there, up to 255 times. */
function countWindows(text: string, width: number, bits: number): Uint8Array {
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

function rarestWindow(string: string, width: number, bits: number, counts: Uint8Array) {
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

/** Odd, so that every code unit of the window keeps its weight modulo 2³². */
const FACTOR = 0x01000193;

function factorOut(width: number): number {
  let factor = 1;
  for (let i = 0; i < width; i++) factor = Math.imul(factor, FACTOR);
  return factor;
}

/** Mixes the sum, whose low bits hold little of the earlier units, and keeps the upper bits (Knuth's multiplicative hash). */
function slot(sum: number, bits: number): number {
  return Math.imul(sum, 0x9e3779b1) >>> (32 - bits);
}
