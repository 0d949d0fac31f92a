import type { Span } from '../text/span';

/**
 * How certain the place of an annotation is.
 *
 * - `exact`: the quote stands there, and the surroundings agree.
 * - `changed`: this is the place, but its words, its surroundings or its post have changed; a person should look.
 * - `ambiguous`: the place may be one of the candidates, and nothing tells which.
 * - `orphan`: the annotated passage is no longer in the text; the candidates, if any, only resemble it.
 */
export type AnchorState = 'exact' | 'changed' | 'ambiguous' | 'orphan';

/**
 * How the place of an annotation was found: by following the edits of the open text, by the difference to an earlier text in which the
 * place is known, by the quote with its surroundings, or by a passage that resembles the quote.
 */
export type AnchorEvidence = 'edits' | 'diff' | 'quote' | 'resemblance';

/** A place that an annotation may have. */
export interface Candidate {
  readonly span: Span;
  /** How well it fits, from 0 to 1. */
  readonly score: number;
}

/** Where an annotation is. Only the states `exact` and `changed` have a span: a wrong place is worse than none. */
export interface Anchor {
  readonly state: AnchorState;
  /** Null if there is no place. */
  readonly found: AnchorEvidence | null;
  readonly span: Span | null;
  /** How well the place fits, or else the best candidate, from 0 to 1; 0 for an orphan. */
  readonly score: number;
  /** The places for a person to choose from, best first; none for `exact`. */
  readonly candidates: readonly Candidate[];
  /**
   * Whether an earlier text may know better, though the place is `exact` by its quote: the quote is short, stands more than once, has no
   * surroundings, or these have changed.
   */
  readonly unproven?: boolean;
}

export const ORPHAN: Anchor = { state: 'orphan', found: null, span: null, score: 0, candidates: [] };

/** The anchor of an annotation whose place is known. */
export function placed(state: 'exact' | 'changed', found: AnchorEvidence, place: Candidate): Anchor {
  return { state, found, ...place, candidates: state === 'exact' ? [] : [place] };
}

/** The anchor of an annotation that a person must place. Drops repeated places, and keeps the best. */
export function unplaced(state: 'ambiguous' | 'orphan', places: readonly Candidate[]): Anchor {
  const known = new Set<string>();
  const candidates = [...places]
    .sort((a, b) => b.score - a.score || a.span.start - b.span.start)
    .filter(({ span }) => known.size < known.add(`${span.start}-${span.end}`).size)
    .slice(0, state === 'orphan' ? MOST_LOOKALIKES : MOST_CANDIDATES);
  return { state, found: null, span: null, score: state === 'orphan' ? 0 : (candidates[0]?.score ?? 0), candidates };
}

/** A person looks through no more than these. */
const MOST_CANDIDATES = 50;
const MOST_LOOKALIKES = 5;
