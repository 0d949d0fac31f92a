import { describePlace } from '../anchor/selector';
import { newAnnotationId } from '../entities/id';
import { addTag, MANIFEST_FILE } from '../entities/manifest';
import { EMPTY_REGISTRY, readRegistry, REGISTRY_FILE, type Entity } from '../entities/registry';
import { addAlias, addEntity, type NewEntity } from '../entities/write-registry';
import type { Decision, FileEdit } from '../host';
import { BLANK, saysSomething, type Annotation, type StoredAnnotation } from '../sidecar/annotation';
import { readSidecar, SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import {
  addAnnotations,
  changeAnnotation,
  findStored,
  removeAnnotation,
  type NewAnnotation,
} from '../sidecar/write-sidecar';
import { comparable } from '../text/comparable';
import type { Span } from '../text/span';
import type { Written } from '../yaml/apply';
import type { Annotator } from './annotator';
import type { ArchiveText } from './archive-text';

// What people decide, as edits of the files. Nothing is written here; a refusal says why in words for a person.

/** Who decides, and on which day; both go into the record. */
export interface Signature {
  readonly by: string | null;
  /** `YYYY-MM-DD`. */
  readonly on: string | null;
}

/** What a person says about a passage; fields that are not named stay as they are. */
export type Statement = Partial<Pick<Annotation, 'tags' | 'note' | 'entity' | 'not'>>;

/**
 * Annotates passages of a text. A passage that has an annotation already keeps it, and the statement is added to it (tags are joined,
 * the rest replaced), unless it is a decision about a mention, which stands alone.
 */
export function annotate(
  text: ArchiveText,
  spans: readonly Span[],
  statement: Statement,
  signature: Signature,
): Decision {
  const whole = comparable(text.text);
  const passages = spans.map((span) => trimSpan(text.text, span)).sort((a, b) => a.start - b.start || a.end - b.end);
  // By index and not by id, as ids may be missing or be there twice.
  const places = text.annotations.map(({ anchor }) => anchor.span);
  const additions: NewAnnotation[] = [];
  let sidecar = text.sidecar;
  for (const [i, span] of passages.entries()) {
    const crossed = refusePlace(text, span);
    if (crossed) return { ok: false, why: crossed };
    if (i > 0 && sameSpan(passages[i - 1], span)) continue;
    const existing = sidecar.annotations.find((annotation, index) => {
      return sameSpan(places[index], span) && annotation.not === null && (statement.not ?? null) === null;
    });
    if (existing) {
      const written = changeAnnotation(sidecar, existing, joined(text, span, existing, statement));
      if (!written.ok) return refuse(text.path + SIDECAR_SUFFIX, written.why);
      sidecar = readSidecar(written.text);
    } else if (!saysSomething({ ...BLANK, ...statement })) {
      return { ok: false, why: NOTHING_SAID };
    } else {
      // Records stand in the order of their places.
      const behind = places.findIndex((place) => place !== null && place.start > span.start);
      const annotation = newAnnotation(text, span, whole, statement, signature);
      additions.push({ annotation, index: behind < 0 ? places.length : behind });
    }
  }
  if (additions.length === 0) return sidecarEdit(text, sidecar.file.text);
  // A record that is out of order may put a later passage before an earlier one.
  additions.sort((a, b) => a.index - b.index);
  return fromWritten(text.path + SIDECAR_SUFFIX, text.sidecarText, addAnnotations(sidecar, additions));
}

const NOTHING_SAID = 'Nothing is said about the passage: no tag, note or entity.';

/** Changes what an annotation says. One that then says nothing any more is taken out. */
export function changeStatement(text: ArchiveText, annotation: StoredAnnotation, statement: Statement): Decision {
  const current = findStored(text.sidecar, annotation);
  const span = current && text.annotations[current.index]?.anchor;
  const place = span?.state === 'exact' ? span.span : null;
  const after = current && { ...current, ...statement };
  const written =
    after && !saysSomething(after)
      ? removeAnnotation(text.sidecar, current)
      : changeAnnotation(text.sidecar, annotation, { ...completion(text, current ?? annotation, place), ...statement });
  return fromWritten(text.path + SIDECAR_SUFFIX, text.sidecarText, written);
}

/** What a record that was written by hand lacks: its id, and where its place is known, what describes the place. */
function completion(text: ArchiveText, annotation: Annotation, place: Span | null): Partial<Annotation> {
  if (annotation.id !== null) return {};
  const id = newAnnotationId();
  if (!place) return { id };
  const { post, before, after, copy } = describePlace(text.text, place, text.posts);
  return { id, post, before, after, copy };
}

/** Takes annotations out. */
export function removeAnnotations(text: ArchiveText, annotations: readonly StoredAnnotation[]): Decision {
  let { sidecar } = text;
  const found = new Set<number>();
  for (const annotation of annotations) {
    const current = findStored(sidecar, annotation);
    if (!current) return refuse(text.path + SIDECAR_SUFFIX, 'An annotation is no longer in the file.');
    found.add(current.index);
  }
  // From the last to the first, so that the indexes of those still to go stay.
  for (const index of [...found].sort((a, b) => b - a)) {
    const current = sidecar.annotations[index];
    if (!current) continue;
    const written = removeAnnotation(sidecar, current);
    if (!written.ok) return refuse(text.path + SIDECAR_SUFFIX, written.why);
    sidecar = readSidecar(written.text);
  }
  return sidecarEdit(text, sidecar.file.text);
}

/** Puts a new tag into the codebook. */
export function createTag(annotator: Annotator, id: string): Decision {
  return fromWritten(MANIFEST_FILE, annotator.manifestText, addTag(annotator.manifest, id));
}

/** Puts a new entity into the registry, and makes the registry where there is none. */
export function createEntity(annotator: Annotator, entity: NewEntity): Decision {
  const registry = annotator.registryText === null ? readRegistry(EMPTY_REGISTRY) : annotator.registry;
  return fromWritten(REGISTRY_FILE, annotator.registryText, addEntity(registry, entity));
}

/** Adds a spelling to an entity. */
export function createAlias(annotator: Annotator, entity: Entity, alias: string): Decision {
  return fromWritten(REGISTRY_FILE, annotator.registryText, addAlias(annotator.registry, entity, alias));
}

/** The span without the white space, and what nobody sees, at its ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && BLANK_UNIT.test(text[start] ?? '')) start++;
  while (end > start && BLANK_UNIT.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

/** White space (also the next-line control, which `\s` lacks), soft hyphens and zero-width spaces. */
const BLANK_UNIT = /[\s\u0085\u00ad\u200b]/;

function refusePlace(text: ArchiveText, span: Span): string | null {
  if (span.start === span.end) return 'Nothing is selected. Select the passage first.';
  const first = text.postAt(span.start);
  const last = text.postAt(span.end - 1);
  if (first?.id !== last?.id) return 'The selection reaches over two posts. Annotate a passage in each of them.';
  return null;
}

function sameSpan(a: Span | null | undefined, b: Span): boolean {
  return a?.start === b.start && a.end === b.end;
}

/** What becomes of an annotation to which a statement is added. */
function joined(text: ArchiveText, span: Span, existing: Annotation, statement: Statement): Partial<Annotation> {
  const tags = [...new Set([...existing.tags, ...(statement.tags ?? [])])];
  return { ...completion(text, existing, span), ...statement, tags };
}

function newAnnotation(
  text: ArchiveText,
  span: Span,
  whole: ReturnType<typeof comparable>,
  statement: Statement,
  signature: Signature,
): Annotation {
  const selector = describePlace(text.text, span, text.posts, whole);
  return { ...BLANK, ...selector, ...statement, id: newAnnotationId(), by: signature.by, on: signature.on };
}

function sidecarEdit(text: ArchiveText, after: string): Decision {
  return fromWritten(text.path + SIDECAR_SUFFIX, text.sidecarText, { ok: true, text: after });
}

function fromWritten(path: string, before: string | null, written: Written): Decision {
  if (!written.ok) return refuse(path, written.why);
  const edit: FileEdit = { path, before, after: written.text };
  return { ok: true, edits: edit.before === edit.after ? [] : [edit] };
}

function refuse(path: string, why: string): Decision {
  return { ok: false, why: `${path} was not changed. ${why}` };
}
