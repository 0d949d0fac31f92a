import type { Mention } from '../mentions/mention';
import type { Span } from '../text/span';
import type { PostingLists, TextFacts } from './facts';
import type { Segment } from './segments';

/** A part of a query, ready to be asked. */
export interface Condition {
  /**
   * The posts of a text, ascending, among which are all that can fit, found without reading the text; null where any post may. What is outside
   * of posts is not among them, and is always asked.
   */
  readonly candidates: (facts: TextFacts) => readonly number[] | null;
  /** Whether it holds in a segment. */
  readonly holds: (segment: Segment) => boolean;
}

/** A condition that has places in a text. */
export interface PlacedCondition extends Condition {
  /** Its places in a segment, in offsets of the whole text. */
  readonly places: (segment: Segment) => readonly Span[];
  /** Whether a mention fits; null for a condition that is none about mentions. */
  readonly fits: ((mention: Mention) => boolean) | null;
}

export function both(parts: readonly Condition[]): Condition {
  return {
    candidates: (facts) => {
      const lists = parts.flatMap((part) => {
        const list = part.candidates(facts);
        return list ? [list] : [];
      });
      // The smallest first, as no result is longer than it.
      lists.sort((a, b) => a.length - b.length);
      const [first, ...others] = lists;
      return first ? others.reduce(intersection, first) : null;
    },
    holds: (segment) => parts.every((part) => part.holds(segment)),
  };
}

export function either(parts: readonly Condition[]): Condition {
  return {
    candidates: (facts) => {
      const lists = parts.map((part) => part.candidates(facts));
      return lists.some((list) => list === null) ? null : union(lists.flatMap((list) => list ?? []));
    },
    holds: (segment) => parts.some((part) => part.holds(segment)),
  };
}

export function not(part: Condition): Condition {
  return { candidates: () => null, holds: (segment) => !part.holds(segment) };
}

/** Numbers in order, each once. */
export function union(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function intersection(a: readonly number[], b: readonly number[]): number[] {
  const found: number[] = [];
  let at = 0;
  for (const number of a) {
    while ((b[at] ?? Infinity) < number) at++;
    if (b[at] === number) found.push(number);
  }
  return found;
}

/** The posts of all keys that fit. */
export function postsWith(lists: PostingLists, fits: (key: string) => boolean): readonly number[] {
  const found = [...lists].filter(([key]) => fits(key));
  return found.length === 1 ? (found[0]?.[1] ?? []) : union(found.flatMap(([, posts]) => posts));
}
