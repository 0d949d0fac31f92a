import { readFormat, type FormatName, type PostFile } from './formats';

export interface ReadPostsOptions {
  /** `auto` is the default. */
  readonly format?: FormatName;
  /** The path of the file, with `/`: it can tell the date of a single post, gives it a name, and tells Markdown. */
  readonly path?: string;
}

/**
 * Reads the posts of a text. Offsets are UTF-16 code units into the text as given, with its own line endings.
 *
 * Never throws: fields that cannot be read are null, and posts missing; `problems` says so. `auto` reads front matter in a text with a
 * header at its top, one post in Markdown, several where title, date and byline lines show them, and else one plain post.
 */
export function readPosts(text: string, { format = 'auto', path }: ReadPostsOptions = {}): PostFile {
  return readFormat(format, text, path);
}
