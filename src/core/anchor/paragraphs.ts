import type { Comparable } from '../text/comparable';
import { advance, START } from '../text/comparable-text';
import type { ComparableSpan } from '../text/span';
import { chainsOf, type Pair } from './chains';

/** The paragraphs of an earlier and a later text, numbered from 0, and which earlier one is which later one. */
export interface ParagraphMap {
  readonly earlier: readonly ComparableSpan[];
  readonly later: readonly ComparableSpan[];
  /** For each earlier paragraph the later one that it is, unchanged; -1 where it was edited, is gone, or nothing tells which it is. */
  readonly forward: Int32Array;
  /** For each later paragraph the earlier one that it was, unchanged, or -1. */
  readonly backward: Int32Array;
}

/** The numbers of unknown paragraphs between two known ones (or ends of the texts) that follow each other in both texts. */
interface ParagraphGap {
  readonly earlier: readonly number[];
  readonly later: readonly number[];
}

/**
 * Finds unchanged paragraphs of an earlier text in a later one, as patience diff does with lines (Cohen 2003), but wherever they have
 * moved to.
 *
 * 1. Matches paragraphs of some length that each text has once.
 * 2. Between two matched paragraphs that still follow each other, matches paragraphs that stand there once in both texts; then equal
 *    paragraphs, as long as none of them is lost.
 * 3. Matches paragraphs that are left over once in the earlier text, and in one place of the later text: they have moved.
 *
 * If equal paragraphs in a row become more, as when somebody pastes one behind itself, the first stays the first, and the last of
 * several stays the last.
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
  const all: Numbered = { map, before: before.ids, after: after.ids };
  const whole = { earlier: [...before.ids.keys()], later: [...after.ids.keys()] };
  matchSingles(all, whole, (id) => long[id] === true);
  matchGaps(all, matchSingles);
  if (matchGaps(all, matchRows)) matchGaps(all, matchSingles);
  if (matchLeft(all, (id) => long[id] === true)) matchGaps(all, matchSingles);
  return map;
}

/** The least length of a paragraph, in code units, that is matched wherever it stands. Shorter ones must stand between matched ones. */
const LONG = 33;

/** The map so far, and for each paragraph a number that is the same for the same text. */
interface Numbered {
  readonly map: ParagraphMap;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** The paragraphs of a text, without the spaces at their ends. */
function paragraphsOf(whole: Comparable): ComparableSpan[] {
  const { text } = whole;
  const spans: ComparableSpan[] = [];
  for (let at = START; at < text.length;) {
    const { start, end } = whole.paragraphAt(at);
    at = advance(end, 1);
    const from = text.charAt(start) === ' ' ? advance(start, 1) : start;
    const to = text.charAt(end - 1) === ' ' ? advance(end, -1) : end;
    if (from < to) spans.push({ start: from, end: to });
  }
  return spans;
}

/** The unknown paragraphs, by the known ones (or ends of the texts) between which they stand in both texts. */
function gapsOf({ earlier, later, forward, backward }: ParagraphMap): ParagraphGap[] {
  const known: Pair[] = [];
  for (const [i, j] of forward.entries()) if (j >= 0) known.push([i, j]);
  const [backbone = [], ...others] = chainsOf(known);
  const gaps: ParagraphGap[] = [];
  const between = (from: Pair, to: Pair, isBackbone: boolean) => {
    const before = unknown(forward, from[0], to[0]);
    const after = unknown(backward, from[1], to[1]);
    // Between two paragraphs that moved, other known paragraphs must not stand: else they did not move as one block.
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

/** The numbers of the unknown paragraphs between two others. */
function unknown(known: Int32Array, from: number, to: number): number[] {
  const list: number[] = [];
  for (let n = from + 1; n < to; n++) if (known[n] === -1) list.push(n);
  return list;
}

/** Matches within each gap until no more is found. Whether any was found. */
function matchGaps(all: Numbered, match: (all: Numbered, gap: ParagraphGap) => boolean): boolean {
  let any = false;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let found = false;
    for (const gap of gapsOf(all.map))
      if (gap.earlier.length > 0 && gap.later.length > 0) found = match(all, gap) || found;
    if (!found) break;
    any = true;
  }
  return any;
}

/** Each round makes the gaps smaller. Texts written by people need two or three. */
const MOST_ROUNDS = 8;

/** Matches the paragraphs that both sides of a gap have once. */
function matchSingles(all: Numbered, gap: ParagraphGap, isFit: (id: number) => boolean = () => true): boolean {
  let found = false;
  for (const [id, { earlier, later }] of byText(all, gap)) {
    if (earlier.length !== 1 || later.length !== 1 || !isFit(id)) continue;
    link(all.map, earlier[0], later[0]);
    found = true;
  }
  return found;
}

/** Matches equal paragraphs of which none was lost: as many as before and with the same distances, or more in a row. */
function matchRows(all: Numbered, gap: ParagraphGap): boolean {
  let found = false;
  for (const { earlier, later } of byText(all, gap).values()) {
    if (earlier.length === 0 || later.length < earlier.length) continue;
    if (areSpacedAlike(earlier, later)) for (const [n, i] of earlier.entries()) link(all.map, i, later[n]);
    else if (earlier.length === later.length) continue;
    else if (isRow(earlier) && isRow(later)) {
      link(all.map, earlier[0], later[0]);
      if (earlier.length > 1) link(all.map, earlier.at(-1), later.at(-1));
    } else continue;
    found = true;
  }
  return found;
}

/** Matches paragraphs that moved away from among equal ones: one is missing there, and one stands where none stood. */
function matchLeft(all: Numbered, isLong: (id: number) => boolean): boolean {
  const { map, before, after } = all;
  const left = { earlier: unknown(map.forward, -1, before.length), later: unknown(map.backward, -1, after.length) };
  let found = false;
  for (const [id, { earlier, later }] of byText(all, left)) {
    const [[i = -1], [j = -1]] = [earlier, later];
    if (earlier.length !== 1 || !isRow(later) || i < 0 || j < 0 || !isLong(id)) continue;
    // A new paragraph beside an equal one was pasted rather than moved.
    const isPasted = after[j - 1] === id || after[j + later.length] === id;
    if (isPasted && before[i - 1] !== id && before[i + 1] !== id) continue;
    link(map, i, j);
    found = true;
  }
  return found;
}

/** The paragraphs of a gap, grouped by their text. */
function byText({ before, after }: Numbered, gap: ParagraphGap): Map<number, { earlier: number[]; later: number[] }> {
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

/** Whether the numbers follow each other. */
function isRow(numbers: readonly number[]): boolean {
  return numbers.every((number, n) => number === (numbers[0] ?? 0) + n);
}

/** Whether the distances between the paragraphs are the same in both texts. If not, one may have moved past the next. */
function areSpacedAlike(earlier: readonly number[], later: readonly number[]): boolean {
  const shift = (later[0] ?? 0) - (earlier[0] ?? 0);
  return earlier.length === later.length && earlier.every((i, n) => later[n] === i + shift);
}

function link({ forward, backward }: ParagraphMap, i: number | undefined, j: number | undefined): void {
  if (i === undefined || j === undefined) return;
  forward[i] = j;
  backward[j] = i;
}
