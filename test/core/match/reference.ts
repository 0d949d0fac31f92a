import type { Form } from '../../../src/core/match';

/** A mention as the tests compare it: `"3-9 1,2"` lies from 3 to 9 and has the entities 1 and 2. */
export type Found = string;

/**
 * What counts as a mention, said as plainly as possible and with no regard for time: at each place every stretch of text is spelt
 * by its key and compared with the key of every form. The matcher must find exactly this.
 */
export function findPlainly(text: string, forms: readonly Form[]): Found[] {
  const composed = composePlainly(text);
  const entities = entitiesByKey(forms);
  const found: Found[] = [];
  const boundaries = Array.from({ length: composed.text.length + 1 }, (_, at) => isBoundary(composed.text, at));
  let start = 0;
  while (start < composed.text.length) {
    const longest = longestAt(composed.text, start, boundaries, entities);
    if (longest === null) {
      start++;
      continue;
    }
    const from = composed.starts[start] ?? NaN;
    const original = text.slice(from, composed.ends[longest.end - 1]).replace(/\u00ad+$/, '');
    found.push(`${from}-${from + original.length} ${longest.entities.join()}`);
    start = longest.end;
  }
  return found;
}

/** Whether a form can be mentioned at all. */
export function isPossible(form: Form): boolean {
  const text = formText(form);
  return (
    !/\p{Surrogate}/u.test(text) && !STARTS_ATTACHED.test(text) && words(text).some((word) => !ATTACHED_ONLY.test(word))
  );
}

/** A form's text without the white space around it, and without marks that stand on such white space. */
function formText(form: Form): string {
  return composePlainly(form.text).text.trim().replace(MARKED_SPACE_AT_END, '');
}

function longestAt(
  text: string,
  start: number,
  boundaries: readonly boolean[],
  entities: ReadonlyMap<string, readonly number[]>,
): { end: number; entities: readonly number[] } | null {
  if (boundaries[start] !== true) return null;
  for (let end = text.length; end > start; end--) {
    if (boundaries[end] !== true) continue;
    const exact = keyOf(text.slice(start, end));
    const owners = entities.get(`exact ${exact}`) ?? entities.get(`fold ${foldPlainly(exact)}`);
    if (owners !== undefined) return { end, entities: owners };
  }
  return null;
}

function entitiesByKey(forms: readonly Form[]): Map<string, number[]> {
  const entities = new Map<string, number[]>();
  for (const form of forms.filter(isPossible)) {
    const fold = form.fold === true;
    const exact = keyOf(formText(form), true);
    const key = fold ? `fold ${foldPlainly(exact)}` : `exact ${exact}`;
    entities.set(key, [...new Set([...(entities.get(key) ?? []), form.entity])]);
  }
  return entities;
}

const APOSTROPHES = /['’‘ʼʹ′`´ʿʾʻ]/g;
const HYPHENS = /[-‐‑–−]/g;
const SPACES = /[\p{Zs}\t\r\n]+/gu;
const BLANK_LINE = /(\r\n|\r(?!\n)|\n)[^\r\n]*(\r|\n)/;
const ATTACHED = '[\\p{M}\\u00ad\\u1161-\\u1175\\u11a8-\\u11c2]';
const STARTS_ATTACHED = new RegExp(`^${ATTACHED}`, 'u');
const MARKED_SPACE_AT_END = new RegExp(`([\\p{Zs}\\t\\r\\n]${ATTACHED}*)+$`, 'u');
const CHARACTERS = new RegExp(`[^]${ATTACHED}*`, 'gu');
const ATTACHED_ONLY = new RegExp(`^${ATTACHED}*$`, 'u');

/** How a stretch is spelt when it is compared. The white space of a form never is a blank line. */
function keyOf(composed: string, isForm = false): string {
  return composed
    .replace(SPACES, (run) => (BLANK_LINE.test(run) && !isForm ? '\n\n' : ' '))
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, '-');
}

function foldPlainly(key: string): string {
  return (
    key
      // Halves of characters are in no form. They must not become a character when marks between them are gone.
      .replace(/\p{Surrogate}/gu, '\ufffd')
      // A Hangul syllable is one letter, and no letter with marks.
      .replace(/(?![\uac00-\ud7a3])\p{L}/gu, (letter) => letter.normalize('NFD'))
      .replace(/[\u0300-\u036f\ufe0f]/gu, '')
      .toLowerCase()
      .replaceAll('ø', 'o')
  );
}

function words(text: string): string[] {
  return text.replace(APOSTROPHES, "'").match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
}

/** Whether a mention may start or end at a place: neither inside a word, nor inside a character with its marks. */
function isBoundary(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at);
  const insidePair = /[\ud800-\udbff]$/.test(before) && /^[\udc00-\udfff]/.test(after);
  const [lastBefore = ''] = /[^]$/u.exec(before) ?? [];
  const [firstAfter = ''] = /^[^]/u.exec(after) ?? [];
  const insideWord = words(lastBefore).length > 0 && words(firstAfter).length > 0;
  return !insidePair && !insideWord && !STARTS_ATTACHED.test(after);
}

/** The text composed and without soft hyphens; for each of its code units, the original span of the character it came from. */
function composePlainly(text: string): { text: string; starts: number[]; ends: number[] } {
  let whole = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const segment of text.matchAll(CHARACTERS)) {
    const composed = segment[0].replaceAll('\u00ad', '').normalize('NFC');
    const unchanged = composed === segment[0];
    for (let i = 0; i < composed.length; i++) {
      starts.push(segment.index + (unchanged ? i : 0));
      ends.push(segment.index + (unchanged ? i + 1 : segment[0].length));
    }
    whole += composed;
  }
  return { text: whole, starts, ends };
}
