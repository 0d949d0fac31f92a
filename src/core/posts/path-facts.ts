import { isoDate } from './calendar';

/** The date and the name of a post, as the path of its file tells them. */
export interface PathFacts {
  readonly date: string | null;
  /** The file's name without date and extension: `the-harbour-is-closed`. Null where nothing is left. */
  readonly name: string | null;
}

const DATED = /^(\d{4})([-_])(\d{2})\2(\d{2})(?:[-_.\s]+(.+)?)?$/su;
const INDEX = /^(?:_?index|readme)$/i;

/**
 * Reads date and name from a path with `/`, as site generators write it: `2016-05-04-slug.md`, `2016-05-04_slug.md`,
 * `2016-05-04-slug/index.md`, `2016/05/04/slug.md`. An impossible date belongs to the name.
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

/** The date at the start of an address or of its last part: `2019/05/15/the-harbour`, `/posts/2019-05-15-the-harbour`. */
export function dateInPath(address: string): string | null {
  const dated = /(?:^|\/)(\d{4})([-/])(\d{2})\2(\d{2})(?=[-/_]|$)/.exec(address);
  return dated && isoDate(Number(dated[1]), Number(dated[3]), Number(dated[4]));
}

/** The date in the last three folders, `2016/05/04`. */
function folderDate(folders: readonly string[]): string | null {
  const [year = '', month = '', day = ''] = folders.slice(-3);
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  return isoDate(Number(year), Number(month), Number(day));
}
