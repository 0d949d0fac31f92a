import { readManifest } from '../entities/manifest';
import { ENTITY, readRegistry } from '../entities/registry';
import { ANNOTATION, type Annotation } from '../sidecar/annotation';
import { EMPTY_SIDECAR, readSidecar } from '../sidecar/read-sidecar';

/** A gloss file before and after; null where it does not exist. */
export interface GlossChange {
  readonly kind: 'sidecar' | 'registry' | 'manifest';
  readonly before: string | null;
  readonly after: string | null;
}

/** A commit message of one line for a set of changes: `Annotate 2 posts: 3 tags, 1 note; add 1 entity`. Counts decisions, not lines. */
export function summarize(changes: readonly GlossChange[]): string {
  const parts = [annotating(changes), registering(changes), codebook(changes)].filter((part) => part !== '');
  const message = parts.join('; ');
  return message === '' ? 'Update annotations' : message.charAt(0).toUpperCase() + message.slice(1);
}

function annotating(changes: readonly GlossChange[]): string {
  const posts = new Set<string>();
  const counts = { tag: 0, note: 0, link: 0, decision: 0, changed: 0, removed: 0 };
  changes.forEach((change, file) => {
    if (change.kind !== 'sidecar') return;
    const sidecar = readSidecar(change.before ?? EMPTY_SIDECAR);
    const before = byId(sidecar.annotations);
    const after = byId(readSidecar(change.after ?? EMPTY_SIDECAR, sidecar).annotations);
    for (const [id, annotation] of after) {
      const old = before.get(id);
      if (old && ANNOTATION.same(old, annotation)) continue;
      posts.add(`${file} ${annotation.post ?? ''}`);
      const tags = annotation.tags.filter((tag) => !old?.tags.includes(tag)).length;
      const said =
        tags +
        count(annotation.note, old?.note) +
        count(annotation.entity, old?.entity) +
        count(annotation.not, old?.not);
      counts.tag += tags;
      counts.note += count(annotation.note, old?.note);
      counts.link += count(annotation.entity, old?.entity);
      counts.decision += count(annotation.not, old?.not);
      if (said === 0) counts.changed++;
    }
    for (const [id, annotation] of before) {
      if (after.has(id)) continue;
      counts.removed++;
      posts.add(`${file} ${annotation.post ?? ''}`);
    }
  });
  if (posts.size === 0) return '';
  const said = [
    many(counts.tag, 'tag'),
    many(counts.note, 'note'),
    many(counts.link, 'link'),
    many(counts.decision, 'decision'),
    counts.changed > 0 ? `${many(counts.changed, 'annotation')} changed` : '',
    counts.removed > 0 ? `${many(counts.removed, 'annotation')} removed` : '',
  ].filter((part) => part !== '');
  return `annotate ${many(posts.size, 'post')}: ${said.join(', ')}`;
}

function registering(changes: readonly GlossChange[]): string {
  const counts = { added: 0, changed: 0, removed: 0 };
  for (const change of changes) {
    if (change.kind !== 'registry') continue;
    const registry = readRegistry(change.before ?? EMPTY_SIDECAR);
    const before = registry.byId;
    const after = readRegistry(change.after ?? EMPTY_SIDECAR, registry).byId;
    for (const [id, entity] of after) {
      const old = before.get(id);
      if (!old) counts.added++;
      // A rejected spelling is no change that a person would name.
      else if (!ENTITY.same({ ...old, not: [] }, { ...entity, not: [] })) counts.changed++;
    }
    for (const id of before.keys()) if (!after.has(id)) counts.removed++;
  }
  return verbs(counts, 'entity', 'entities');
}

function codebook(changes: readonly GlossChange[]): string {
  const counts = { added: 0, changed: 0, removed: 0 };
  let other = false;
  for (const change of changes) {
    if (change.kind !== 'manifest') continue;
    const before = new Map(readManifest(change.before ?? '').tags.map((tag) => [tag.id, tag]));
    const after = new Map(readManifest(change.after ?? '').tags.map((tag) => [tag.id, tag]));
    for (const [id, tag] of after) {
      const old = before.get(id);
      if (!old) counts.added++;
      else if (old.color !== tag.color || old.description !== tag.description) counts.changed++;
    }
    for (const id of before.keys()) if (!after.has(id)) counts.removed++;
    other = true;
  }
  const said = verbs(counts, 'tag of the codebook', 'tags of the codebook');
  return said === '' && other ? 'change the archive’s settings' : said;
}

function verbs(counts: { added: number; changed: number; removed: number }, one: string, several: string): string {
  return (
    [
      ['add', counts.added],
      ['change', counts.changed],
      ['remove', counts.removed],
    ] as const
  )
    .filter(([, n]) => n > 0)
    .map(([verb, n]) => `${verb} ${n} ${n === 1 ? one : several}`)
    .join(', ');
}

/** Annotations by id. A hand-written one without an id gets a key of its post and quote, and a number where several have the same. */
function byId(annotations: readonly Annotation[]): Map<string, Annotation> {
  const found = new Map<string, Annotation>();
  for (const annotation of annotations) {
    const name = annotation.id ?? JSON.stringify([annotation.post, annotation.quote]);
    let key = name;
    for (let n = 2; found.has(key); n++) key = `${name} ${n}`;
    found.set(key, annotation);
  }
  return found;
}

/** 1 where a field has a value that it did not have before, else 0. */
function count(now: string | null, old: string | null | undefined): number {
  return now !== null && now !== (old ?? null) ? 1 : 0;
}

function many(n: number, noun: string): string {
  return n === 0 ? '' : `${n} ${noun}${n === 1 ? '' : 's'}`;
}
