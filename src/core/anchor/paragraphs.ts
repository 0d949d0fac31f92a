import type { Comparable } from '../text/comparable';
import type { Span } from '../text/span';
import { chainsOf, type Pair } from './chains';

// Pure texts: which paragraph of an earlier text is which of a later one, word for word. Spans are of the comparable forms.

/** The paragraphs of two texts, and which of them are known to be the same. */
export interface ParagraphMap {
  readonly earlier: readonly Span[];
  readonly later: readonly Span[];
  /** The later paragraph that an earlier one is, unchanged; -1 where it was edited, is gone, or nobody can tell which it is. */
  readonly forward: Int32Array;
  /** The same the other way round. */
  readonly backward: Int32Array;
}

/** The numbers of the paragraphs that are unknown between two known ones, or ends of the texts, that still follow each other. */
export interface Gap {
  readonly earlier: readonly number[];
  readonly later: readonly number[];
}

/**
 * Says which paragraphs are the same, as patience diff does with lines (Cohen 2003), but wherever they have moved to.
 *
 * First those of some length that each text has once. Then, where two known paragraphs still follow each other, what lies between
 * them: what is there once in both, then equal ones as long as none of them is lost. What is left over at the end may have moved, if
 * it is one of its words in both texts.
 *
 * Of equal paragraphs in a row to which more were added, as somebody pastes one behind itself, the first stays the first, and the last
 * of several the last.
 */
export function alignParagraphs(earlier: Comparable, later: Comparable): ParagraphMap {
  const texts = new Map<string, number>();
  const long: boolean[] = [];
  const read = (whole: Comparable) => {
    const spans = paragraphsOf(whole);
    const ids = spans.map(({ start, end }) => {
      const text = whole.text.slice(start, end);
      const known = texts.get(text);
      if (known !== undefined) return known;
      long.push(text.length >= LONG);
      texts.set(text, texts.size);
      return texts.size - 1;
    });
    return { spans, ids };
  };
  const [before, after] = [read(earlier), read(later)];
  const map = {
    earlier: before.spans,
    later: after.spans,
    forward: new Int32Array(before.ids.length).fill(-1),
    backward: new Int32Array(after.ids.length).fill(-1),
  };
  const all: Sides = { map, before: before.ids, after: after.ids };
  const whole = { earlier: [...before.ids.keys()], later: [...after.ids.keys()] };
  matchSingles(all, whole, (id) => long[id] === true);
  matchGaps(all, matchSingles);
  if (matchGaps(all, matchRows)) matchGaps(all, matchSingles);
  if (matchLeft(all, (id) => long[id] === true)) matchGaps(all, matchSingles);
  return map;
}

/** The shortest paragraph that is known wherever it stands; a shorter one needs its neighbours. */
const LONG = 33;

interface Sides {
  readonly map: ParagraphMap;
  /** The same number for the same text. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

function paragraphsOf(whole: Comparable): Span[] {
  const { text } = whole;
  const spans: Span[] = [];
  for (let at = 0; at < text.length;) {
    const { start, end } = whole.paragraphAt(at);
    at = end + 1;
    const from = text.charAt(start) === ' ' ? start + 1 : start;
    const to = text.charAt(end - 1) === ' ' ? end - 1 : end;
    if (from < to) spans.push({ start: from, end: to });
  }
  return spans;
}

/** Where known paragraphs, or ends of the texts, still follow each other, what is unknown between them. */
export function gapsOf({ earlier, later, forward, backward }: ParagraphMap): Gap[] {
  const known: Pair[] = [];
  for (const [i, j] of forward.entries()) if (j >= 0) known.push([i, j]);
  const [backbone = [], ...others] = chainsOf(known);
  const gaps: Gap[] = [];
  const between = (from: Pair, to: Pair, isBackbone: boolean) => {
    const before = unknown(forward, from[0], to[0]);
    const after = unknown(backward, from[1], to[1]);
    // Besides the paragraphs that kept their order, a block has moved as a whole only if nothing else lies within it.
    const isWhole = before.length === to[0] - from[0] - 1 && after.length === to[1] - from[1] - 1;
    if ((isBackbone || isWhole) && before.length + after.length > 0) gaps.push({ earlier: before, later: after });
  };
  const ends: Pair[] = [[-1, -1], ...backbone, [earlier.length, later.length]];
  for (let n = 1; n < ends.length; n++) between(ends[n - 1] ?? [0, 0], ends[n] ?? [0, 0], true);
  for (const chain of others) {
    for (let n = 1; n < chain.length; n++) between(chain[n - 1] ?? [0, 0], chain[n] ?? [0, 0], false);
  }
  return gaps;
}

function unknown(known: Int32Array, from: number, to: number): number[] {
  const list: number[] = [];
  for (let n = from + 1; n < to; n++) if (known[n] === -1) list.push(n);
  return list;
}

/** Matches within each gap until nothing more is found; answers whether anything was. */
function matchGaps(sides: Sides, match: (sides: Sides, gap: Gap) => boolean): boolean {
  let any = false;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let found = false;
    for (const gap of gapsOf(sides.map))
      if (gap.earlier.length > 0 && gap.later.length > 0) found = match(sides, gap) || found;
    if (!found) break;
    any = true;
  }
  return any;
}

