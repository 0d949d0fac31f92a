import type { Post } from '../posts/post';
import { ownerOf } from './annotation-list';
import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';
import type { PlacedAnnotation } from '../anchor/placed-annotation';

// The posts of an archive as views list them: sorted and grouped. Plain data.

/** A post as lists show it. */
export interface PostEntry {
  /** The path of its text. */
  readonly path: string;
  readonly post: Post;
  /** Its index in the text. */
  readonly index: number;
  /** Whether its text holds no other post. */
  readonly alone: boolean;
  readonly annotations: number;
  /** The tags of its annotations, each once. */
  readonly tags: readonly string[];
}

/** The orders of posts: by date, title, place in the file, or number of annotations. */
export const POST_ORDERS = ['newest', 'oldest', 'title', 'file', 'annotated'] as const;
export type PostOrder = (typeof POST_ORDERS)[number];

/** The posts of one year; the undated ones where it is null. */
export interface YearGroup {
  readonly year: string | null;
  readonly entries: readonly PostEntry[];
}

/** The posts of a file that holds several, or of a folder whose files hold one each. */
export interface PostGroup {
  readonly kind: 'file' | 'folder';
  /** The path of the file or folder; empty for the archive's own folder. */
  readonly path: string;
  readonly entries: readonly PostEntry[];
  /** Null unless posts are sorted by date. */
  readonly years: readonly YearGroup[] | null;
}

/** All posts of an archive: text by text in the order of their paths, in each in the order of the text. */
export function listPosts(archive: OpenArchive): PostEntry[] {
  return archive.texts.flatMap(postsOf);
}

/** The label of a post: its title, or if it has none, the name of its file. */
export function postLabel({ path, post }: Pick<PostEntry, 'path' | 'post'>): string {
  return post.title ?? path.slice(path.lastIndexOf('/') + 1);
}

/** Sorts posts. Posts that are equal in an order stay in the order of the files; undated posts come last in orders of dates. */
export function sortPosts(entries: readonly PostEntry[], order: PostOrder): PostEntry[] {
  const labels = new Map(order === 'title' ? entries.map((entry) => [entry, postLabel(entry)]) : []);
  const compare: Record<PostOrder, (a: PostEntry, b: PostEntry) => number> = {
    newest: (a, b) => byDate(a, b, -1),
    oldest: (a, b) => byDate(a, b, 1),
    title: (a, b) => BY_TITLE.compare(labels.get(a) ?? '', labels.get(b) ?? ''),
    file: () => 0,
    annotated: (a, b) => b.annotations - a.annotations || byDate(a, b, -1),
  };
  return [...entries].sort((a, b) => compare[order](a, b) || byFile(a, b));
}

/** Groups posts by file or folder, and in orders of dates by year. Groups without a post are left out. */
export function groupPosts(entries: readonly PostEntry[], order: PostOrder): PostGroup[] {
  const groups = new Map<string, { kind: PostGroup['kind']; path: string; entries: PostEntry[] }>();
  for (const entry of sortPosts(entries, order)) {
    const path = entry.alone ? entry.path.slice(0, Math.max(0, entry.path.lastIndexOf('/'))) : entry.path;
    const kind = entry.alone ? 'folder' : 'file';
    const group = groups.get(`${kind} ${path}`);
    if (group) group.entries.push(entry);
    else groups.set(`${kind} ${path}`, { kind, path, entries: [entry] });
  }
  const dated = order === 'newest' || order === 'oldest';
  return [...groups.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((group) => ({ ...group, years: dated ? byYear(group.entries) : null }));
}

/** `12 Mar 2017` for `2017-03-12`. */
export function shortDate(date: string): string {
  return spell(date, 3);
}

/** `12 March 2017` for `2017-03-12`, for screen readers. */
export function longDate(date: string): string {
  return spell(date, Infinity);
}

function spell(date: string, letters: number): string {
  const [year = '', month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} ${name.slice(0, letters)} ${year}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A text's entries, kept as long as the text has the same lists of posts and annotations. */
function postsOf(text: ArchiveText): readonly PostEntry[] {
  const { posts, annotations } = text;
  const known = KNOWN.get(posts);
  if (known?.annotations === annotations) return known.entries;
  const owned = new Map<string, { count: number; tags: Set<string> }>();
  for (const placed of annotations) {
    const id = ownerOf(text, placed)?.id;
    if (id === undefined) continue;
    const own = owned.get(id) ?? { count: 0, tags: new Set() };
    own.count++;
    for (const tag of placed.annotation.tags) own.tags.add(tag);
    owned.set(id, own);
  }
  const entries = posts.map((post, index) => {
    const own = owned.get(post.id);
    const tags = [...(own?.tags ?? [])];
    return { path: text.path, post, index, alone: posts.length === 1, annotations: own?.count ?? 0, tags };
  });
  KNOWN.set(posts, { annotations, entries });
  return entries;
}

/** By the list of posts itself, which never changes once it is made. */
const KNOWN = new WeakMap<
  readonly Post[],
  { readonly annotations: readonly PlacedAnnotation[]; readonly entries: readonly PostEntry[] }
>();

function byYear(sorted: readonly PostEntry[]): YearGroup[] {
  const years = new Map<string | null, PostEntry[]>();
  for (const entry of sorted) {
    const year = entry.post.date?.slice(0, 4) ?? null;
    const list = years.get(year);
    if (list) list.push(entry);
    else years.set(year, [entry]);
  }
  return [...years].map(([year, entries]) => ({ year, entries }));
}

function byDate(a: PostEntry, b: PostEntry, direction: 1 | -1): number {
  const [first, second] = [a.post.date, b.post.date];
  if (first === second) return 0;
  if (first === null || second === null) return first === null ? 1 : -1;
  return first < second ? -direction : direction;
}

function byFile(a: PostEntry, b: PostEntry): number {
  return a.path === b.path ? a.index - b.index : a.path < b.path ? -1 : 1;
}

/** Ignores punctuation, sorts 2 before 10, and gives the same order on every machine, whatever its language. */
const BY_TITLE = new Intl.Collator('en', { numeric: true, ignorePunctuation: true });
