import { describePlace, describePlaces } from '../anchor/selector';
import { newAnnotationId } from '../entities/id';
import { MANIFEST_FILE } from '../entities/archive-rules';
import { addTag } from '../entities/manifest';
import { EMPTY_REGISTRY, readRegistry, REGISTRY_FILE, type Entity } from '../entities/registry';
import { addAlias, addEntity, type NewEntity } from '../entities/write-registry';
import { fromWritten, refuse, type Decision } from '../decision';
import { BLANK, saysSomething, type Annotation, type FieldOf, type StoredAnnotation } from '../sidecar/annotation';
import { readSidecar, SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import {
  addAnnotations,
  changeAnnotation,
  changeAnnotations,
  findStored,
  removeAnnotation,
  removeAnnotations as removeStored,
  type NewAnnotation,
} from '../sidecar/write-sidecar';
import type { Span } from '../text/span';
import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';

// People's decisions, as edits of the files. Nothing is written here; a refusal is a sentence for a person.

/** The person who decides, and the day; both go into the record. */
export interface Signature {
  readonly by: string | null;
  /** `YYYY-MM-DD`. */
  readonly on: string | null;
}

/** The fields that a person sets on the annotation of a passage; the others stay as they are. */
export type Statement = Partial<Pick<Annotation, FieldOf<'statement'>>>;

/**
 * Annotates passages of a text. Where a passage has an annotation already, the statement is added to that one: tags are joined, other
 * fields replaced. Only `not` never shares a record: a statement with it gets a new one, and a record with it is left alone.
 *
 * Refuses where nothing is selected, where a passage reaches over two posts, where a new annotation would be empty, and where the sidecar
 * cannot be written.
 */
export function annotate(
  text: ArchiveText,
  spans: readonly Span[],
  statement: Statement,
  signature: Signature,
): Decision {
  const passages = spans.map((span) => trimSpan(text.text, span)).sort((a, b) => a.start - b.start || a.end - b.end);
  const refused = passages.map((span) => refusePlace(text, span)).find((why) => why !== null);
  if (refused) return { ok: false, why: refused };
  const { existing, fresh } = sortPassages(text, passages, statement);
  if (passages.length === 0) return { ok: true, edits: [] };
  if (fresh.length > 0 && !saysSomething({ ...BLANK, ...statement })) return { ok: false, why: NOTHING_SAID };
  const changed = changeAnnotations(
    text.sidecar,
    existing.map(({ stored, span }) => ({ stored, change: joined(text, span, stored, statement) })),
  );
  if (!changed.ok) return refuse(text.path + SIDECAR_SUFFIX, changed.why);
  if (fresh.length === 0) return sidecarEdit(text, changed.text);
  // Records stand in the order of their places.
  const selectors = describePlaces(text.text, fresh, text.posts, text.whole);
  const { annotations } = text;
  const additions = selectors.map((selector, i): NewAnnotation => {
    const start = fresh[i]?.start ?? Infinity;
    const behind = annotations.findIndex(({ anchor }) => anchor.span !== null && anchor.span.start > start);
    const signed = { id: newAnnotationId(), by: signature.by, on: signature.on };
    return {
      annotation: { ...BLANK, ...selector, ...statement, ...signed },
      index: behind < 0 ? annotations.length : behind,
    };
  });
  // Existing records may be out of order, and then give a later passage the lower index.
  additions.sort((a, b) => a.index - b.index);
  const written = addAnnotations(readSidecar(changed.text, text.sidecar), additions);
  return fromWritten(text.path + SIDECAR_SUFFIX, text.sidecarText, written);
}

/** Parts passages into those that have an annotation for the statement and those that get a new one. Each passage counts once. */
function sortPassages(text: ArchiveText, passages: readonly Span[], statement: Statement) {
  const known = new Map<string, StoredAnnotation>();
  // No key is made for the annotations that begin elsewhere: there may be ten thousand.
  const starts = new Set(passages.map(({ start }) => start));
  const alone = (statement.not ?? null) !== null;
  for (const { annotation, anchor } of alone ? [] : text.annotations) {
    if (!anchor.span || !starts.has(anchor.span.start)) continue;
    // A statement about the whole post does not share a record with one about this passage.
    if (annotation.not !== null || annotation.scope !== (statement.scope ?? null)) continue;
    const key = keyOf(anchor.span);
    if (!known.has(key)) known.set(key, annotation);
  }
  const existing: { readonly stored: StoredAnnotation; readonly span: Span }[] = [];
  const fresh: Span[] = [];
  for (const span of new Map(passages.map((passage) => [keyOf(passage), passage])).values()) {
    const stored = known.get(keyOf(span));
    if (stored) existing.push({ stored, span });
    else fresh.push(span);
  }
  return { existing, fresh };
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

const NOTHING_SAID = 'Nothing was annotated. Give the passage a tag, a note or an entity.';

/** Changes fields of an annotation. An annotation that is empty afterwards is removed. */
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

/**
 * The fields that a hand-written record lacks: its id, and where its place is known, its post and the text around the quote. A record that
 * names its post by an id that no post has any more gets the id that it has now.
 */
function completion(text: ArchiveText, annotation: Annotation, place: Span | null): Partial<Annotation> {
  if (annotation.id !== null) return renamedPost(text, annotation, place);
  const id = newAnnotationId();
  if (!place) return { id };
  const selector = describePlace(text.text, place, text.posts, text.whole);
  // The quote stays as the person wrote it.
  return { id, ...selector, quote: annotation.quote };
}

/** The post that holds the place of a record which names another one, or none; with the number of the place, as that counts those of the post. */
function renamedPost(text: ArchiveText, { post, copy }: Annotation, place: Span | null): Partial<Annotation> {
  const holder = place && text.postAt(place.start);
  if (!place || !holder || holder.id === post) return {};
  if (copy === null || copy === 'some') return { post: holder.id };
  const { before, after, copy: number } = describePlace(text.text, place, text.posts, text.whole);
  return { post: holder.id, before, after, copy: number };
}

/** Removes annotations, all or none. */
export function removeAnnotations(text: ArchiveText, annotations: readonly StoredAnnotation[]): Decision {
  return fromWritten(text.path + SIDECAR_SUFFIX, text.sidecarText, removeStored(text.sidecar, annotations));
}

/** Adds a tag to the codebook. */
export function createTag(archive: OpenArchive, id: string): Decision {
  return fromWritten(MANIFEST_FILE, archive.manifestText, addTag(archive.manifest, id));
}

/** Adds an entity to the registry, which is created where there is none. */
export function createEntity(archive: OpenArchive, entity: NewEntity): Decision {
  const registry = archive.registryText === null ? readRegistry(EMPTY_REGISTRY) : archive.registry;
  return fromWritten(REGISTRY_FILE, archive.registryText, addEntity(registry, entity));
}

/** Adds a spelling to an entity. */
export function createAlias(archive: OpenArchive, entity: Entity, alias: string): Decision {
  return fromWritten(REGISTRY_FILE, archive.registryText, addAlias(archive.registry, entity, alias));
}

/** The span without white space and invisible characters at its ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && BLANK_UNIT.test(text[start] ?? '')) start++;
  while (end > start && BLANK_UNIT.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

/** White space (also the next-line control, which `\s` lacks), soft hyphens and zero-width spaces. */
const BLANK_UNIT = /[\s\u0085\u00ad\u200b]/;

/** Why a span cannot be annotated, as a sentence for a person; null where it can. */
export function refusePlace(text: ArchiveText, span: Span): string | null {
  if (span.start === span.end) return 'Nothing is selected. Select the passage first.';
  const first = text.postAt(span.start);
  const last = text.postAt(span.end - 1);
  if (first?.id !== last?.id) return 'The selection reaches over two posts. Annotate a passage in each of them.';
  return null;
}

/** The changes of an annotation to which a statement is added. */
function joined(text: ArchiveText, span: Span, existing: Annotation, statement: Statement): Partial<Annotation> {
  const tags = [...new Set([...existing.tags, ...(statement.tags ?? [])])];
  return { ...completion(text, existing, span), ...statement, tags };
}

function sidecarEdit(text: ArchiveText, after: string): Decision {
  return fromWritten(text.path + SIDECAR_SUFFIX, text.sidecarText, { ok: true, text: after });
}
