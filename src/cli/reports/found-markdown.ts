import type { FoundEntity, FoundPlace, SearchResults } from '../../core/search';
import { contextOf } from '../../core/text';
import { codeSpan } from '../output/code-span';
import { markdownQuote, markdownText } from '../output/markdown-text';
import { shownPlace } from '../output/place';
import { foundSummary } from './found-text';

/** Results as a document: quotes in full with their sources, by group where the query asks for groups. */
export function foundMarkdown(
  query: string,
  results: SearchResults,
  shown: (path: string) => string,
  isGrouped: boolean,
): string {
  const parts = [`# ${codeSpan(query, Infinity)}`, foundSummary(results)];
  for (const [group, places] of byGroup(results.places)) {
    if (isGrouped) parts.push(headingOf(group));
    const isList = results.show !== 'passages';
    const items = places.map((place) => (isList ? lineOf(place, shown) : passageOf(place, shown)));
    parts.push(items.join(isList ? '\n' : '\n\n'));
  }
  for (const [group, entities] of byGroup(results.entities)) {
    if (isGrouped) parts.push(headingOf(group));
    parts.push(tableOf(entities));
  }
  return `${parts.join('\n\n')}\n`;
}

function headingOf(group: string | null): string {
  return `## ${group === null ? '–' : markdownText(group)}`;
}

function byGroup<T extends { readonly group: string | null }>(results: readonly T[]): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const result of results) {
    const list = groups.get(result.group);
    if (list) list.push(result);
    else groups.set(result.group, [result]);
  }
  return groups;
}

function sourceOf({ text, post, span }: FoundPlace, shown: (path: string) => string): string {
  const title = post?.title === null || post?.title === undefined ? null : `“${post.title}”`;
  const parts = [post?.author ?? null, title, post?.source ?? null, post?.date ?? null].filter((part) => part !== null);
  const place = span ? shownPlace(shown(text.path), text.lines, span.start) : shown(text.path);
  return `${markdownText(parts.join(', '))}${parts.length === 0 ? '' : ' · '}${codeSpan(place)}`;
}

function lineOf(place: FoundPlace, shown: (path: string) => string): string {
  const { mention, span, text } = place;
  const words = mention && span ? `${markdownText(contextOf(text.text, span).line)} — ` : '';
  return `- ${words}${sourceOf(place, shown)}`;
}

function passageOf(place: FoundPlace, shown: (path: string) => string): string {
  const { quote = '', tags = [], note = null, by = null } = place.placed?.annotation ?? {};
  const about = [
    sourceOf(place, shown),
    tags.map((tag) => codeSpan(tag)).join(' '),
    by === null ? '' : `by ${markdownText(by)}`,
  ];
  const lines = [markdownQuote(quote), '', about.filter((part) => part !== '').join(' · ')];
  if (note !== null) lines.push('', markdownText(note));
  return lines.join('\n');
}

function tableOf(entities: readonly FoundEntity[]): string {
  const rows = entities.map(({ entity, posts, mentions, first, last }) => {
    return `| ${markdownText(entity.name)} | ${posts} | ${mentions} | ${first ?? ''} | ${last ?? ''} |`;
  });
  return ['| name | posts | mentions | first | last |', '| --- | ---: | ---: | --- | --- |', ...rows].join('\n');
}
