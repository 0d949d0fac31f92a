import type { Post } from '../posts/post';
import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { memo } from '../memo';
import { namedPosts } from '../posts/named-posts';
import { postAt } from '../posts/post-at';

// Annotations as views list them: by place, by post, by tag. Plain data.

/** An annotation with its text. */
export interface AnnotationEntry extends PlacedAnnotation {
  /** The path of the text. */
  readonly path: string;
}

/** A tag with its annotations, and the tags below it. */
export interface TagGroup {
  /** The tag's id; null for the annotations that have no tag. */
  readonly id: string | null;
  /** The last part of the id: `unsourced` of `claim/unsourced`. */
  readonly name: string;
  /** Whether the codebook has the tag or a tag below it. */
  readonly known: boolean;
  /** How many annotations have the tag or a tag below it, each counted once. */
  readonly count: number;
  readonly kinds: readonly TagGroup[];
  readonly annotations: readonly AnnotationEntry[];
}

/** The annotations of a text in the order of their places; those without a place are last. */
export function listAnnotations(text: ArchiveText): AnnotationEntry[] {
  const entries = text.annotations.map((placed) => ({ ...placed, path: text.path }));
  return entries.sort((a, b) => placeOf(a) - placeOf(b) || a.annotation.index - b.annotation.index);
}

/** The annotations of one post. */
export function annotationsOfPost(text: ArchiveText, post: Post): readonly AnnotationEntry[] {
  return byPost(text).get(post.id) ?? [];
}

/** The annotations of a text by the ids of their posts, kept as long as neither text nor sidecar changes: lists ask for every post. */
const byPost = memo(
  (text: ArchiveText): ReadonlyMap<string, readonly AnnotationEntry[]> => {
    const found = new Map<string, AnnotationEntry[]>();
    for (const entry of listAnnotations(text)) {
      const post = ownerOf(text, entry);
      if (post) push(found, post.id, entry);
    }
    return found;
  },
  ({ annotations }) => annotations,
);

/** The annotations of an archive by tag: the codebook's tags in its order, then others by name, then annotations without a tag. */
export function annotationsByTag(archive: OpenArchive): TagGroup[] {
  const tagged = new Map<string, AnnotationEntry[]>();
  const untagged: AnnotationEntry[] = [];
  for (const entry of archive.texts.flatMap(listAnnotations)) {
    if (entry.annotation.tags.length === 0) untagged.push(entry);
    for (const tag of new Set(entry.annotation.tags)) push(tagged, tag, entry);
  }
  const codebook = archive.manifest.tags.map((tag) => tag.id);
  const known = new Set(codebook.flatMap(withAncestors));
  const others = [...tagged.keys()].filter((tag) => !known.has(tag)).sort();
  const kinds = new Map<string, string[]>();
  for (const id of new Set([...codebook, ...others].flatMap(withAncestors))) push(kinds, parentOf(id), id);
  const groups = (parent: string): TagGroup[] => (kinds.get(parent) ?? []).map(group).filter(({ count }) => count > 0);
  const group = (id: string): TagGroup => {
    const below = groups(id);
    const annotations = tagged.get(id) ?? [];
    const all = new Set([annotations, ...below.map(entriesOf)].flat());
    return { id, name: lastPart(id), known: known.has(id), count: all.size, kinds: below, annotations };
  };
  if (untagged.length === 0) return groups('');
  const rest = { id: null, name: '', known: true, count: untagged.length, kinds: [], annotations: untagged };
  return [...groups(''), rest];
}

/** The post of an annotation: the post that holds its place, or if it has no place, the post that its record names. */
export function ownerOf(text: ArchiveText, { annotation, anchor }: PlacedAnnotation): Post | null {
  if (anchor.span) return postAt(text.posts, anchor.span.start);
  return annotation.post === null ? null : namedPosts(text.posts).find(annotation.post);
}

/** A tag with the tags above it, from the most general: `claim`, `claim/unsourced`. */
export function withAncestors(tag: string): string[] {
  // No tag of a codebook is longer. A hand-written one of any length stays in one piece.
  if (tag.length > 120) return [tag];
  const parts = tag.split('/');
  return parts.map((_, i) => parts.slice(0, i + 1).join('/')).filter((id) => id !== '');
}

function entriesOf(group: TagGroup): AnnotationEntry[] {
  return [...group.annotations, ...group.kinds.flatMap(entriesOf)];
}

function parentOf(tag: string): string {
  if (tag.length > 120) return '';
  return tag.slice(0, Math.max(0, tag.lastIndexOf('/')));
}

function lastPart(tag: string): string {
  return tag.slice(tag.lastIndexOf('/') + 1) || tag;
}

/** The offset of an annotation, or of its likeliest candidate if it has no place; infinite if it has neither. */
function placeOf({ anchor }: PlacedAnnotation): number {
  return anchor.span?.start ?? anchor.candidates[0]?.span.start ?? Infinity;
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
