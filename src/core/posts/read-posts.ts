import { readFormat, type FormatName, type PostFile } from './formats';

export interface ReadPostsOptions {
  /** `auto` is the default. */
  readonly format?: FormatName;
  /** The path of the file, with `/`: it can tell the date of a single post, gives it a name, and tells Markdown. */
  readonly path?: string;
}

/**
 * Turns a text into its posts. Offsets are UTF-16 code units into the text as given, with its own line endings.
 *
 * Never throws: what cannot be read is null or missing. `auto` takes front matter for a text that begins with a closed fence, one post
 * for Markdown, an archive where the lines show one, and else one plain post.
 */
export function readPosts(text: string, { format = 'auto', path }: ReadPostsOptions = {}): PostFile {
  return readFormat(format, text, path);
}
