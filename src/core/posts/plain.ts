import { isMarkdown } from './file-endings';
import { findMarkdownTitle } from './markdown-title';
import { readPathFacts } from './path-facts';
import type { FoundPosts } from './post';
import { withIds } from './post-id';
import { readRows } from './rows';

/**
 * Reads a text as one post without a header. The title is the first heading of Markdown (by the path), the date and the name come from
 * the path. A blank text has no post.
 */
export function readPlainPost(text: string, path: string | undefined): FoundPosts {
  const rows = readRows(text);
  const start = rows[0]?.lineStart;
  const end = rows.at(-1)?.end;
  if (start === undefined || end === undefined) return { header: null, posts: [], problems: [] };
  const facts = readPathFacts(path);
  const post = {
    title: isMarkdown(path) ? findMarkdownTitle(text) : null,
    date: facts.date,
    source: null,
    author: null,
    span: { start, end },
    header: { start, end: start },
    body: { start, end },
    places: { title: null, date: null, source: null, author: null },
    ...(facts.name === null ? {} : { fallback: facts.name }),
  };
  return { header: null, posts: withIds([post]), problems: [] };
}
