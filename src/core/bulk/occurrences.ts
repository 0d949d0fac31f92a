import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';
import { refusePlace } from '../decide/annotate';
import { isCertain, mentionsIn } from '../lists/mentions';
import type { Post } from '../posts/post';
import type { StoredAnnotation } from '../sidecar/annotation';
import { contains, type Span } from '../text/span';
import { findText, type TextQuery } from './find-text';

/** The subject of a search: a text, or an entity under any of its spellings. */
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
  /** The annotations of exactly this passage, without those that reject an entity: they are about the mention. */
  readonly annotations: readonly StoredAnnotation[];
}

/** The places of a subject, file by file in the order of paths, and in each in the order of the text. */
export function findOccurrences(archive: OpenArchive, subject: Subject, scope: Scope): Occurrence[] {
  const texts = scope.kind === 'archive' ? archive.texts : [archive.text(scope.path)];
  const all = texts.flatMap((text) => (text ? occurrencesIn(text, subject) : []));
  return all.filter((occurrence) => inScope(occurrence, scope));
}

/** The places of a subject in one text that can be annotated. They do not overlap, and each lies within one post. */
function occurrencesIn(text: ArchiveText, subject: Subject): Occurrence[] {
  const spans =
    subject.kind === 'text'
      ? findText(text.text, text.whole, subject.query)
      : // A mention that may mean another entity is left out: a person must decide about it first.
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

/** Whether a place lies within a scope. */
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

/** Whether the passage has a tag. */
export function isTagged({ annotations }: Occurrence): boolean {
  return annotations.some(({ tags }) => tags.length > 0);
}

/** The annotations of a text by their passage. */
function annotationsBySpan(text: ArchiveText): ReadonlyMap<string, StoredAnnotation[]> {
  const said = new Map<string, StoredAnnotation[]>();
  for (const { annotation, anchor } of text.annotations) {
    if (!anchor.span || annotation.not !== null) continue;
    const key = keyOf(anchor.span);
    const same = said.get(key);
    if (same) same.push(annotation);
    else said.set(key, [annotation]);
  }
  return said;
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}
