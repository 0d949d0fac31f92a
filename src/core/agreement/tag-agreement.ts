import { withAncestors } from '../lists/annotation-list';
import { cohenKappa, type Kappa } from './cohen';
import type { Coefficient } from './coefficient';
import type { Coverage } from './coverage';
import { krippendorffAlpha } from './krippendorff';
import { pairsOf, postKey, type Marking, type PostUnit } from './marking';

/** How two annotators agree on the use of a tag. The unit is the post: each either uses the tag in it, or does not. */
export interface TagPair {
  readonly first: string;
  readonly second: string;
  readonly kappa: Kappa;
  /** In how many of the posts that count both use it, only one of them, and none. */
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** How annotators agree on one tag. A kind of a tag counts for the tag too: `claim/unsourced` is a `claim`. */
export interface TagAgreement {
  readonly tag: string;
  /** For each annotator in how many posts they use it. */
  readonly posts: Readonly<Record<string, number>>;
  readonly pairs: readonly TagPair[];
  /** Krippendorff's alpha over all annotators; a post that somebody has not judged is a missing value. */
  readonly alpha: Coefficient;
  /** The posts on which not all who judged them say the same. */
  readonly disagreements: readonly (PostUnit & {
    readonly using: readonly string[];
    readonly others: readonly string[];
  })[];
}

/** Agreement on every tag that anybody uses, by the tags' ids. */
export function tagAgreement(
  annotators: readonly string[],
  markings: readonly Marking[],
  coverage: Coverage,
): TagAgreement[] {
  const uses = new Map<string, Map<string, Set<string>>>();
  for (const { annotator, file, post, tags } of markings) {
    if (post === null) continue;
    for (const tag of new Set(tags.flatMap(withAncestors))) {
      const users = uses.get(tag) ?? new Map<string, Set<string>>();
      uses.set(tag, users);
      users.set(annotator, (users.get(annotator) ?? new Set()).add(postKey(file, post)));
    }
  }
  return [...uses.keys()].sort().map((tag) => {
    const users = uses.get(tag) ?? new Map<string, Set<string>>();
    const judgement = (annotator: string, { file, post }: PostUnit) => {
      if (!coverage.judged(annotator, file, post)) return null;
      return users.get(annotator)?.has(postKey(file, post)) === true ? USED : UNUSED;
    };
    const units = coverage.posts.map((post) => annotators.map((annotator) => judgement(annotator, post)));
    const posts = Object.fromEntries(annotators.map((annotator) => [annotator, users.get(annotator)?.size ?? 0]));
    return {
      tag,
      posts,
      pairs: pairsOf(annotators).map(([first, second]) => {
        return pairOf(first, second, units, annotators.indexOf(first), annotators.indexOf(second));
      }),
      alpha: krippendorffAlpha(units),
      disagreements: coverage.posts.flatMap((post, i) => {
        const who = (value: string) => annotators.filter((_, k) => units[i]?.[k] === value);
        const [using, others] = [who(USED), who(UNUSED)];
        return using.length > 0 && others.length > 0 ? [{ ...post, using, others }] : [];
      }),
    };
  });
}

const USED = 'used';
const UNUSED = 'unused';

function pairOf(
  first: string,
  second: string,
  units: readonly (readonly (string | null)[])[],
  one: number,
  other: number,
): TagPair {
  const judged = units.flatMap((unit): [string, string][] => {
    const [a, b] = [unit[one] ?? null, unit[other] ?? null];
    return a === null || b === null ? [] : [[a, b]];
  });
  const count = (a: string, b: string) => judged.filter((pair) => pair[0] === a && pair[1] === b).length;
  return {
    first,
    second,
    kappa: cohenKappa(judged),
    both: count(USED, USED),
    onlyFirst: count(USED, UNUSED),
    onlySecond: count(UNUSED, USED),
    neither: count(UNUSED, UNUSED),
  };
}
