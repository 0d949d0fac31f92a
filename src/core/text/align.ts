import { diffArrays } from 'diff';
import { lowerBound } from '../sorted';
import { advance, START } from './comparable-text';
import type { ComparableOffset, ComparableText } from './offset';
import type { ComparableSpan } from './span';

/** The words of a text, and each other character that is no white space. Words are numbered from 0. */
export interface Words {
  /** A number for each word: the same for the same word, in both texts of an alignment. */
  readonly ids: Int32Array;
  /** The offset of each word, see `startOfWord`. */
  readonly starts: Int32Array;
  /** The offset behind each word, see `endOfWord`. */
  readonly ends: Int32Array;
}

/** Words of a text, by their numbers: `from` belongs to the range, `to` does not. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Which word of an earlier text is which word of a later text. */
export interface WordAlignment {
  readonly earlier: Words;
  readonly later: Words;
  /** For each earlier word the later word that it certainly is; -1 where it is gone, or nothing tells which it is. */
  readonly forward: Int32Array;
  /** For each later word the earlier word that it certainly is, or -1. */
  readonly backward: Int32Array;
}

/**
 * Aligns two texts word by word, as far as that is certain.
 *
 * First by phrases that stand in each text exactly once, as patience diff does with lines (Cohen 2003), but wherever they have moved to,
 * and without regard to line ends. Then, between neighbouring phrases, by the shortest edit script (Myers 1986), once from the front and
 * once from the back. Where one of several equal stretches has gone, the two scripts differ about which, and these
 * words stay unknown.
 *
 * The work is bounded: a few passes over both texts, and at most 300 edits between two neighbours.
 */
export function alignWords(earlierText: ComparableText, laterText: ComparableText): WordAlignment {
  const numbers = new Map<string, number>();
  const earlier = wordsOf(earlierText, numbers);
  const later = wordsOf(laterText, numbers);
  const forward = new Int32Array(earlier.ids.length).fill(UNKNOWN);
  const backward = new Int32Array(later.ids.length).fill(UNKNOWN);
  const alignment = { earlier, later, forward, backward };
  for (const length of PHRASES) matchUniquePhrases(alignment, length);
  dropDisputed(alignment);
  matchBetween(alignment);
  return alignment;
}

/** The words that a span of their text touches. */
export function wordsTouching({ starts, ends }: Words, span: ComparableSpan): WordRange {
  const from = lowerBound(ends, span.start + 1);
  let to = from;
  while (to < starts.length && (starts[to] ?? 0) < span.end) to++;
  return { from, to };
}

/** The offset of a word. */
export function startOfWord({ starts }: Words, word: number): ComparableOffset {
  return advance(START, starts[word] ?? 0);
}

/** The offset behind a word. */
export function endOfWord({ ends }: Words, word: number): ComparableOffset {
  return advance(START, ends[word] ?? 0);
}

/** In place of the other word, where none is known. */
const UNKNOWN = -1;
/** In place of the other word, where two phrases give different ones. */
const DISPUTED = -2;
/** The lengths of phrases in words. In lists and refrains, where short phrases repeat, long ones are still unique. */
const PHRASES = [6, 12, 24];
const MOST_EDITS = 300;

