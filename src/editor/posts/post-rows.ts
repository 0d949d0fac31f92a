import {
  filterPosts,
  groupPosts,
  listPosts,
  longDate,
  postLabel,
  shortDate,
  type PostEntry,
  type PostFilter,
  type PostGroup,
  type PostOrder,
} from '../../core/lists';
import { visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import { postRowId } from '../rows/post-row-id';
import type { Row } from '../rows/rows';
import { joined, many } from '../ui/words';

/** Up to this many posts are shown at once; more are folded into their years. */
const UNFOLDED_POSTS = 40;

/** The posts of an archive that fit the filter, and the number of all its posts. */
export interface ShownPosts {
  readonly archive: Archive;
  readonly entries: readonly PostEntry[];
  readonly all: number;
}

/** The posts to draw, by archive. */
export function shownPosts(archives: readonly Archive[], filter: PostFilter): ShownPosts[] {
  return archives.map((archive) => {
    const entries = listPosts(archive.core);
    return { archive, entries: filterPosts(archive.core, entries, filter), all: entries.length };
  });
}

/** Archive → file or folder → year → post. A single archive has no row; years have rows only where posts are sorted by date. */
export function postRows(lists: readonly ShownPosts[], order: PostOrder): Row[] {
  const some = lists.filter(({ entries }) => entries.length > 0);
  const posts = some.reduce((sum, { entries }) => sum + entries.length, 0);
  const unfolded = posts <= UNFOLDED_POSTS;
  if (lists.length < 2) return some.flatMap(({ archive, entries }) => groupRows(archive, entries, order, unfolded));
  return some.map(({ archive, entries }) => ({
    id: archive.root.toString(),
    node: { kind: 'branch' },
    label: visible(archive.name),
    description: many(entries.length, 'post'),
    spoken: `Archive ${visible(archive.name)}, ${many(entries.length, 'post')}`,
    icon: 'library',
    unfolded: true,
    tooltip: () => visible(archive.root.fsPath),
    children: () => groupRows(archive, entries, order, unfolded),
  }));
}

function groupRows(archive: Archive, entries: readonly PostEntry[], order: PostOrder, unfolded: boolean): Row[] {
  const groups = groupPosts(entries, order);
  const names = groups.map(({ path }) => baseName(path));
  return groups.map((group, i) => {
    const name = visible(names[i] || archive.name);
    // Two files with the same name also show their folders.
    const folder =
      names.indexOf(names[i] ?? '') === names.lastIndexOf(names[i] ?? '') ? null : visible(folderOf(group.path));
    const count = many(group.entries.length, 'post');
    return {
      id: `${archive.root.toString()}\n${group.kind}\n${group.path}`,
      node: { kind: 'branch' },
      label: name,
      description: joined([count, folder]),
      spoken: joined(
        [group.kind === 'file' ? `File ${name}` : `Folder ${name}`, folder && `in ${folder}`, count],
        ', ',
      ),
      icon: group.kind === 'file' ? 'archive' : 'folder',
      unfolded: unfolded || groups.length === 1,
      tooltip: () => visible(group.path || archive.name),
      children: () => inGroup(archive, group, unfolded),
    };
  });
}

function inGroup(archive: Archive, group: PostGroup, unfolded: boolean): Row[] {
  if (!group.years) return group.entries.map((entry) => postRow(archive, entry));
  return group.years.map(({ year, entries }) => {
    const count = many(entries.length, 'post');
    return {
      id: `${archive.root.toString()}\nyear\n${group.path}\n${year ?? ''}`,
      node: { kind: 'branch' },
      label: year ?? 'Undated',
      description: count,
      spoken: `${year ?? 'Undated'}, ${count}`,
      icon: 'calendar',
      unfolded: unfolded || group.years?.length === 1,
      tooltip: () =>
        year === null ? 'Their texts give no date, or none that can be understood.' : `${count} of ${year}`,
      children: () => entries.map((entry) => postRow(archive, entry)),
    };
  });
}

function postRow(archive: Archive, entry: PostEntry): Row {
  const { path, post, annotations } = entry;
  const label = visible(postLabel(entry));
  const source = post.source === null ? null : visible(post.source);
  const author = post.author === null ? null : visible(post.author);
  const annotated = annotations > 0 ? many(annotations, 'annotation') : null;
  const tags = entry.tags.length > 0 ? `Tags: ${entry.tags.map(visible).join(', ')}` : null;
  return {
    id: postRowId(archive, path, post.id),
    node: { kind: 'post', archive, path, postId: post.id },
    label,
    description: joined([post.date && shortDate(post.date), source, annotated]),
    spoken: joined(
      [label, post.date ? longDate(post.date) : 'undated', source, author && `by ${author}`, annotated],
      ', ',
    ),
    icon: annotations > 0 ? 'note' : 'file',
    menu: 'post',
    opens: { archive: archive.root.toString(), path, post: post.id },
    tooltip: () =>
      joined(
        [label, joined([post.date && longDate(post.date), source, author]), visible(path), joined([annotated, tags])],
        '\n',
      ),
  };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
