import { describePlace } from '../anchor/selector';
import { newAnnotationId } from '../entities/id';
import { addTag, MANIFEST_FILE } from '../entities/manifest';
import { EMPTY_REGISTRY, readRegistry, REGISTRY_FILE, type Entity } from '../entities/registry';
import { addAlias, addEntity, type NewEntity } from '../entities/write-registry';
import type { Decision, FileEdit } from '../host';
import { BLANK, saysSomething, type Annotation, type StoredAnnotation } from '../sidecar/annotation';
import { readSidecar, SIDECAR_SUFFIX, type Sidecar } from '../sidecar/read-sidecar';
import { addAnnotation, changeAnnotation, removeAnnotation } from '../sidecar/write-sidecar';
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
  let sidecar = text.sidecar;
  const whole = comparable(text.text);
  const trimmed = spans.map((span) => trimSpan(text.text, span)).sort((a, b) => a.start - b.start);
  for (const span of trimmed) {
    const crossed = refusePlace(text, span);
    if (crossed) return { ok: false, why: crossed };
    const existing = annotationAt(text, sidecar, span, statement);
    const written = existing
      ? changeAnnotation(sidecar, existing, joined(existing, statement))
      : addAnnotation(sidecar, newAnnotation(text, span, whole, statement, signature), placeIn(text, sidecar, span));
    if (!written.ok) return refuse(text.path + SIDECAR_SUFFIX, written.why);
    sidecar = readSidecar(written.text);
  }
  return sidecarEdit(text, sidecar.file.text);
}

/** Changes what an annotation says. One that then says nothing any more is taken out. */
export function changeStatement(text: ArchiveText, annotation: StoredAnnotation, statement: Statement): Decision {
  const after: Annotation = { ...annotation, ...statement };
  const complete = annotation.id === null ? { ...completion(text, annotation), ...statement } : statement;
  const written = saysSomething(after)
    ? changeAnnotation(text.sidecar, annotation, complete)
    : removeAnnotation(text.sidecar, annotation);
  return fromWritten(text.path + SIDECAR_SUFFIX, text.sidecarText, written);
}

/** What a record that was written by hand lacks: its id, and where its place is known, what describes the place. */
function completion(text: ArchiveText, annotation: StoredAnnotation): Partial<Annotation> {
  const id = newAnnotationId();
  const anchor = text.annotations.find((placed) => placed.annotation.index === annotation.index)?.anchor;
  if (anchor?.state !== 'exact' || !anchor.span) return { id };
  const { post, before, after, copy } = describePlace(text.text, anchor.span, text.posts);
  return { id, post, before, after, copy };
}

/** Takes annotations out. */
export function removeAnnotations(text: ArchiveText, annotations: readonly StoredAnnotation[]): Decision {
  let { sidecar } = text;
  // From the last to the first, so that the places of those still to go do not move.
  for (const annotation of [...annotations].sort((a, b) => b.record.start - a.record.start)) {
    const current = sidecar.annotations.find((other) => other.record.start === annotation.record.start);
    const written: Written = current
      ? removeAnnotation(sidecar, current)
      : { ok: false, why: 'The annotation is no longer there.' };
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

/** The span without the white space at its ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

function refusePlace(text: ArchiveText, span: Span): string | null {
  if (span.start === span.end) return 'Nothing is selected. Select the passage first.';
  const first = text.postAt(span.start);
  const last = text.postAt(span.end - 1);
  if (first?.id !== last?.id) return 'The selection reaches over two posts. Annotate a passage in each of them.';
  return null;
}

/** The annotation of just that passage, if the statement may join it. */
function annotationAt(
  text: ArchiveText,
  sidecar: Sidecar,
  span: Span,
  statement: Statement,
): StoredAnnotation | undefined {
  if (statement.not !== undefined && statement.not !== null) return undefined;
  const placed = text.annotations.find(
    ({ annotation, anchor }) =>
      annotation.not === null &&
      annotation.id !== null &&
      anchor.span?.start === span.start &&
      anchor.span.end === span.end,
  );
  return placed && sidecar.annotations.find((annotation) => annotation.id === placed.annotation.id);
}

function joined(existing: Annotation, statement: Statement): Statement {
  return { ...statement, tags: [...new Set([...existing.tags, ...(statement.tags ?? [])])] };
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

/** The index of the first annotation that lies behind the span: records stand in the order of their places. */
function placeIn(text: ArchiveText, sidecar: Sidecar, span: Span): number {
  const starts = new Map(text.annotations.map(({ annotation, anchor }) => [annotation.id, anchor.span?.start]));
  const index = sidecar.annotations.findIndex((annotation) => (starts.get(annotation.id) ?? -1) > span.start);
  return index < 0 ? sidecar.annotations.length : index;
}

function sidecarEdit(text: ArchiveText, after: string): Decision {
  return { ok: true, edits: [{ path: text.path + SIDECAR_SUFFIX, before: text.sidecarText, after }] };
}

function fromWritten(path: string, before: string | null, written: Written): Decision {
  if (!written.ok) return refuse(path, written.why);
  const edit: FileEdit = { path, before, after: written.text };
  return { ok: true, edits: edit.before === edit.after ? [] : [edit] };
}

function refuse(path: string, why: string): Decision {
  return { ok: false, why: `${path} was not changed. ${why}` };
}
