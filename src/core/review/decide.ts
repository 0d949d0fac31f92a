import type { Result } from '../result';
import { findAnchors } from '../anchor/anchor';
import { describePlaces, type Selector } from '../anchor/selector';
import type { ArchiveText } from '../archive/archive-text';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { refusePlace, trimSpan } from '../decide/annotate';
import { fromWritten, refuse } from '../decision';
import { needsReview } from '../anchor/needs-review';
import { newAnnotationId } from '../entities/id';
import type { Decision } from '../decision';
import type { Annotation, StoredAnnotation } from '../sidecar/annotation';
import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import { changeAnnotation, changeAnnotations, findStored, type AnnotationChange } from '../sidecar/write-sidecar';
import { comparable } from '../text/comparable';
import type { Span } from '../text/span';
import { candidateSpans } from './candidates';

// Decisions of a person about annotations that have lost their place. Nothing is written here. The reason of a refusal is a sentence for
// the person.

/**
 * Moves an annotation to a place: takes its quote and surroundings from there, and keeps all else.
 *
 * Refuses a place that could not be told from others afterwards: the next reading must find it `exact`.
 */
export function attach(text: ArchiveText, annotation: StoredAnnotation, span: Span): Decision {
  const placed = current(text, annotation);
  if (!placed) return gone(text);
  const [change] = describe(text, [span]);
  if (!change?.ok) return { ok: false, why: change?.why ?? NOT_SURE };
  return write(text, placed.annotation, rewritten(placed.annotation, change.selector));
}

/**
 * Accepts a place that was found for an annotation.
 *
 * @param span one of its candidates; by default the place of its anchor
 */
export function acceptPlace(text: ArchiveText, annotation: StoredAnnotation, span?: Span): Decision {
  const placed = current(text, annotation);
  if (!placed) return gone(text);
  const place = span ?? placed.anchor.span;
  if (!place) return { ok: false, why: WHY_NO_PLACE[placed.anchor.state === 'ambiguous' ? 'several' : 'none'] };
  const offered = candidateSpans(placed).some(
    (other) => other.span.start === place.start && other.span.end === place.end,
  );
  if (!offered) return { ok: false, why: 'The text has changed since this place was found. Look at it again.' };
  return attach(text, placed.annotation, place);
}

const WHY_NO_PLACE = {
  several: 'The annotation may belong to several places. Choose one of them.',
  none: 'No place was found for the annotation. Select the passage in the text, and attach it to that.',
};

/**
 * Whether the place of an annotation may be accepted unseen, together with others: the quote stands there unchanged, or the edits that
 * changed it are known. A passage that only resembles the quote must be looked at by a person.
 */
export function mayAcceptUnseen({ anchor }: PlacedAnnotation): boolean {
  return anchor.state === 'changed' && anchor.span !== null && anchor.found !== null && anchor.found !== 'resemblance';
}

/** Accepts all places of a text that may be accepted unseen. Leaves out places that could not be told from others afterwards. */
export function acceptAllPlaces(text: ArchiveText): Decision {
  const plain = text.annotations.filter((placed) => mayAcceptUnseen(placed) && needsReview(placed));
  const described = describe(
    text,
    plain.map(({ anchor }) => anchor.span ?? NOWHERE),
  );
  const changes = plain.flatMap(({ annotation }, i): AnnotationChange[] => {
    const place = described[i];
    return place?.ok ? [{ stored: annotation, change: rewritten(annotation, place.selector) }] : [];
  });
  if (changes.length === 0) return { ok: true, edits: [] };
  return fromWritten(text.path + SIDECAR_SUFFIX, text.sidecarText, changeAnnotations(text.sidecar, changes));
}

const NOWHERE: Span = { start: 0, end: 0 };

/** Keeps an annotation without a place. Nobody is asked about it again. It is shown in the text if its quote comes back. */
export function keepAsOrphan(text: ArchiveText, annotation: StoredAnnotation): Decision {
  const placed = current(text, annotation);
  if (!placed) return gone(text);
  if (placed.anchor.state === 'exact') {
    return { ok: false, why: 'The annotation has its place in the text, so it cannot be kept without one.' };
  }
  return write(text, placed.annotation, { orphan: 'kept' });
}

/** Gives an annotation a new id, for the case that two have the same. */
export function renewId(text: ArchiveText, annotation: StoredAnnotation): Decision {
  const placed = current(text, annotation);
  return placed ? write(text, placed.annotation, { id: newAnnotationId() }) : gone(text);
}

/** The annotation as it is in the sidecar now. The person may have seen an older state of it. */
function current(text: ArchiveText, annotation: StoredAnnotation): PlacedAnnotation | undefined {
  const stored = findStored(text.sidecar, annotation);
  return stored && text.annotations[stored.index];
}

type Described = Result<{ readonly selector: Selector }>;

/** Describes places, and checks that each description leads back to its place. One search of the text serves all of them. */
function describe(text: ArchiveText, places: readonly Span[]): Described[] {
  const whole = comparable(text.text);
  const spans = places.map((place) => trimSpan(text.text, place));
  const selectors = describePlaces(text.text, spans, text.posts, whole);
  const anchors = findAnchors(whole, text.posts, selectors);
  return spans.map((span, i): Described => {
    const why = refusePlace(text, span);
    if (why !== null) return { ok: false, why };
    const [selector, anchor] = [selectors[i], anchors[i]];
    const back = anchor?.state === 'exact' && anchor.span?.start === span.start && anchor.span.end === span.end;
    return selector && back ? { ok: true, selector } : { ok: false, why: NOT_SURE };
  });
}

const NOT_SURE = 'This passage might not be found again later. Select some words more or less.';

function rewritten(stored: Annotation, selector: Selector): Partial<Annotation> {
  return { ...selector, orphan: null, id: stored.id ?? newAnnotationId() };
}

function write(text: ArchiveText, stored: StoredAnnotation, change: Partial<Annotation>): Decision {
  return fromWritten(text.path + SIDECAR_SUFFIX, text.sidecarText, changeAnnotation(text.sidecar, stored, change));
}

function gone(text: ArchiveText): Decision {
  return refuse(text.path + SIDECAR_SUFFIX, 'The annotation is no longer there.');
}
