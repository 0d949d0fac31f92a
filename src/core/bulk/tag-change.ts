import type { OpenArchive } from '../archive/open-archive';
import { fromWritten } from '../decision';
import { isId } from '../entities/id';
import { MANIFEST_FILE } from '../entities/archive-rules';
import { describeTag, rewriteTags, type TagFields, type TagMapping } from '../entities/write-codebook';
import type { Decision } from '../decision';
import { quoted } from '../text/visible';
import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import { knownTags } from './known-tags';
import { decideAll, type BulkPart } from './part';
import { planRetagging, retag, type Retagging } from './retag';

/** A change of a tag across an archive. Kinds of the tag change with it: `claim/unsourced` becomes `assertion/unsourced`. */
export type TagChange =
  | { readonly kind: 'rename'; readonly tag: string; readonly to: string }
  /** Makes one tag of two. Annotations that have both keep one. */
  | { readonly kind: 'merge'; readonly tag: string; readonly into: string }
  /** Removes the tag from the codebook, and also from the annotations if `annotations` is set. */
  | { readonly kind: 'delete'; readonly tag: string; readonly annotations: boolean };

/** How much a change of a tag changes. */
export interface TagChangePreview {
  /** The number of codebook records that are changed or removed. */
  readonly tags: number;
  /** The number of annotations that are changed or removed. */
  readonly annotations: number;
  /** The number of their sidecars. */
  readonly files: number;
  /** Of the annotations, the number of those that have two tags that become one. */
  readonly both: number;
  /** Of the annotations, the number of those that are removed, as they would say nothing any more. */
  readonly removed: number;
}

/** The id of a tag when it is moved under a parent; null moves it to the top. */
export function movedTag(tag: string, parent: string | null): string {
  const name = tag.slice(tag.lastIndexOf('/') + 1);
  return parent === null ? name : `${parent}/${name}`;
}

/** Whether a tag is equal to a general one, or a kind of it. */
export function isKindOf(tag: string, general: string): boolean {
  return tag === general || tag.startsWith(`${general}/`);
}

/** The reason why a change is not possible, as a sentence; null if it is. */
export function refuseTagChange(archive: OpenArchive, change: TagChange): string | null {
  const known = knownTags(archive);
  const ids = known.map(({ id }) => id);
  if (!ids.includes(change.tag)) return `There is no tag ${quoted(change.tag)}.`;
  return refuseTarget(ids, change) ?? refuseFiles(archive, change);
}

/** Counts what a change would touch. */
export function previewTagChange(archive: OpenArchive, change: TagChange): TagChangePreview {
  const mapping = mappingOf(change);
  const tags = archive.manifest.tags.filter(({ id }) => mapping(id) !== id).length;
  let annotations = 0;
  let files = 0;
  let both = 0;
  let removed = 0;
  for (const text of change.kind === 'delete' && !change.annotations ? [] : archive.texts) {
    const plan = planRetagging(text.sidecar, retagging(mapping));
    const touched = plan.changed.length + plan.removed.length;
    annotations += touched;
    if (touched > 0) files++;
    removed += plan.removed.length;
    if (change.kind !== 'delete') both += plan.changed.filter(([{ tags: old }, now]) => now.length < old.length).length;
  }
  return { tags, annotations, files, both, removed };
}

/** The parts of a change: the codebook first, then the sidecars that use the tag. */
export function tagChangeParts(archive: OpenArchive, change: TagChange): BulkPart[] {
  const mapping = mappingOf(change);
  const codebook = {
    path: MANIFEST_FILE,
    decide: () => fromWritten(MANIFEST_FILE, archive.manifestText, rewriteTags(archive.manifest, mapping)),
  };
  const parts = archive.manifest.tags.some(({ id }) => mapping(id) !== id) ? [codebook] : [];
  if (change.kind === 'delete' && !change.annotations) return parts;
  const uses = archive.texts.filter(({ sidecar }) =>
    sidecar.annotations.some(({ tags }) => tags.some((tag) => mapping(tag) !== tag)),
  );
  const sidecars = uses.map(({ path }) => ({
    path: path + SIDECAR_SUFFIX,
    decide: (): Decision => {
      const text = archive.text(path);
      return text ? retag(text, retagging(mapping)) : { ok: false, why: `${path} is gone. Nothing was changed.` };
    },
  }));
  return [...parts, ...sidecars];
}

