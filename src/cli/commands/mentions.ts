import type { ArchiveText } from '../../core/archive';
import { command } from '../call/command';
import { findFiles } from '../files/given-files';
import { findLexicons } from '../files/lexicons';
import { createPrinter } from '../output/printer';
import { shownPlace } from '../output/place';
import { eachText } from '../files/texts';

/** A row of `postgloss mentions --json`. */
interface Row {
  readonly file: string;
  /** The id of the post that holds it; null outside of posts. */
  readonly post: string | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The id of the entity. */
  readonly entity: string;
  /** The spelling of the registry; null for a passage that a person linked. */
  readonly alias: string | null;
}

/** Lists where texts name the entities of the registry, after people's decisions. */
export const mentions = command({
  name: 'mentions',
  parameters: 'FILE…',
  summary: 'List where the texts name the entities of the registry',
  fields: 'file post start end text entity alias'.split(' '),
  flags: ['entities', 'format'],
  async run(call) {
    const files = await findFiles(call.paths, call.io.cwd);
    const lexicon = await findLexicons(call, files);
    const printer = createPrinter<Row>(call);
    const code = await eachText(call, files, { lexicon, sidecars: true }, (text, { shown }) =>
      printer.print(rowsOf(shown, text), (row) => [
        shownPlace(shown, text.lines, row.start),
        row.entity,
        row.text,
        row.alias === null ? '(linked)' : '',
      ]),
    );
    printer.end();
    return code;
  },
});

/** The mentions are in the order of the text, like the posts, so that one pass finds the post of each. */
function rowsOf(file: string, text: ArchiveText): Row[] {
  const { posts } = text;
  let next = 0;
  return text.mentions.map(({ span: { start, end }, entity, alias }) => {
    while ((posts[next]?.span.end ?? Infinity) <= start) next++;
    const post = posts[next];
    const owner = post && post.span.start <= start ? post.id : null;
    return { file, post: owner, start, end, text: text.text.slice(start, end), entity: entity.id, alias };
  });
}
