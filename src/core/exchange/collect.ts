import type { PlacedAnnotation } from '../anchor/placed-annotation';
import type { ArchiveText } from '../archive/archive-text';
import type { OpenArchive } from '../archive/open-archive';
import { contentHash } from '../indexing/content-hash';
import type { Mention } from '../mentions/mention';
import type { Post } from '../posts/post';
import type { Annotation } from '../sidecar/annotation';
import { writeCopy } from '../sidecar/copy';
import { contains, type Span } from '../text/span';
import type { Losses } from './losses';
import {
  NO_DOCUMENT,
  NO_SPAN,
  type Exchange,
  type ExchangeDocument,
  type ExchangePost,
  type ExchangeSpan,
} from './model';
import { documentNames, type DocumentNames } from './names';
import { LineFeeds, withLineFeeds } from './offsets';

/** What of an archive goes out. */
export interface CollectOptions {
  /** Whether a document is a post, or a whole file. */
  readonly per: 'post' | 'file';
  /** Which mentions go out besides the annotations: none, those that a person decided for a whole post, or all. */
  readonly mentions: 'none' | 'decided' | 'all';
}

/** The archive as plain values: all its texts, with their annotations in the order of the sidecars. */
export function collect(archive: OpenArchive, options: CollectOptions, losses: Losses): Exchange {
  const names = documentNames(archive.texts);
  const documents = archive.texts.flatMap((text) => {
    const own = names.get(text);
    return own ? documentsOf(text, own, options, losses) : [];
  });
  const { manifest, registry } = archive;
  const known = new Set(manifest.tags.map(({ id }) => id));
  const used = new Set(documents.flatMap(({ spans }) => spans.flatMap(({ tags }) => tags)));
  const others = [...used].filter((id) => !known.has(id)).sort();
  return {
    documents,
    tags: [...manifest.tags, ...others.map((id) => ({ id, description: null, color: null }))],
    entities: registry.entities,
  };
}

/** What a span is before it is known which document it belongs to: its place counts in the archive's text. */
interface Found {
  readonly at: Span | null;
  readonly post: Post | null;
  readonly span: ExchangeSpan;
}

function documentsOf(
  text: ArchiveText,
  names: DocumentNames,
  { per, mentions }: CollectOptions,
  losses: Losses,
): ExchangeDocument[] {
  const lines = new LineFeeds(text.text);
  const posts = new Map(text.posts.map((post) => [post.id, post]));
  const found = text.annotations.map((placed) => foundAnnotation(text, posts, placed));
  if (mentions !== 'none') found.push(...mentionsOf(text, mentions, per, losses));
  const documentOf = (part: Span, spans: readonly Found[]) => {
    const start = lines.shortOf(part.start);
    const content = lines.text.slice(start, lines.shortOf(part.end));
    return { content, spans: spans.map((one) => spanIn(content, start, lines, one)) };
  };
  const whole = { start: 0, end: text.text.length };
  const byPost = new Map<Post | null, Found[]>();
  for (const one of found) {
    const holder = per === 'post' ? one.post : null;
    const list = byPost.get(holder);
    if (list) list.push(one);
    else byPost.set(holder, [one]);
  }
  const documents: ExchangeDocument[] = [];
  // What lies in no post, or in two, goes into a document of the whole file.
  const outside = byPost.get(null) ?? [];
  if (per === 'file' || outside.length > 0 || text.posts.length === 0) {
    const { content, spans } = documentOf(whole, outside);
    const version = contentHash(content);
    documents.push({ ...NO_DOCUMENT, name: names.file, file: text.path, text: content, version, spans });
  }
  for (const post of per === 'post' ? text.posts : []) {
    const { content, spans } = documentOf(post.span, byPost.get(post) ?? []);
    const name = names.posts.get(post) ?? names.file;
    documents.push({ ...NO_DOCUMENT, name, file: text.path, post: postOf(post), text: content, spans });
  }
  return documents;
}

function foundAnnotation(
  text: ArchiveText,
  posts: ReadonlyMap<string, Post>,
  { annotation, anchor }: PlacedAnnotation,
): Found {
  const at = anchor.state === 'exact' ? anchor.span : null;
  const post = at ? holderOf(text, at) : (posts.get(annotation.post ?? '') ?? null);
  const { id, quote, before, after, tags, entity, not, note, by, on } = annotation;
  const copy = annotation.copy === null ? null : writeCopy(annotation.copy);
  const own = { id, before, after, copy, tags: [...new Set(tags)], entity, not, note, by, on };
  const span = { ...NO_SPAN, ...own, quote: withLineFeeds(quote), scope: scopeOf(annotation) };
  return { at, post, span: { ...span, post: post ? postOf(post) : null } };
}

function scopeOf({ scope }: Annotation): string | null {
  return scope === null || typeof scope === 'string' ? scope : scope.unknown;
}

/** The mentions that are no annotation's own. An ambiguous one says nothing certain, and stays here. */
function mentionsOf(text: ArchiveText, which: 'decided' | 'all', per: 'post' | 'file', losses: Losses): Found[] {
  const keyOf = ({ start, end }: Span, entity: string) => `${start}-${end}-${entity}`;
  const stored = new Set(
    text.annotations.flatMap(({ annotation: { entity }, anchor: { span } }) =>
      entity !== null && span ? [keyOf(span, entity)] : [],
    ),
  );
  const wanted = (mention: Mention) =>
    (which === 'all' || mention.decided) && !stored.has(keyOf(mention.span, mention.entity.id));
  return text.mentions.filter(wanted).flatMap((mention): Found[] => {
    const post = holderOf(text, mention.span);
    if (mention.others.length > 0) {
      losses.add('mention', 'The name may mean several entities, and nobody has decided which.');
      return [];
    }
    if (per === 'post' && !post) {
      losses.add('mention', 'It stands outside of all posts.');
      return [];
    }
    const span = { ...NO_SPAN, post: post && postOf(post), entity: mention.entity.id, computed: true };
    return [{ at: mention.span, post, span }];
  });
}

/** The post that holds all of a place; null where none does. */
function holderOf(text: ArchiveText, place: Span): Post | null {
  const post = text.postAt(place.start);
  return post && contains(post.span, place) ? post : null;
}

function postOf({ id, title, date, source, author }: Post): ExchangePost {
  return { id, title, date, source, author };
}

/** @param start where the document starts in the text with LF */
function spanIn(content: string, start: number, lines: LineFeeds, { at, span }: Found): ExchangeSpan {
  if (!at) return span;
  const place = { start: lines.shortOf(at.start) - start, end: lines.shortOf(at.end) - start };
  const quote = content.slice(place.start, place.end);
  const before =
    span.before === null
      ? null
      : asWritten(span.before, (n) => content.slice(Math.max(0, place.start - n), place.start));
  const after = span.after === null ? null : asWritten(span.after, (n) => content.slice(place.end, place.end + n));
  return { ...span, place, quote, before, after };
}

/**
 * Surroundings with the white space that the text has in them and next to the passage, which a record leaves out: other tools look for the
 * very characters. Surroundings that have changed stay as they are stored.
 *
 * @param take gives the text of a length next to the passage
 */
function asWritten(stored: string, take: (length: number) => string): string {
  for (let length = stored.length; length <= 2 * stored.length + 8; length++) {
    const raw = take(length);
    if (raw.replace(/\s+/g, ' ').trim() === stored) return raw;
  }
  return stored;
}
