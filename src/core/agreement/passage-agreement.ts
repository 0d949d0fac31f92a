import type { Coverage } from './coverage';
import { groupPassages, type Passage } from './passages';

/** What two annotators marked in the posts that both judged, side by side. */
export interface PassagePair {
  readonly first: string;
  readonly second: string;
  /** Passages that both marked, as each of them has it. Those on which tags and entities agree come with the others. */
  readonly matched: readonly PassageMatch[];
  readonly onlyFirst: readonly Passage[];
  readonly onlySecond: readonly Passage[];
  /**
   * How far they marked the same passages: `2m / (a + b)` with `m` passages that both marked, and `a` and `b` passages in all; the
   * harmonic mean of precision and recall, whichever of the two is taken for right. It is not corrected for chance. Null where nobody
   * marked anything.
   */
  readonly f1: number | null;
}

export interface PassageMatch {
  readonly first: Passage;
  readonly second: Passage;
  readonly sameTags: boolean;
  readonly sameDecisions: boolean;
}

/** Compares the passages of two annotators, in the order of the texts. */
export function comparePassages(
  first: string,
  second: string,
  passages: readonly Passage[],
  coverage: Coverage,
): PassagePair {
  const counted = passages.filter(
    ({ annotator, file, post }) =>
      (annotator === first || annotator === second) &&
      coverage.judged(first, file, post) &&
      coverage.judged(second, file, post),
  );
  const matched: PassageMatch[] = [];
  const only: Record<'first' | 'second', Passage[]> = { first: [], second: [] };
  for (const group of groupPassages(counted)) {
    const a = group.find(({ annotator }) => annotator === first);
    const b = group.find(({ annotator }) => annotator === second);
    if (a && b) {
      matched.push({
        first: a,
        second: b,
        sameTags: alike(a.tags, b.tags),
        sameDecisions: alike(a.decisions, b.decisions),
      });
    } else if (a) only.first.push(a);
    else if (b) only.second.push(b);
  }
  const f1 = counted.length === 0 ? null : (2 * matched.length) / counted.length;
  return { first, second, matched, onlyFirst: only.first, onlySecond: only.second, f1 };
}

function alike(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
