import type { Problem } from '../problem';
import type { Span } from '../text/span';
import type { Solution, Conflict } from './conflict';

// For files that are shown although git has left its markers in them.

/** The side of each conflict that is shown: ours, but theirs for a record that only ours deleted, as the deletion is not agreed on. */
export function shownSides(conflicts: readonly Conflict[]): ReadonlyMap<string, Solution> {
  return new Map(conflicts.map(({ key, ours, theirs }) => [key, ours === null && theirs !== null ? 'theirs' : 'ours']));
}

/** The lines with the ids of records, by id. The first counts. */
export function placesOfIds(text: string): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>();
  for (const found of text.matchAll(/^[ \t]*(?:-[ \t]+)?id:[ \t]*(["']?)([^"'#\r\n]*?)\1[ \t]*(?:#.*)?$/gm)) {
    const [line, , id = ''] = found;
    const start = found.index + line.search(/\S/);
    if (!places.has(id)) places.set(id, { start, end: found.index + line.length });
  }
  return places;
}

/** Where a file says that it is in conflict. */
export function markerOf(problems: readonly Problem[]): Span {
  return problems[0]?.span ?? { start: 0, end: 0 };
}
