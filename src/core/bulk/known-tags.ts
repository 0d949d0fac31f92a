import { withAncestors } from '../lists/annotation-list';
import type { OpenArchive } from '../archive/open-archive';

/** A tag of the codebook, a tag of annotations, or an ancestor of one (`claim` of `claim/unsourced`). */
export interface KnownTag {
  readonly id: string;
  readonly inCodebook: boolean;
  /** How many annotations have the tag itself; kinds of it do not count. */
  readonly annotations: number;
}

/** All tags of an archive: those of the codebook in its order, then the others by name; each directly behind its parent. */
export function knownTags(archive: OpenArchive): KnownTag[] {
  const counts = new Map<string, number>();
  for (const text of archive.texts) {
    for (const { tags } of text.sidecar.annotations) {
      for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  const codebook = new Set(archive.manifest.tags.map(({ id }) => id));
  const all = new Set([...codebook].flatMap(withAncestors));
  for (const tag of [...counts.keys()].sort()) for (const id of withAncestors(tag)) all.add(id);
  const known = [...all].map((id) => ({ id, inCodebook: codebook.has(id), annotations: counts.get(id) ?? 0 }));
  return inTreeOrder(known);
}

/** Puts each tag behind its parent, and otherwise keeps the order. */
function inTreeOrder(tags: readonly KnownTag[]): KnownTag[] {
  const rank = new Map(tags.map(({ id }, i) => [id, i]));
  const path = ({ id }: KnownTag) => withAncestors(id).map((ancestor) => rank.get(ancestor) ?? tags.length);
  return tags
    .map((tag) => ({ tag, path: path(tag) }))
    .sort((a, b) => compare(a.path, b.path))
    .map(({ tag }) => tag);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
