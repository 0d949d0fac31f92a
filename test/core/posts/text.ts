import { readPosts, type ReadPostsOptions } from '../../../src/core/posts/read-posts';
import type { PostFile } from '../../../src/core/posts/formats';
import type { Post } from '../../../src/core/posts/post';
import { indexLines } from '../../../src/core/text/lines';

/** A template literal without the indentation of the code around it, and without the line ends at both ends of it. */
export function text(strings: TemplateStringsArray, ...values: string[]): string {
  const lines = String.raw({ raw: strings.map((part) => part) }, ...values).split('\n');
  const depths = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const depth = Math.min(...depths);
  return lines
    .map((line) => line.slice(depth))
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** A post of an archive as its lines stand there. */
export function entry(title: string, date: string, byline: string | null, ...body: string[]): string {
  return [title, date, ...(byline === null ? [] : [byline]), ...body].join('\n\n');
}

/** The header of the one post whose byline is under test. */
export function byline(line: string, title = 'The harbour is closed'): Post {
  const [post] = readPosts(entry(title, 'May 4, 2016', line, 'Ships wait outside.')).posts;
  if (!post) throw new Error('The text has no post.');
  return post;
}

/** What a reader sees of each post, as short lines: date, title, source, author, the 1-based lines. */
export function summary(source: string, options?: ReadPostsOptions): string[] {
  const lines = indexLines(source);
  return readPosts(source, options).posts.map((post) =>
    [
      post.date ?? '-',
      post.title ?? '-',
      post.source ?? '-',
      post.author ?? '-',
      `${lines.lineAt(post.span.start) + 1}-${lines.lineAt(post.span.end) + 1}`,
    ].join(' | '),
  );
}

/** What each span of a file covers, without the offsets: what must stay the same when only line ends change. */
export function contents(source: string, file: PostFile): unknown {
  const slice = (span: { start: number; end: number } | null) =>
    span && source.slice(span.start, span.end).replace(/\r\n/g, '\n');
  return {
    format: file.format,
    header: slice(file.header),
    posts: file.posts.map((post) => ({
      ...post,
      span: slice(post.span),
      header: slice(post.header),
      body: slice(post.body),
      places: Object.values(post.places).map(slice),
    })),
  };
}

/** The titles of the posts. */
export function titles(source: string, options?: ReadPostsOptions): (string | null)[] {
  return readPosts(source, options).posts.map((post) => post.title);
}

/** A post as it stands in an archive. */
export const CLOSED = entry(
  'The harbour is closed',
  'May 4, 2016',
  'The harbour is closed, Coastal Review, Mara Lind, May 4, 2016',
  'Ships wait.',
);

/** Another one. */
export const OPEN = entry(
  'The harbour is open',
  'April 2, 2016',
  'The harbour is open, Coastal Review, April 2, 2016',
  'Ships sail.',
);
