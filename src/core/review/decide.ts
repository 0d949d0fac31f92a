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

// What people decide about annotations that have lost their place. Nothing is written here; a refusal says why in words for a person.

/**
 * Lets an annotation belong to a place from now on: its quote and surroundings are taken from there, all else stays as it is.
 *
 * A place that could not be told from others afterwards is refused: the next reading must find it `exact`, and nowhere else.
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
 * @param span which one, of those that it may belong to; without it, the one that its anchor stands for
 */
export function acceptPlace(text: ArchiveText, annotation: StoredAnnotation, span?: Span): Decision {
  const placed = current(text, annotation);
  if (!placed) return gone(text);
  const place = span ?? placed.anchor.span;
  if (!place) return { ok: false, why: WHY_NO_PLACE[placed.anchor.state === 'ambiguous' ? 'several' : 'none'] };
  const offered = candidateSpans(placed).some(
    (other) => other.span.start === place.start && other.span.end === place.end,
  );
  if (!offered) return { ok: false, why: 'The text has changed meanwhile, and this place with it. Look at it again.' };
  return attach(text, placed.annotation, place);
}

const WHY_NO_PLACE = {
  several: 'The annotation may belong to several places. Choose one of them.',
  none: 'No place was found for the annotation. Select the passage in the text, and attach it to that.',
};

/**
 * Whether what was found for an annotation may be accepted unseen, together with others: its words stand there unchanged, or what was
 * changed is known. What only resembles the quote is for a person to look at.
 */
export function isPlain({ anchor }: PlacedAnnotation): boolean {
  return anchor.state === 'changed' && anchor.span !== null && anchor.found !== null && anchor.found !== 'resemblance';
}

/** Accepts all places of a text that may be accepted unseen. One that cannot be described is left as it is. */
export function acceptAllPlaces(text: ArchiveText): Decision {
  const plain = text.annotations.filter((placed) => isPlain(placed) && needsReview(placed));
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

/** Keeps an annotation that belongs to no place of the text any more. It is not asked about again, and shown if its quote comes back. */
export function keepAsOrphan(text: ArchiveText, annotation: StoredAnnotation): Decision {
  const placed = current(text, annotation);
  if (!placed) return gone(text);
  if (placed.anchor.state === 'exact') {
    return { ok: false, why: 'The annotation is in its place, so that it cannot be kept as one without a place.' };
  }
  return write(text, placed.annotation, { orphan: 'kept' });
}

/** Gives an annotation an id of its own, where two have the same. */
export function renewId(text: ArchiveText, annotation: StoredAnnotation): Decision {
  const placed = current(text, annotation);
  return placed ? write(text, placed.annotation, { id: newAnnotationId() }) : gone(text);
}

/** The annotation as the sidecar has it now: the person has seen an older reading of it. */
function current(text: ArchiveText, annotation: StoredAnnotation): PlacedAnnotation | undefined {
  const stored = findStored(text.sidecar, annotation);
  return stored && text.annotations[stored.index];
}

type Described = Result<{ readonly selector: Selector }>;

/** Describes places, and makes sure that each description leads back to its place. All at once, as the text is searched for all of them. */
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

const NOT_SURE = 'This passage would not be found again for sure. Select some words more or less.';

function rewritten(stored: Annotation, selector: Selector): Partial<Annotation> {
  return { ...selector, orphan: null, id: stored.id ?? newAnnotationId() };
}

function write(text: ArchiveText, stored: StoredAnnotation, change: Partial<Annotation>): Decision {
  return fromWritten(text.path + SIDECAR_SUFFIX, text.sidecarText, changeAnnotation(text.sidecar, stored, change));
}

function gone(text: ArchiveText): Decision {
  return refuse(text.path + SIDECAR_SUFFIX, 'The annotation is no longer there.');
}
