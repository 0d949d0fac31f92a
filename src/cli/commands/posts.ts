import type { ArchiveText } from '../../core/archive';
import { NO_LEXICON } from '../../core/mentions';
import type { Post } from '../../core/posts';
import { command } from '../call/command';
import { findFiles } from '../files/given-files';
import { createPrinter } from '../output/printer';
import { eachText } from '../files/texts';

/** A row of `postgloss posts --json`. */
interface Row {
  readonly file: string;
  /** 0-based, in the order of the file. */
  readonly index: number;
  readonly id: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly authors: readonly string[];
  /** 1-based; the last one belongs to the post. */
  readonly startLine: number;
  readonly endLine: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** Lists the posts of texts, also of texts that belong to no archive. */
export const posts = command({
  name: 'posts',
  parameters: 'FILE…',
  summary: 'List the posts: date, title, source, author and place',
  fields: 'file index id title date source author authors startLine endLine bodyStart bodyEnd'.split(' '),
  flags: ['format'],
  async run(call) {
    const files = await findFiles(call.paths, call.io.cwd);
    const printer = createPrinter<Row>(call);
    const code = await eachText(call, files, { lexicon: () => NO_LEXICON, sidecars: false }, (text, { shown }) =>
      printer.print(
        text.posts.map((post, index) => rowOf(shown, index, post, text)),
        cells,
      ),
    );
    printer.end();
    return code;
  },
});

function rowOf(file: string, index: number, post: Post, { lines }: ArchiveText): Row {
  const { id, title, date, source, author, authors, span, body } = post;
  return {
    file,
    index,
    id,
    title,
    date,
    source,
    author,
    authors,
    startLine: lines.lineAt(span.start) + 1,
    endLine: lines.lineAt(Math.max(span.start, span.end - 1)) + 1,
    bodyStart: body.start,
    bodyEnd: body.end,
  };
}

function cells({ file, title, date, source, author, startLine, endLine }: Row): string[] {
  const credit = [source, author].filter((part) => part !== null).join(', ');
  const name = title ?? '(no title)';
  return [`${file}:${startLine}-${endLine}`, date ?? 'undated', credit === '' ? name : `${name} — ${credit}`];
}
