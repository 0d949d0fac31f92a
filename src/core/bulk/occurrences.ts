import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';
import { refusePlace } from '../decide/annotate';
import { isCertain, mentionsIn } from '../lists/mentions';
import type { Post } from '../posts/post';
import type { StoredAnnotation } from '../sidecar/annotation';
import { contains, type Span } from '../text/span';
import { findText, type TextQuery } from './find-text';

/** What occurs: a text, or an entity under any of its spellings. */
export type Subject =
  { readonly kind: 'text'; readonly query: TextQuery } | { readonly kind: 'entity'; readonly entity: string };

/** Where to look. */
export type Scope =
  | { readonly kind: 'archive' }
  | { readonly kind: 'file'; readonly path: string }
  /** `post` is the post's id. */
  | { readonly kind: 'post'; readonly path: string; readonly post: string }
  | { readonly kind: 'selection'; readonly path: string; readonly spans: readonly Span[] };

/** A place where the subject occurs. */
export interface Occurrence {
  readonly path: string;
  readonly span: Span;
  /** The post that holds it; null outside of posts. */
  readonly post: Post | null;
  /** What people have said about just this passage; “not this entity” speaks of the mention and is left out. */
  readonly annotations: readonly StoredAnnotation[];
}

/** Where a subject occurs, file by file in the order of paths, in each in the order of the text. */
export function findOccurrences(archive: OpenArchive, subject: Subject, scope: Scope): Occurrence[] {
  const texts = scope.kind === 'archive' ? archive.texts : [archive.text(scope.path)];
  const all = texts.flatMap((text) => (text ? occurrencesIn(text, subject) : []));
  return all.filter((occurrence) => inScope(occurrence, scope));
}

/** Where a subject occurs in one text. No two places overlap, and each lies in one post, as passages do that can be annotated. */
export function occurrencesIn(text: ArchiveText, subject: Subject): Occurrence[] {
  const spans =
    subject.kind === 'text'
      ? findText(text.text, text.whole, subject.query)
      : // What may mean somebody else is for a person to decide first.
        mentionsIn(text, subject.entity)
          .filter(isCertain)
          .map((mention) => mention.span);
  if (spans.length === 0) return [];
  const said = annotationsBySpan(text);
  const found: Occurrence[] = [];
  let last = 0;
  for (const span of spans) {
    if (span.start < last || refusePlace(text, span) !== null) continue;
    last = span.end;
    found.push({ path: text.path, span, post: text.postAt(span.start), annotations: said.get(keyOf(span)) ?? [] });
  }
  return found;
}

/** Whether a place lies where one is looking. */
export function inScope({ path, span, post }: Pick<Occurrence, 'path' | 'span' | 'post'>, scope: Scope): boolean {
  switch (scope.kind) {
    case 'archive':
      return true;
    case 'file':
      return path === scope.path;
    case 'post':
      return path === scope.path && post?.id === scope.post;
    case 'selection':
      return path === scope.path && scope.spans.some((selected) => contains(selected, span));
  }
}

/** Whether anybody has tagged the passage. */
export function isTagged({ annotations }: Occurrence): boolean {
  return annotations.some(({ tags }) => tags.length > 0);
}

/** The annotations of a text by the passage that they speak of. */
function annotationsBySpan(text: ArchiveText): ReadonlyMap<string, StoredAnnotation[]> {
  const said = new Map<string, StoredAnnotation[]>();
  for (const { annotation, anchor } of text.annotations) {
    if (!anchor.span || annotation.not !== null) continue;
    const key = keyOf(anchor.span);
    said.set(key, [...(said.get(key) ?? []), annotation]);
  }
  return said;
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}
