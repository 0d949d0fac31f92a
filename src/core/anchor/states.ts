import type { Span } from '../text/span';

/**
 * How sure it is where an annotation belongs.
 *
 * - `exact`: its quote stands there, and what surrounds it agrees.
 * - `changed`: it is there, but its words, its surroundings or its post are others; a person should look.
 * - `ambiguous`: it may be at one of the candidates, and nothing tells for sure.
 * - `orphan`: what was annotated is no longer in the text; the candidates, if any, only resemble it.
 */
export type AnchorState = 'exact' | 'changed' | 'ambiguous' | 'orphan';

/**
 * What told where an annotation is: the edits of the open text, the difference to an earlier text in which its place is known, its
 * quote with the surroundings, or a passage that resembles the quote.
 */
export type AnchorEvidence = 'edits' | 'diff' | 'quote' | 'resemblance';

/** A place that may be meant. */
export interface Candidate {
  /** In the text as an editor shows it. */
  readonly span: Span;
  /** How well it fits, from 0 to 1. */
  readonly score: number;
}

/** Where an annotation is. Only `exact` and `changed` have a span; a wrong place is worse than none. */
export interface Anchor {
  readonly state: AnchorState;
  /** Null where there is no place. */
  readonly found: AnchorEvidence | null;
  /** In the text as an editor shows it. */
  readonly span: Span | null;
  /** How well the place fits, or the best candidate, from 0 to 1; 0 for an orphan. */
  readonly score: number;
  /** The places to choose from when it is not sure, best first. */
  readonly candidates: readonly Candidate[];
}

export const ORPHAN: Anchor = { state: 'orphan', found: null, span: null, score: 0, candidates: [] };

/** An annotation whose place is known. */
export function placed(state: 'exact' | 'changed', found: AnchorEvidence, place: Candidate): Anchor {
  return { state, found, ...place, candidates: state === 'exact' ? [] : [place] };
}

/** An annotation that a person must place: `ambiguous` among these, or an orphan that these resemble. Best first. */
export function unplaced(state: 'ambiguous' | 'orphan', places: readonly Candidate[]): Anchor {
  const known = new Set<string>();
  const candidates = [...places]
    .sort((a, b) => b.score - a.score || a.span.start - b.span.start)
    .filter(({ span }) => known.size < known.add(`${span.start}-${span.end}`).size)
    .slice(0, state === 'orphan' ? MOST_LOOKALIKES : MOST_CANDIDATES);
  return { state, found: null, span: null, score: state === 'orphan' ? 0 : (candidates[0]?.score ?? 0), candidates };
}

/** More than these nobody looks through. */
const MOST_CANDIDATES = 50;
const MOST_LOOKALIKES = 5;
