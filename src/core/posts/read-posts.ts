import { findFrontMatter, readFrontMatterPost } from './front-matter';
import { isMarkdown, readPlainPost } from './plain';
import { readPostArchive } from './post-archive';
import type { Format, PostFile } from './post';

export interface ReadPostsOptions {
  /** How the file holds its posts; `auto`, the default, finds out. */
  readonly format?: Format | 'auto';
  /** The path of the file, with `/`: it can tell the date of a single post, gives it a name, and tells Markdown. */
  readonly path?: string;
}

/**
 * Turns a text into its posts. Offsets are UTF-16 code units into the text as given, with its own line endings.
 *
 * Never throws: what cannot be read is null or missing. `auto` takes front matter for a text that begins with a closed fence, one post
 * for Markdown, an archive where the lines show one, and else one plain post.
 */
export function readPosts(text: string, options: ReadPostsOptions = {}): PostFile {
  const { format = 'auto', path } = options;
  switch (format) {
    case 'post-archive':
      return readPostArchive(text, true);
    case 'front-matter': {
      const found = findFrontMatter(text);
      return found ? readFrontMatterPost(text, found, path) : readPlainPost(text, path, 'front-matter');
    }
    case 'plain':
      return readPlainPost(text, path);
    case 'auto':
      return detect(text, path);
  }
}

function detect(text: string, path: string | undefined): PostFile {
  const found = findFrontMatter(text);
  if (found) return readFrontMatterPost(text, found, path);
  if (isMarkdown(path)) return readPlainPost(text, path);
  const archive = readPostArchive(text, false);
  return archive.posts.length > 0 ? archive : readPlainPost(text, path);
}
