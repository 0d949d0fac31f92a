import { aligned } from '../../core/agreement';
import type { SearchResults } from '../../core/search';
import { contextOf, indexLines, shortened } from '../../core/text';
import { shownPlace } from '../output/place';

/** Results as lines for people. */
export function foundText(
  { places, entities }: SearchResults,
  shown: (path: string) => string,
  isGrouped: boolean,
): string {
  const grouped = (group: string | null) => (isGrouped ? [group ?? '-'] : []);
  const rows = places.map(({ kind, text, post, span, placed, group }) => {
    const file = shown(text.path);
    const date = post?.date ?? 'undated';
    if (kind === 'post') {
      const credit = [post?.source ?? null, post?.author ?? null].filter((part) => part !== null).join(', ');
      const title = post?.title ?? '(no title)';
      const place = shownPlace(file, text.lines, span?.start ?? 0);
      return [...grouped(group), place, date, credit === '' ? title : `${title} — ${credit}`];
    }
    const place = span ? shownPlace(file, text.lines, span.start) : file;
    const words = placed ? `“${shortened(placed.annotation.quote, 100)}”` : span ? contextOf(text.text, span).line : '';
    const tags = placed?.annotation.tags.join(', ') ?? '';
    return [...grouped(group), place, date, placed ? `${words}${tags === '' ? '' : `  ${tags}`}` : words];
  });
  const counted = entities.map(({ entity, posts, mentions, first, last, group }) => {
    const period = first === null ? 'undated' : `${first} – ${last ?? first}`;
    return [
      ...grouped(group),
      entity.id,
      `${posts} ${posts === 1 ? 'post' : 'posts'}`,
      `${mentions} ${mentions === 1 ? 'mention' : 'mentions'}`,
      period,
      entity.name,
    ];
  });
  return aligned([...rows, ...counted]);
}

/** The number of results as a sentence: `3 passages.` */
export function foundSummary({ show, total }: SearchResults): string {
  const one = { posts: 'post', passages: 'passage', mentions: 'mention', entities: 'entity' }[show];
  return `${total} ${total === 1 ? one : show}.`;
}

/** The place of a mistake in a query, for a message: `column 5`. */
export function columnOf(query: string, offset: number): string {
  const lines = indexLines(query);
  const line = lines.lineAt(offset);
  const column = offset - lines.startOf(line) + 1;
  return line === 0 ? `column ${column}` : `line ${line + 1}, column ${column}`;
}
