import { memo } from '../memo';
import { fold } from '../text/comparable';
import { fuzzySearch } from '../text/fuzzy';
import { withAncestors } from './annotation-list';
import type { OpenArchive } from '../archive/open-archive';
import { countPostsByEntity, postsMentioning } from './entity-list';
import { postLabel, type PostEntry } from './post-list';

/** The properties by which posts can be filtered. */
export const FILTER_KINDS = ['text', 'source', 'author', 'tag', 'entity'] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];

/** A filter of posts: at most one value of each kind. A post must fit all of them. */
export type PostFilter = Readonly<Partial<Record<FilterKind, FilterValue>>>;

/** One value of a filter. */
export interface FilterValue {
  /** Identifies the value: the words for `text`, an id for `tag` and `entity`, the folded spelling for the others. */
  readonly key: string;
  /** The value as people see it. */
  readonly label: string;
}

/** A value with the number of posts that have it. */
export interface CountedValue extends FilterValue {
  readonly posts: number;
}

/** The posts of an archive that fit a filter, in their order. */
export function filterPosts(
  archive: OpenArchive,
  entries: readonly PostEntry[],
  filter: PostFilter,
): readonly PostEntry[] {
  const { text, source, author, tag, entity } = filter;
  let left = entries;
  if (source) left = left.filter(({ post }) => spellingKey(post.source) === source.key);
  if (author) left = left.filter(({ post }) => post.authors.some((name) => spellingKey(name) === author.key));
  if (tag) left = left.filter(({ tags }) => tags.some((own) => withAncestors(own).includes(tag.key)));
  if (entity) {
    const mentioning = new Set(
      postsMentioning(archive, entity.key).map(({ path, post }) => `${path}\n${post?.id ?? ''}`),
    );
    left = left.filter(({ path, post }) => mentioning.has(`${path}\n${post.id}`));
  }
  if (text) left = withWords(archive, left, text.key);
  return left;
}

/** The values of a kind in the posts of some archives, most frequent first. None for `text`, which people type. */
export function filterValues(
  lists: readonly { readonly archive: OpenArchive; readonly entries: readonly PostEntry[] }[],
  kind: FilterKind,
): CountedValue[] {
  const counts = new Map<string, Map<string, number>>();
  const count = (key: string | null, label: string, posts = 1) => {
    if (key === null) return;
    const labels = counts.get(key) ?? new Map<string, number>();
    labels.set(label, (labels.get(label) ?? 0) + posts);
    counts.set(key, labels);
  };
  for (const { archive, entries } of lists) {
    if (kind === 'entity') countEntities(archive, entries, count);
    for (const { post, tags } of entries) {
      if (kind === 'source' && post.source) count(spellingKey(post.source), post.source);
      if (kind === 'author') {
        for (const [key, name] of new Map(post.authors.map((name) => [spellingKey(name), name]))) count(key, name);
      }
      if (kind === 'tag') for (const tag of new Set(tags.flatMap(withAncestors))) count(tag, tag);
    }
  }
  return [...counts]
    .map(([key, labels]) => {
      const [label = key] = [...labels].sort((a, b) => b[1] - a[1])[0] ?? [];
      return { key, label, posts: [...labels.values()].reduce((sum, posts) => sum + posts, 0) };
    })
    .sort((a, b) => b.posts - a.posts || BY_LABEL.compare(a.label, b.label));
}

/** A name in a form that is equal for spellings such as `DEBKAfile` and `DebkaFile`. Null where there is no name. */
function spellingKey(name: string | null): string | null {
  return name === null ? null : plain(name).trim();
}

function countEntities(
  archive: OpenArchive,
  entries: readonly PostEntry[],
  count: (key: string, label: string, posts: number) => void,
): void {
  const among = new Set(entries.map(({ post }) => post));
  for (const text of archive.texts) {
    for (const [id, posts] of countPostsByEntity(text, (post) => among.has(post))) {
      count(id, archive.registry.byId.get(id)?.name ?? id, posts);
    }
  }
}

/** The posts whose header fits the words, typos and parts of words included, or whose body has all of them as typed. */
function withWords(archive: OpenArchive, entries: readonly PostEntry[], query: string): PostEntry[] {
  const byHeader = fuzzySearch(entries, headerTexts);
  const fit = new Set(byHeader(query));
  const words = plain(query)
    .split(' ')
    .filter((word) => word !== '');
  return entries.filter((entry) => {
    if (fit.has(entry)) return true;
    const { post, path } = entry;
    const body = bodyOf({ archive, path, post });
    return words.every((word) => body.includes(word));
  });
}

/** The texts of a post's header that a search for its name looks at. */
export function headerTexts(entry: PostEntry): string[] {
  const { date, source, author } = entry.post;
  return [postLabel(entry), date, source, author].filter((text) => text !== null);
}

/** Folded bodies of posts, kept as a search needs all of them at every typed letter. */
const bodyOf = memo(
  ({ archive, path, post }: Pick<PostEntry, 'path' | 'post'> & { readonly archive: OpenArchive }) =>
    plain(archive.text(path)?.text.slice(post.span.start, post.span.end) ?? ''),
  ({ post }) => post,
);

/** A text without the differences that people do not type: case, accents, kinds of quotation marks and spaces. */
function plain(text: string): string {
  return fold(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

const BY_LABEL = new Intl.Collator('en', { numeric: true });
