import { coverageOf, type PostRule } from './coverage';
import { entityAgreement, type EntityAgreement } from './entity-agreement';
import { pairsOf, type Marking, type PostUnit } from './marking';
import { comparePassages, type PassagePair } from './passage-agreement';
import { passagesOf } from './passages';
import { tagAgreement, type TagAgreement } from './tag-agreement';

/** The data of a comparison. */
export interface AgreementInput {
  /** The names, in the order in which they are shown. */
  readonly annotators: readonly string[];
  /** All posts of the texts, in order. */
  readonly posts: readonly PostUnit[];
  readonly markings: readonly Marking[];
  readonly rule: PostRule;
  /** The type of an entity by its id; for example `unknown` for an id that the registry lacks. */
  readonly typeOf: (entity: string) => string;
}

/** How far annotators agree: on tags post by post, on passages, and on entities passage by passage. */
export interface Agreement {
  readonly rule: PostRule;
  readonly annotators: readonly { readonly name: string; readonly annotations: number; readonly posts: number }[];
  readonly tags: readonly TagAgreement[];
  readonly entities: readonly EntityAgreement[];
  readonly passages: readonly PassagePair[];
  /** Annotations that have no sure place in the text: they count for posts, and not for passages. */
  readonly unplaced: number;
  /** Annotations outside of every post, which count for nothing. */
  readonly outside: number;
}

/** Compares annotators. A pure function. */
export function measureAgreement({ annotators, posts, markings, rule, typeOf }: AgreementInput): Agreement {
  const coverage = coverageOf(annotators, posts, markings, rule);
  const passages = passagesOf(markings);
  return {
    rule,
    annotators: annotators.map((name) => {
      const own = markings.filter(({ annotator }) => annotator === name);
      const judged = posts.filter(({ file, post }) => coverage.judged(name, file, post));
      return { name, annotations: own.length, posts: judged.length };
    }),
    tags: tagAgreement(annotators, markings, coverage),
    entities: entityAgreement(annotators, passages, coverage, typeOf),
    passages: pairsOf(annotators).map(([first, second]) => comparePassages(first, second, passages, coverage)),
    unplaced: markings.filter(({ post, span }) => post !== null && span === null).length,
    outside: markings.filter(({ post }) => post === null).length,
  };
}
