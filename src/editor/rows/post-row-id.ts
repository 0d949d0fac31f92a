import type { Archive } from '../archive/archive';

/** The id of the row of a post. */
export function postRowId(archive: Archive, path: string, postId: string): string {
  return `${archive.root.toString()}\npost\n${path}\n${postId}`;
}
