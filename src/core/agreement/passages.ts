import { byPlace, type Span } from '../text/span';
import type { Marking } from './marking';

/** A stretch of a text that one annotator marked, with all tags and decisions that they gave it. */
export interface Passage {
  readonly annotator: string;
  readonly file: string;
  readonly post: string;
  readonly span: Span;
  readonly quote: string;
  readonly ids: readonly (string | null)[];
  /** Sorted, each once. */
  readonly tags: readonly string[];
  /** Decisions about entities, sorted: `mara-lind`, or `not mara-lind`. */
  readonly decisions: readonly string[];
}

/** The least `sharedPart` of two passages that count as the same. */
export const SAME_PASSAGE = 0.5;

/** The passages of markings. Markings of one annotator with the same span are one passage. Leaves out markings without a place or a post. */
export function passagesOf(markings: readonly Marking[]): Passage[] {
  const found = new Map<string, Marking[]>();
  for (const marking of markings) {
    const { annotator, file, post, span } = marking;
    if (!span || post === null) continue;
    const key = JSON.stringify([annotator, file, span.start, span.end]);
    const group = found.get(key);
    if (group) group.push(marking);
    else found.set(key, [marking]);
  }
  return [...found.values()].flatMap((group) => {
    const [first] = group;
    if (!first?.span || first.post === null) return [];
    const { annotator, file, post, span, quote } = first;
    const decisions = group.flatMap(({ entity, not }) => [
      ...(entity === null ? [] : [entity]),
      ...(not === null ? [] : [`not ${not}`]),
    ]);
    const ids = group.map(({ id }) => id);
    const tags = sortedOnce(group.flatMap((marking) => marking.tags));
    return [{ annotator, file, post, span, quote, ids, tags, decisions: sortedOnce(decisions) }];
  });
}

/**
 * Groups passages of different annotators that count as the same (`SAME_PASSAGE`): each two of a group, with at most one passage of an
 * annotator. Joins the pairs that overlap most first. For two annotators the result is a matching one to one.
 */
export function groupPassages(passages: readonly Passage[]): Passage[][] {
  const sorted = [...passages].sort(
    (a, b) => compare(a.file, b.file) || byPlace(a.span, b.span) || compare(a.annotator, b.annotator),
  );
  const pairs = overlapping(sorted).sort((a, b) => b.shared - a.shared || a.first - b.first || a.second - b.second);
  const groupOf = sorted.map((_, index) => [index]);
  for (const { first, second } of pairs) {
    const [one, other] = [groupOf[first], groupOf[second]];
    if (!one || !other || one === other) continue;
    const fits = one.every((a) => other.every((b) => isSame(sorted[a], sorted[b])));
    if (!fits) continue;
    const joined = [...one, ...other].sort((a, b) => a - b);
    for (const index of joined) groupOf[index] = joined;
  }
  return [...new Set(groupOf)].map((group) => group.flatMap((index) => sorted[index] ?? []));
}

/** The share of common code units among all that two spans cover, from 0 to 1 (Jaccard's index, “intersection over union”). */
export function sharedPart(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function isSame(a: Passage | undefined, b: Passage | undefined): boolean {
  if (!a || !b || a.annotator === b.annotator || a.file !== b.file) return false;
  return sharedPart(a.span, b.span) >= SAME_PASSAGE;
}

/** The pairs that count as the same, as indexes. Takes passages in order, so each is compared only with those that begin within it. */
function overlapping(sorted: readonly Passage[]): { first: number; second: number; shared: number }[] {
  const pairs: { first: number; second: number; shared: number }[] = [];
  sorted.forEach((a, first) => {
    for (let second = first + 1; second < sorted.length; second++) {
      const b = sorted[second];
      if (b?.file !== a.file || b.span.start >= a.span.end) break;
      if (isSame(a, b)) pairs.push({ first, second, shared: sharedPart(a.span, b.span) });
    }
  });
  return pairs;
}

function sortedOnce(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
