import type { FoundEntity, FoundPlace, SearchResults } from '../../core/search';
import type { Cell } from '../output/csv';

/** A row of the results of `postgloss find`: a flat record. */
export type FoundRow = Readonly<Record<string, Cell>>;

/** Results as rows. The columns depend on what is shown; `group` is there only where the query asks for groups. */
export function foundRows(
  { places, entities }: SearchResults,
  shown: (path: string) => string,
  isGrouped: boolean,
): FoundRow[] {
  const grouped = (group: string | null) => (isGrouped ? { group } : {});
  return [
    ...places.map((place) => ({ ...placeRow(place, shown(place.text.path)), ...grouped(place.group) })),
    ...entities.map((found) => ({ ...entityRow(found), ...grouped(found.group) })),
  ];
}

function placeRow({ kind, text, post, index, placed, mention }: FoundPlace, file: string): FoundRow {
  const inPost = post && {
    startLine: text.lines.lineAt(post.span.start) + 1,
    endLine: text.lines.lineAt(Math.max(post.span.start, post.span.end - 1)) + 1,
  };
  const header = {
    ...{ title: post?.title ?? null, date: post?.date ?? null, source: post?.source ?? null },
    ...{ author: post?.author ?? null, authors: post?.authors ?? [] },
    ...{ startLine: inPost?.startLine ?? null, endLine: inPost?.endLine ?? null },
    ...{ bodyStart: post?.body.start ?? null, bodyEnd: post?.body.end ?? null },
  };
  const base = { file, post: post?.id ?? null, index: post ? index : null };
  if (kind === 'post') return { ...base, id: post?.id ?? null, ...header };
  if (mention) {
    const { start, end } = mention.span;
    return { ...base, start, end, text: text.text.slice(start, end), entity: mention.entity.id, ...header };
  }
  const span = placed?.anchor.span ?? null;
  const { id = null, quote = '', tags = [], note = null, entity = null, by = null } = placed?.annotation ?? {};
  const state = placed?.anchor.state ?? null;
  return {
    ...base,
    id,
    start: span?.start ?? null,
    end: span?.end ?? null,
    quote,
    tags,
    note,
    state,
    entity,
    by,
    ...header,
  };
}

function entityRow({ entity, posts, mentions, first, last, since }: FoundEntity): FoundRow {
  return { entity: entity.id, name: entity.name, type: entity.type, posts, mentions, first, last, since };
}
