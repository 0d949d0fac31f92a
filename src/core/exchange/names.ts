import type { ArchiveText } from '../archive/archive-text';
import type { Post } from '../posts/post';

/** The names of the documents of a text. */
export interface DocumentNames {
  /** Of the whole file. */
  readonly file: string;
  readonly posts: ReadonlyMap<Post, string>;
}

/**
 * Names for the documents of an archive, each once, and the same as long as its posts are: `FILE-STEM--POST-ID` in letters that any file
 * system takes. Names count as equal whatever their case.
 */
export function documentNames(texts: readonly ArchiveText[]): ReadonlyMap<ArchiveText, DocumentNames> {
  const taken = new Map<string, number>();
  const free = (wanted: string) => {
    const base = plainName(wanted);
    for (;;) {
      const key = base.toLowerCase();
      const count = (taken.get(key) ?? 0) + 1;
      taken.set(key, count);
      if (count === 1) return base;
      const name = `${base}-${count}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.set(name.toLowerCase(), 1);
      return name;
    }
  };
  return new Map(
    texts.map((text) => {
      const stem = stemOf(text.path);
      const file = free(stem);
      const posts = new Map(text.posts.map((post) => [post, free(`${stem}--${post.id}`)]));
      return [text, { file, posts }];
    }),
  );
}

/** Letters of other scripts become hyphens, too: some tools take no others in the names of files. */
function plainName(text: string): string {
  return (
    text
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[-.]+/, '')
      .slice(0, 110)
      .replace(/[-.]+$/, '') || 'document'
  );
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
