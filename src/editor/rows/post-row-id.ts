import type { Archive } from '../archive/archive';

/** The row of a post, by what names it. */
export function postRowId(archive: Archive, path: string, postId: string): string {
  return `${archive.root.toString()}\npost\n${path}\n${postId}`;
}
