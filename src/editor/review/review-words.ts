import type { AnchorEvidence, AnchorState } from '../../core/anchor';
import type { AnnotationEntry } from '../../core/lists';
import { many } from '../ui/words';

// The words for annotations that need review.

/** The state of the place, in a few words behind the quote. */
export function doubtOf({ anchor }: AnnotationEntry): string {
  const { state, candidates } = anchor;
  if (state === 'orphan' && candidates.length > 0) return 'not found, but something like it';
  return state === 'ambiguous' ? `in ${many(candidates.length, 'place')}` : DOUBTS[state];
}

const DOUBTS: Record<AnchorState, string> = {
  exact: 'in its place',
  changed: 'changed',
  ambiguous: 'ambiguous',
  orphan: 'not found in the text',
};

/** The icons tell the states apart by their shape; the colour is the same for all. */
export const DOUBT_ICONS: Record<AnchorState, string> = {
  exact: 'check',
  changed: 'warning',
  ambiguous: 'question',
  orphan: 'search-stop',
};

/** The evidence for the place, and the next step for the person. */
export function explain({ anchor }: AnnotationEntry): string {
  const { state, found } = anchor;
  if (state === 'changed' && found) return `${EVIDENCE[found]} Accept the place if it is the same passage.`;
  if (state === 'ambiguous') return 'It may be in any of several places. Choose one.';
  return anchor.candidates.length > 0
    ? 'The passage is not in the text any more. Choose one of the similar places, or keep the annotation without a place.'
    : 'The passage is not in the text any more. Select the text that replaced it and attach the annotation to that, or keep the annotation without a place.';
}

const EVIDENCE: Record<AnchorEvidence, string> = {
  edits: 'The passage was edited here.',
  diff: 'The earlier text shows what became of the passage.',
  quote: 'The same words stand in other surroundings.',
  resemblance: 'Only something like the passage is left.',
};
