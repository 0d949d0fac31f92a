import { isoDate } from './dates';

/** What the path of a file tells about the one post in it. */
export interface PathFacts {
  readonly date: string | null;
  /** The name without date and extension: `the-harbour-is-closed`. Null where nothing else is in it. */
  readonly name: string | null;
}

const DATED = /^(\d{4})([-_])(\d{2})\2(\d{2})(?:[-_.\s]+(.+)?)?$/su;
const INDEX = /^(?:_?index|readme)$/i;

/**
 * Reads date and name from a path with `/`, in the ways of site generators: `2016-05-04-slug.md`, `2016-05-04_slug.md`,
 * `2016-05-04-slug/index.md`, `2016/05/04/slug.md`. A date that the calendar does not have is none, and belongs to the name.
 */
export function readPathFacts(path: string | undefined): PathFacts {
  const folders = (path ?? '').split('/').filter((part) => part !== '');
  const file = (folders.pop() ?? '').replace(/(?<=.)\.[^.]*$/su, '');
  const own = INDEX.test(file) ? (folders.pop() ?? '') : file;
  const dated = DATED.exec(own);
  const ownDate = dated && isoDate(Number(dated[1]), Number(dated[3]), Number(dated[4]));
  if (ownDate) return { date: ownDate, name: dated[5] ?? null };
  return { date: folderDate(folders), name: own === '' ? null : own };
}

/** The date in the last three folders, `2016/05/04`. */
function folderDate(folders: readonly string[]): string | null {
  const [year = '', month = '', day = ''] = folders.slice(-3);
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  return isoDate(Number(year), Number(month), Number(day));
}
