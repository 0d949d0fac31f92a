import { cohenKappa, type Kappa } from './cohen';
import type { Coefficient } from './coefficient';
import type { Coverage } from './coverage';
import { krippendorffAlpha } from './krippendorff';
import { pairsOf } from './marking';
import { comparePassages } from './passage-agreement';
import { groupPassages, type Passage } from './passages';

/** How two annotators agree on decisions about entities of a type. */
export interface EntityPair {
  readonly first: string;
  readonly second: string;
  /** The unit is a passage on which both decided; the values are the decisions: this entity, that one, not this one. */
  readonly kappa: Kappa;
  /** Decisions on passages on which the other decided nothing. They are no units of kappa, and count in `f1`. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** How far they decided about the same passages, as in `PassagePair`. */
  readonly f1: number | null;
}

/** How annotators agree on decisions about entities of one type. */
export interface EntityAgreement {
  readonly type: string;
  /** For each annotator how many passages they decided. */
  readonly passages: Readonly<Record<string, number>>;
  readonly pairs: readonly EntityPair[];
  readonly alpha: Coefficient;
}

/**
 * Agreement on decisions about entities, by type. A passage counts for a type where any of the annotators who decided on it named an
 * entity of that type; so a person taken for a place counts in both.
 *
 * @param typeOf the type of an entity by its id
 */
export function entityAgreement(
  annotators: readonly string[],
  passages: readonly Passage[],
  coverage: Coverage,
  typeOf: (entity: string) => string,
): EntityAgreement[] {
  const decided = passages.filter(
    ({ annotator, file, post, decisions }) => decisions.length > 0 && coverage.judged(annotator, file, post),
  );
  const typesOf = ({ decisions }: Passage) => decisions.map((decision) => typeOf(decision.replace(/^not /, '')));
  const groups = groupPassages(decided);
  const pairs = pairsOf(annotators).map(([first, second]) => comparePassages(first, second, decided, coverage));
  return [...new Set(decided.flatMap(typesOf))].sort().map((type) => {
    const has = (passage: Passage) => typesOf(passage).includes(type);
    const own = (annotator: string) => decided.filter((passage) => passage.annotator === annotator && has(passage));
    return {
      type,
      passages: Object.fromEntries(annotators.map((annotator) => [annotator, own(annotator).length])),
      pairs: pairs.map(({ first, second, matched, ...only }) => {
        const units = matched.filter((match) => has(match.first) || has(match.second));
        const onlyFirst = only.onlyFirst.filter(has).length;
        const onlySecond = only.onlySecond.filter(has).length;
        const all = 2 * units.length + onlyFirst + onlySecond;
        const kappa = cohenKappa(units.map((match) => [valueOf(match.first), valueOf(match.second)]));
        return { first, second, kappa, onlyFirst, onlySecond, f1: all === 0 ? null : (2 * units.length) / all };
      }),
      alpha: krippendorffAlpha(groups.filter((group) => group.some(has)).map((group) => group.map(valueOf))),
    };
  });
}

/** All that an annotator decided about a passage, as one value. */
function valueOf({ decisions }: Passage): string {
  return JSON.stringify(decisions);
}