/** Each round parts the gaps further; texts of people need two or three. */
const MOST_ROUNDS = 8;

/** What each side has once. */
function matchSingles(sides: Sides, gap: Gap, isFit: (id: number) => boolean = () => true): boolean {
  let found = false;
  for (const [id, { earlier, later }] of byText(sides, gap)) {
    if (earlier.length !== 1 || later.length !== 1 || !isFit(id)) continue;
    link(sides.map, earlier[0], later[0]);
    found = true;
  }
  return found;
}

/** Equal paragraphs of which none was lost: as many as before in their order, or more in a row. */
function matchRows(sides: Sides, gap: Gap): boolean {
  let found = false;
  for (const { earlier, later } of byText(sides, gap).values()) {
    if (earlier.length === 0 || later.length < earlier.length) continue;
    if (areSpacedAlike(earlier, later)) for (const [n, i] of earlier.entries()) link(sides.map, i, later[n]);
    else if (earlier.length === later.length) continue;
    else if (isRow(earlier) && isRow(later)) {
      link(sides.map, earlier[0], later[0]);
      if (earlier.length > 1) link(sides.map, earlier.at(-1), later.at(-1));
    } else continue;
    found = true;
  }
  return found;
}

/** What moved away from among its equals: one is missing, and one stands where none stood. */
function matchLeft(sides: Sides, isLong: (id: number) => boolean): boolean {
  const { map, before, after } = sides;
  const left = { earlier: unknown(map.forward, -1, before.length), later: unknown(map.backward, -1, after.length) };
  let found = false;
  for (const [id, { earlier, later }] of byText(sides, left)) {
    const [[i = -1], [j = -1]] = [earlier, later];
    if (earlier.length !== 1 || !isRow(later) || i < 0 || j < 0 || !isLong(id)) continue;
    // Beside one of its equals it was rather pasted than moved.
    const isPasted = after[j - 1] === id || after[j + later.length] === id;
    if (isPasted && before[i - 1] !== id && before[i + 1] !== id) continue;
    link(map, i, j);
    found = true;
  }
  return found;
}

function byText({ before, after }: Sides, gap: Gap): Map<number, { earlier: number[]; later: number[] }> {
  const groups = new Map<number, { earlier: number[]; later: number[] }>();
  const groupOf = (id: number) => {
    const known = groups.get(id);
    if (known) return known;
    const group = { earlier: [], later: [] };
    groups.set(id, group);
    return group;
  };
  for (const i of gap.earlier) groupOf(before[i] ?? -1).earlier.push(i);
  for (const j of gap.later) groupOf(after[j] ?? -1).later.push(j);
  return groups;
}

function isRow(numbers: readonly number[]): boolean {
  return numbers.every((number, n) => number === (numbers[0] ?? 0) + n);
}

/** Whether as many paragraphs lie between them in one text as in the other: else one may have moved past the next. */
function areSpacedAlike(earlier: readonly number[], later: readonly number[]): boolean {
  const shift = (later[0] ?? 0) - (earlier[0] ?? 0);
  return earlier.length === later.length && earlier.every((i, n) => later[n] === i + shift);
}

function link({ forward, backward }: ParagraphMap, i: number | undefined, j: number | undefined): void {
  if (i === undefined || j === undefined) return;
  forward[i] = j;
  backward[j] = i;
}
