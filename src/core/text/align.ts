import { diffArrays } from 'diff';
import { lowerBound } from '../sorted';
import type { Span } from './span';

/** The words and marks of a text, white space left out, by their offsets. */
export interface Words {
  /** The same number for the same word, in both texts of an alignment. */
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Which word of an earlier text is which word of a later one. */
export interface Alignment {
  readonly earlier: Words;
  readonly later: Words;
  /** For each earlier word the later one that it became without any doubt; -1 where it is gone, or nobody can tell. */
  readonly forward: Int32Array;
  /** The same the other way round. */
  readonly backward: Int32Array;
}

/**
 * Aligns two texts word by word, and only as far as it is certain.
 *
 * First by phrases that each text has exactly once, as patience diff does with lines (Cohen 2003), but wherever they have moved to;
 * they do not depend on lines, so that reflowed text aligns. Then, between neighbours that are found so, by the shortest edit script
 * (Myers 1986), once from the front and once from the back: where equal stretches follow each other and one has gone, the two do not
 * agree about which, and what they do not agree about is left open.
 *
 * The work is bounded by size: a few passes over both texts, and between neighbours at most 300 edits are looked for.
 */
export function alignWords(earlierText: string, laterText: string): Alignment {
  const numbers = new Map<string, number>();
  const earlier = wordsOf(earlierText, numbers);
  const later = wordsOf(laterText, numbers);
  const forward = new Int32Array(earlier.ids.length).fill(-1);
  const backward = new Int32Array(later.ids.length).fill(-1);
  const alignment = { earlier, later, forward, backward };
  for (const length of PHRASES) matchUniquePhrases(alignment, length);
  settle(alignment);
  matchBetween(alignment);
  return alignment;
}

/** The words that a span of their text touches, as a range of their numbers. */
export function wordsIn({ starts, ends }: Words, span: Span): Span {
  const start = lowerBound(ends, span.start + 1);
  let end = start;
  while (end < starts.length && (starts[end] ?? 0) < span.end) end++;
  return { start, end };
}

const NOBODY = -1;
/** For a word that two phrases put in two places. */
const DISPUTED = -2;
/** How many words make a phrase. Where lists and refrains repeat the short ones, long ones are still unique. */
const PHRASES = [6, 12, 24];
const MOST_EDITS = 300;

function wordsOf(text: string, numbers: Map<string, number>): Words {
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

function matchUniquePhrases({ earlier, later, forward, backward }: Alignment, length: number): void {
  const before = uniquePhrases(earlier.ids, length);
  const after = uniquePhrases(later.ids, length);
  for (const [hash, i] of before) {
    const j = after.get(hash) ?? NOBODY;
    if (i < 0 || j < 0) continue;
    let same = 0;
    while (same < length && earlier.ids[i + same] === later.ids[j + same]) same++;
    if (same < length) continue;
    for (let n = 0; n < length; n++) {
      forward[i + n] = agree(forward[i + n], j + n);
      backward[j + n] = agree(backward[j + n], i + n);
    }
  }
}

/** Leaves open what two phrases put in two places. */
function settle({ forward, backward }: Alignment): void {
  for (let i = 0; i < forward.length; i++) {
    const j = forward[i] ?? NOBODY;
    if (j !== NOBODY && (j === DISPUTED || backward[j] !== i)) forward[i] = NOBODY;
  }
  for (let j = 0; j < backward.length; j++) {
    const i = backward[j] ?? NOBODY;
    if (i !== NOBODY && (i === DISPUTED || forward[i] !== j)) backward[j] = NOBODY;
  }
}

function agree(known: number | undefined, place: number): number {
  return known === undefined || known === NOBODY || known === place ? place : DISPUTED;
}

/** The first word of each phrase by its hash; -1 for phrases that are there more than once. */
function uniquePhrases(ids: Int32Array, length: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = 0; i + length <= ids.length; i++) {
    let hash = 0;
    for (let n = 0; n < length; n++) hash = ((Math.imul(hash, 0x01000193) ^ (ids[i + n] ?? 0)) * 0x9e3779b1) | 0;
    places.set(hash, places.has(hash) ? NOBODY : i);
  }
  return places;
}

/** Aligns what lies between two neighbours that are known, wherever nothing else that is known lies between them. */
function matchBetween(alignment: Alignment): void {
  const { forward, backward, earlier, later } = alignment;
  let i = -1;
  while (i < forward.length) {
    const j = i < 0 ? -1 : (forward[i] ?? NOBODY);
    let nextI = i + 1;
    while (nextI < forward.length && forward[nextI] === NOBODY) nextI++;
    if (nextI === i + 1 || (i >= 0 && j < 0)) {
      i = nextI;
      continue;
    }
    let nextJ = j + 1;
    while (nextJ < backward.length && backward[nextJ] === NOBODY) nextJ++;
    const meets = nextI < forward.length ? forward[nextI] === nextJ : nextJ === backward.length;
    if (meets) matchGap(alignment, i + 1, nextI, j + 1, nextJ);
    else {
      // The surroundings went elsewhere. What still follows or precedes its known neighbour went along with it.
      let a = i + 1;
      for (let b = j + 1; a < nextI && b < nextJ && earlier.ids[a] === later.ids[b]; a++, b++) link(alignment, a, b);
      let c = nextI - 1;
      let d = (forward[nextI] ?? 0) - 1;
      if (nextI < forward.length) {
        for (; c >= a && d >= 0 && backward[d] === NOBODY && earlier.ids[c] === later.ids[d]; c--, d--)
          link(alignment, c, d);
      }
    }
    i = nextI;
  }
}

function link({ forward, backward }: Alignment, i: number, j: number): void {
  forward[i] = j;
  backward[j] = i;
}

function matchGap(alignment: Alignment, i0: number, i1: number, j0: number, j1: number): void {
  const before = [...alignment.earlier.ids.subarray(i0, i1)];
  const after = [...alignment.later.ids.subarray(j0, j1)];
  if (before.length === 0 || after.length === 0) return;
  const fromFront = pairs(before, after);
  const fromBack = pairs(before.reverse(), after.reverse());
  if (!fromFront || !fromBack) return;
  const back = new Map(fromBack.map(([i, j]) => [before.length - 1 - i, after.length - 1 - j]));
  for (const [i, j] of fromFront) if (back.get(i) === j) link(alignment, i0 + i, j0 + j);
}

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