function wordsOf(text: ComparableText, numbers: Map<string, number>): Words {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+|\S/gu)) {
    const [word] = match;
    let id = numbers.get(word);
    if (id === undefined) numbers.set(word, (id = numbers.size));
    ids.push(id);
    starts.push(match.index);
    ends.push(match.index + word.length);
  }
  return { ids: Int32Array.from(ids), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

function matchUniquePhrases({ earlier, later, forward, backward }: WordAlignment, length: number): void {
  const before = new Phrases(earlier.ids, length);
  const after = new Phrases(later.ids, length);
  for (const i of before.unique()) {
    const j = after.place(before.hashAt(i));
    if (j < 0) continue;
    let same = 0;
    while (same < length && earlier.ids[i + same] === later.ids[j + same]) same++;
    if (same < length) continue;
    for (let n = 0; n < length; n++) {
      forward[i + n] = agree(forward[i + n], j + n);
      backward[j + n] = agree(backward[j + n], i + n);
    }
  }
}

/** Undoes pairs of words that phrases dispute, and pairs that hold one way only. */
function dropDisputed({ forward, backward }: WordAlignment): void {
  for (let i = 0; i < forward.length; i++) {
    const j = forward[i] ?? UNKNOWN;
    if (j !== UNKNOWN && (j === DISPUTED || backward[j] !== i)) forward[i] = UNKNOWN;
  }
  for (let j = 0; j < backward.length; j++) {
    const i = backward[j] ?? UNKNOWN;
    if (i !== UNKNOWN && (i === DISPUTED || forward[i] !== j)) backward[j] = UNKNOWN;
  }
}

/** The other word of a word after one more phrase has named one: `DISPUTED` if an earlier phrase has named a different one. */
function agree(known: number | undefined, place: number): number {
  return known === undefined || known === UNKNOWN || known === place ? place : DISPUTED;
}

/**
 * The phrases of a text by their hashes, in a table with open addressing: a Map of so many numbers takes four times as long, and a text of a
 * megabyte has half a million phrases.
 */
class Phrases {
  readonly #ids: Int32Array;
  readonly #length: number;
  /** The bits of a hash that do not count for its slot. */
  readonly #shift: number;
  readonly #hashes: Int32Array;
  /** In each slot the first word of the phrase, plus one: 0 for an empty slot, -1 for a phrase that stands there more than once. */
  readonly #places: Int32Array;

  constructor(ids: Int32Array, length: number) {
    this.#ids = ids;
    this.#length = length;
    // At least half of the slots stay empty, so that a search soon comes to one.
    const bits = 33 - Math.clz32(Math.max(1, ids.length));
    this.#shift = 32 - bits;
    this.#hashes = new Int32Array(1 << bits);
    this.#places = new Int32Array(1 << bits);
    for (let i = 0; i + length <= ids.length; i++) {
      const hash = this.hashAt(i);
      const slot = this.#slotOf(hash);
      this.#hashes[slot] = hash;
      this.#places[slot] = this.#places[slot] === 0 ? i + 1 : SEVERAL;
    }
  }

  hashAt(place: number): number {
    let hash = 0;
    for (let n = 0; n < this.#length; n++) {
      hash = Math.imul(Math.imul(hash, 0x01000193) ^ (this.#ids[place + n] ?? 0), 0x9e3779b1);
    }
    return hash;
  }

  /** The first words of the phrases that stand there once. */
  *unique(): Generator<number> {
    for (const place of this.#places) if (place > 0) yield place - 1;
  }

  /** The first word of the phrase with a hash; negative where none has it, or more than one. */
  place(hash: number): number {
    return (this.#places[this.#slotOf(hash)] ?? 0) - 1;
  }

  /** The slot of a hash; an empty one where no phrase has it. */
  #slotOf(hash: number): number {
    let slot = hash >>> this.#shift;
    while (this.#places[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & (this.#places.length - 1);
    return slot;
  }
}

const SEVERAL = -1;

/**
 * Aligns the unknown words between two known words that follow each other in both texts. Where the next known word has moved elsewhere,
 * only equal words that touch a known one are aligned: they moved along with it.
 */
function matchBetween(alignment: WordAlignment): void {
  const { forward, backward, earlier, later } = alignment;
  let i = -1;
  while (i < forward.length) {
    const j = i < 0 ? -1 : (forward[i] ?? UNKNOWN);
    let nextI = i + 1;
    while (nextI < forward.length && forward[nextI] === UNKNOWN) nextI++;
    if (nextI === i + 1 || (i >= 0 && j < 0)) {
      i = nextI;
      continue;
    }
    let nextJ = j + 1;
    while (nextJ < backward.length && backward[nextJ] === UNKNOWN) nextJ++;
    const meets = nextI < forward.length ? forward[nextI] === nextJ : nextJ === backward.length;
    if (meets) matchGap(alignment, i + 1, nextI, j + 1, nextJ);
    else {
      let a = i + 1;
      for (let b = j + 1; a < nextI && b < nextJ && earlier.ids[a] === later.ids[b]; a++, b++) link(alignment, a, b);
      let c = nextI - 1;
      let d = (forward[nextI] ?? 0) - 1;
      if (nextI < forward.length) {
        for (; c >= a && d >= 0 && backward[d] === UNKNOWN && earlier.ids[c] === later.ids[d]; c--, d--)
          link(alignment, c, d);
      }
    }
    i = nextI;
  }
}

function link({ forward, backward }: WordAlignment, i: number, j: number): void {
  forward[i] = j;
  backward[j] = i;
}

/** Aligns the unknown words from `i0` to `i1` with those from `j0` to `j1`, as far as both directions agree. */
function matchGap(alignment: WordAlignment, i0: number, i1: number, j0: number, j1: number): void {
  const before = [...alignment.earlier.ids.subarray(i0, i1)];
  const after = [...alignment.later.ids.subarray(j0, j1)];
  if (before.length === 0 || after.length === 0) return;
  const fromFront = pairs(before, after);
  const fromBack = pairs(before.reverse(), after.reverse());
  if (!fromFront || !fromBack) return;
  const back = new Map(fromBack.map(([i, j]) => [before.length - 1 - i, after.length - 1 - j]));
  for (const [i, j] of fromFront) if (back.get(i) === j) link(alignment, i0 + i, j0 + j);
}

/** The equal words of the shortest edit script, by their indexes; null where it has more than `MOST_EDITS`. */
function pairs(before: readonly number[], after: readonly number[]): [number, number][] | null {
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  if (!parts) return null;
  const list: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const { count, added, removed } of parts) {
    for (let n = 0; n < count && !added && !removed; n++) list.push([i + n, j + n]);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return list;
}
