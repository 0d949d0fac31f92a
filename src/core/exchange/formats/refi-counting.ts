import { CodePoints, LineFeeds } from '../offsets';
import { childNamed, type XmlElement } from '../xml';
import type { ExchangeSpan } from '../model';

/** Gives the place of a selection in the text with LF. */
type Counting = (selection: XmlElement) => ExchangeSpan['place'];

/**
 * How a program has counted the positions of a source. The standard says code points, and leaves open what a line's end and a byte order
 * mark count, and whether the end belongs to the passage. Of the ways that were seen the one is taken under which most passages begin as
 * their selection's name or description does, then the one under which most of them begin and end with words, then the first.
 *
 * @param text as it lies in its file, without a byte order mark
 * @param content the same with LF
 * @returns null where there is only one way to read the text
 */
export function countingOf(text: string, content: string, selections: readonly XmlElement[]): Counting | null {
  if (selections.length === 0) return null;
  const points = new CodePoints(content);
  const raw = new CodePoints(text);
  const lines = new LineFeeds(text);
  const ways: Counting[] = [];
  const way = (mark: number, inclusive: number, convert: (offset: number) => number) =>
    ways.push(({ attributes }) => {
      const number = (key: string) => Number(attributes.get(key) ?? NaN);
      return {
        start: convert(number('startPosition') - mark),
        end: convert(number('endPosition') - mark + inclusive),
      };
    });
  for (const inclusive of [0, 1]) {
    for (const mark of [0, 1]) {
      way(mark, inclusive, (offset) => points.longOf(offset));
      if (text !== content) way(mark, inclusive, (offset) => lines.shortOf(raw.longOf(offset)));
    }
  }
  // A few hundred selections tell as much as all.
  const looked = selections.slice(0, MOST_LOOKED_AT);
  const scores = ways.map((counting) => looked.reduce((sum, one) => sum + scoreOf(content, one, counting(one)), 0));
  const best = scores.indexOf(Math.max(...scores));
  return best === 0 ? null : (ways[best] ?? null);
}

const MOST_LOOKED_AT = 300;

function scoreOf(content: string, selection: XmlElement, place: ExchangeSpan['place']): number {
  if (!place || !(place.start >= 0 && place.start < place.end && place.end <= content.length)) return -1;
  const passage = content.slice(place.start, place.end);
  const hints = [selection.attributes.get('name'), childNamed(selection, 'Description')?.text];
  const isNamed = hints.some((hint) => {
    const start = (hint ?? '').replace(/(?:\.\.\.|…)$/, '').trim();
    return start !== '' && (passage === start || (hint !== start && passage.startsWith(start)));
  });
  const isEdge = (before: string, behind: string) => /[\p{L}\p{N}]/u.test(before) !== /[\p{L}\p{N}]/u.test(behind);
  const edges = [
    isEdge(content.slice(place.start - 1, place.start), passage.slice(0, 1)),
    isEdge(passage.slice(-1), content.slice(place.end, place.end + 1)),
  ];
  return (isNamed ? 100 : 0) + edges.filter(Boolean).length;
}