/** The whole change as one decision; refused if any part of it is. */
export function changeTag(archive: OpenArchive, change: TagChange): Decision {
  const why = refuseTagChange(archive, change);
  return why === null ? decideAll(tagChangeParts(archive, change)) : { ok: false, why };
}

/** Changes the record of a tag in the codebook, such as its colour or its description. Adds a record if there is none. */
export function changeTagFields(archive: OpenArchive, tag: string, fields: TagFields): Decision {
  return fromWritten(MANIFEST_FILE, archive.manifestText, describeTag(archive.manifest, tag, fields));
}

/** Gives each tag its id after a change: a new one, the same, or null if it is removed. */
function mappingOf(change: TagChange): TagMapping {
  const { tag: from } = change;
  switch (change.kind) {
    case 'delete':
      return (tag) => (isKindOf(tag, from) ? null : tag);
    case 'rename':
      return (tag) => (isKindOf(tag, from) ? change.to + tag.slice(from.length) : tag);
    case 'merge':
      // If a tag is merged into a kind of it, that kind stays as it is.
      return (tag) =>
        isKindOf(tag, from) && !(isKindOf(change.into, from) && isKindOf(tag, change.into))
          ? change.into + tag.slice(from.length)
          : tag;
  }
}

function retagging(mapping: TagMapping): Retagging {
  return ({ tags }) => tags.flatMap((tag) => mapping(tag) ?? []);
}

/** The reason why the ids after a change are not possible; null if they are. */
function refuseTarget(ids: readonly string[], change: TagChange): string | null {
  if (change.kind === 'delete') return null;
  const { tag } = change;
  const target = change.kind === 'rename' ? change.to : change.into;
  if (target === tag) return `The tag is called ${quoted(tag)} already.`;
  const mapping = mappingOf(change);
  const results = ids.filter((id) => mapping(id) !== id).map((id) => mapping(id) ?? '');
  const unfit = results.find((id) => !isId(id));
  if (unfit !== undefined) {
    return `${quoted(unfit)} cannot be a tag. Use letters, digits, hyphens, and “/” for kinds, 120 characters at most.`;
  }
  if (change.kind === 'merge') return ids.includes(target) ? null : `There is no tag ${quoted(target)}.`;
  if (isKindOf(target, tag)) return `${quoted(target)} would be a kind of ${quoted(tag)} itself. Choose another place.`;
  const others = new Set(ids.filter((id) => !isKindOf(id, tag)));
  const taken = results.find((id) => others.has(id));
  return taken === undefined ? null : `There is a tag ${quoted(taken)} already. Merge the two to put them together.`;
}

/** The reason why a file of the change cannot be written; null if all can. A sidecar counts if the tag stands anywhere in its text. */
function refuseFiles(archive: OpenArchive, change: TagChange): string | null {
  const parts = tagChangeParts(archive, change);
  if (parts.length > 0 && parts[0]?.path === MANIFEST_FILE && !archive.manifest.writable) {
    return `${MANIFEST_FILE} cannot be written: ${firstError(archive.manifest)} Nothing was changed.`;
  }
  if (change.kind === 'delete' && !change.annotations) return null;
  for (const { path, sidecar, sidecarText } of archive.texts) {
    if (sidecar.writable || !sidecarText?.includes(change.tag)) continue;
    return `${path}${SIDECAR_SUFFIX} cannot be written: ${firstError(sidecar)} Nothing was changed.`;
  }
  return null;
}

function firstError({ problems }: { readonly problems: OpenArchive['manifest']['problems'] }): string {
  return problems.find(({ severity }) => severity === 'error')?.message ?? 'it cannot be read.';
}
