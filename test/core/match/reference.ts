import type { Form } from '../../../src/core/match';

/** A mention as the tests compare it: `"3-9 1,2"` lies from 3 to 9 and has the entities 1 and 2. */
export type Found = string;

/**
 * What counts as a mention, said as plainly as possible and with no regard for time: at each place every stretch of text is spelt
 * by its key and compared with the key of every form. The matcher must find exactly this. Addresses are left to tests of their own.
 */
export function findPlainly(text: string, forms: readonly Form[]): Found[] {
  const composed = composePlainly(text);
  const spellings = spellingsOf(forms);
  const found: Found[] = [];
  const ends = Array.from({ length: composed.text.length + 1 }, (_, at) => mayEnd(composed.text, at));
  let start = 0;
  while (start < composed.text.length) {
    const longest = longestAt(composed.text, start, ends, spellings);
    if (longest === null) {
      start++;
      continue;
    }
    const from = composed.starts[start] ?? NaN;
    const original = text.slice(from, composed.ends[longest.end - 1]).replace(BLANK_AT_END, '');
    found.push(`${from}-${from + original.length} ${longest.entities.join()}`);
    start = longest.end;
  }
  return found;
}

/** Whether a form can be mentioned at all. */
export function isPossible(form: Form): boolean {
  const text = formText(form);
  return !/\p{Surrogate}/u.test(text) && !STARTS_ATTACHED.test(text) && characters(text).some(isWord);
}

/** A form's text without the white space around it, and without marks that stand on such white space. */
function formText(form: Form): string {
  return composePlainly(form.text)
    .text.replace(/^[\s\u200c\u200d]+|[\s\u200c]+$/g, '')
    .replace(MARKED_SPACE_AT_END, '');
}

/** A way to spell a form. Of those that fit a stretch the first in order counts. */
interface Spelling {
  readonly key: string;
  readonly fold: boolean;
  /** Which particles may or must stand before it in the same word. */
  readonly particles: 'none' | 'any' | 'lam';
  readonly entities: number[];
}

function spellingsOf(forms: readonly Form[]): Spelling[] {
  const spellings: Spelling[] = [];
  const add = (key: string, fold: boolean, particles: Spelling['particles'], entity: number) => {
    const known = spellings.find((one) => one.key === key && one.fold === fold && one.particles === particles);
    if (!known) spellings.push({ key, fold, particles, entities: [entity] });
    else if (!known.entities.includes(entity)) known.entities.push(entity);
  };
  for (const form of forms.filter(isPossible)) {
    const exact = keyOf(formText(form), true);
    if (form.fold !== true) add(exact, false, 'none', form.entity);
    else {
      const key = foldPlainly(exact);
      const joins = /^(\p{Script=Arabic}{3}|\p{Script=Hebrew}{3})/u.test(key);
      add(key, true, joins ? 'any' : 'none', form.entity);
      if (joins && key.startsWith('ال') && !/^[أإآ]/.test(exact)) {
        add(key.replace(/^ال(?=ل)|^ا/, ''), true, 'lam', form.entity);
      }
    }
  }
  const rank = ({ fold, particles }: Spelling) => (fold ? 1 : 0) + (particles === 'lam' ? 1 : 0);
  return spellings
    .map((spelling, number) => ({ spelling, number }))
    .sort(
      (a, b) =>
        rank(a.spelling) - rank(b.spelling) || b.spelling.key.length - a.spelling.key.length || a.number - b.number,
    )
    .map(({ spelling }) => spelling);
}

function longestAt(
  text: string,
  start: number,
  ends: readonly boolean[],
  spellings: readonly Spelling[],
): { end: number; entities: readonly number[] } | null {
  const free = isBoundary(text, start);
  const particles = free ? '' : particlesBefore(text, start);
  if (!free && particles === '') return null;
  for (let end = text.length; end > start; end--) {
    if (ends[end] !== true) continue;
    const stretch = text.slice(start, end);
    const exact = keyOf(stretch);
    const folded = readings(stretch).map((reading) => foldPlainly(keyOf(reading)));
    const spelling = spellings.find(
      ({ key, fold, particles: wanted }) =>
        (fold ? folded.includes(key) : key === exact) &&
        (wanted === 'lam' ? /^[وف]?ل$/.test(particles) : free || wanted === 'any'),
    );
    if (spelling !== undefined) return { end, entities: spelling.entities };
  }
  return null;
}

/** The ways to read a stretch in which hyphens stand at line ends: each may be of the spelling, or may divide a word there. */
function readings(stretch: string, divisions = 3): string[] {
  const at = divisions > 0 ? stretch.search(DIVISION) : -1;
  if (at < 0) return [stretch];
  const [all = ''] = DIVISION.exec(stretch) ?? [];
  const before = stretch.slice(0, at);
  const after = stretch.slice(at + all.length);
  return [
    // What is read as it stands may still be divided further on.
    ...readings(after, divisions).map((rest) => before + all + rest),
    ...readings(after, divisions - 1).flatMap((rest) => [`${before}-${rest}`, before + rest]),
  ];
}

const APOSTROPHES = /['’‘ʼʹ′`´ʿʾʻ׳]/g;
const HYPHENS = /[-‐‑–−]/g;
const SPACES = /[\p{Zs}\t\r\n]+/gu;
const BLANK_LINE = /(\r\n|\r(?!\n)|\n)[^\r\n]*(\r|\n)/;
const INVISIBLE = '\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff';
const BLANK_AT_END = new RegExp(`[\\p{Zs}\\t\\r\\n${INVISIBLE}]+$`, 'u');
const ATTACHED = `[\\p{M}${INVISIBLE}\\u1161-\\u1175\\u11a8-\\u11c2\\u200c\\u200d\\u0640\\u30fc\\u0e30\\u0e32\\u0e33\\p{Emoji_Modifier}]`;
const MARKED = /[\p{M}\u1161-\u1175\u11a8-\u11c2\u0640\u30fc\u0e30\u0e32\u0e33]/u;
const STARTS_ATTACHED = new RegExp(`^${ATTACHED}`, 'u');
const MARKED_SPACE_AT_END = new RegExp(`([\\p{Zs}\\t\\r\\n]${ATTACHED}*)+$`, 'u');
const CHARACTER = `[^]${ATTACHED}*`;
const CHARACTERS = new RegExp(CHARACTER, 'gu');
const LINE_END_IN_SPACE = '(?:[^\\S\\r\\n]*(?:\\r\\n|\\r|\\n)[^\\S\\r\\n]*)';
const LETTER = "(?![ªº²³¹'ʼʹ′`´ʿʾʻ])[\\p{L}\\p{M}\\p{N}_\\u200c\\u200d]";
/** A letter with a hyphen behind it, a single line end, and a letter. The marks of the first letter count. */
const DIVISION = new RegExp(`(?<=${LETTER})[-‐‑–−]${LINE_END_IN_SPACE}(?!${ATTACHED})(?=${LETTER})`, 'u');
/** A soft hyphen behind a letter, a single line end, and a letter. */
const SOFT_DIVISIONS = new RegExp(
  `(?<=${LETTER})[${INVISIBLE}]*\\u00ad(?:(?![\\r\\n])[\\p{Zs}\\t${INVISIBLE}])*(?:\\r\\n|\\r|\\n)` +
    `(?:(?![\\r\\n])[\\p{Zs}\\t${INVISIBLE}])*(?!${ATTACHED})(?=${LETTER})`,
  'gu',
);

/** How a stretch is spelt when it is compared. The white space of a form never is a blank line. */
function keyOf(composed: string, isForm = false): string {
  return composed
    .replace(SPACES, (run) => (BLANK_LINE.test(run) && !isForm ? '\n\n' : ' '))
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, '-');
}

const ALIKE: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ß: 'ss', ﬁ: 'fi', Ａ: 'a', ｂ: 'b', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ٱ: 'ا', ﻻ: 'لا' },
};

function foldPlainly(key: string): string {
  return (
    key
      // Halves of characters are in no form. They must not become a character when marks between them are gone.
      .replace(/\p{Surrogate}/gu, '\ufffd')
      // A Hangul syllable is one letter, and no letter with marks; so is a letter of kana with its mark of voicing.
      .replace(/(?![\uac00-\ud7a3\u3040-\u30ff])\p{L}/gu, (letter) => letter.normalize('NFD'))
      .replace(/[\u0300-\u036f\ufe0f\u064b-\u0655\u0640\u200c\u200d\u05b0-\u05bd]/gu, '')
      .toLowerCase()
      .replaceAll('ς', 'σ')
      .replace(/[øßﬁａｂىیکةٱﻻ]/g, (letter) => ALIKE[letter] ?? (letter === 'ａ' ? 'a' : letter))
  );
}

/** The characters of a text, each with what is attached to it. */
function characters(text: string): string[] {
  return text.match(CHARACTERS) ?? [];
}

const NOTE = /^[\u00aa\u00b2\u00b3\u00b9\u00ba]/;

function isWord(character: string): boolean {
  return /^[\p{L}\p{N}_]/u.test(character) && !/^['’‘ʼʹ′`´ʿʾʻ׳]/.test(character) && !NOTE.test(character);
}

/** Whether a character is part of a word, and of which script: of `any` where it makes a word with the letters of every script. */
function scriptOf(character: string): string | null {
  if (!isWord(character) || STARTS_ATTACHED.test(character)) return MARKED.test(character) ? 'any' : null;
  return SCRIPTS.find(({ letter }) => letter.test(character))?.name ?? 'any';
}

const SCRIPTS = [
  ...['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Hangul', 'Devanagari'],
  ...['Han', 'Katakana', 'Hiragana', 'Thai'],
].map((name) => ({ name, letter: new RegExp(`^\\p{Script=${name}}`, 'u') }));
const UNSPACED = ['Han', 'Katakana', 'Hiragana', 'Thai'];

/** Whether a mention may start at a place, or end there by the same rule: between two words, and not inside a character with its marks. */
function isBoundary(text: string, at: number): boolean {
  const before = characters(text.slice(0, at)).at(-1) ?? '';
  const after = characters(text.slice(at))[0] ?? '';
  const insidePair = /[\ud800-\udbff]$/.test(text.slice(0, at)) && /^[\udc00-\udfff]/.test(text.slice(at));
  return !insidePair && !STARTS_ATTACHED.test(text.slice(at)) && !makeWord(before, after) && !insideDotted(text, at);
}

/** Whether two characters side by side are of one word. */
function makeWord(before: string, after: string): boolean {
  const [left, right] = [before === '' ? null : scriptOf(before), isWord(after) ? scriptOf(after) : null];
  if (left === null || right === null) return false;
  if (UNSPACED.includes(left) || UNSPACED.includes(right)) return /^[เ-ไ]$/.test(before);
  if (left === 'Arabic' && right === 'Arabic' && before.endsWith('\u200c')) return false;
  return left === right || left === 'any' || right === 'any';
}

function mayEnd(text: string, at: number): boolean {
  const [left = '', right] = [characters(text.slice(0, at)).at(-1), text.slice(at)];
  if (scriptOf(left) === 'Arabic') {
    if (left.endsWith('\u200c')) return false;
    if (right.startsWith('\u200c')) return true;
  }
  if (NOTE.test(right) && !UNSPACED.includes(scriptOf(left) ?? '')) {
    const word = /[\p{L}\p{M}\p{N}_]*$/u.exec(text.slice(0, at))?.[0] ?? '';
    const own = word.replace(/^.*[ªº²³¹ʼʹʿʾʻ]/u, '');
    if (/^(\p{L}\p{M}*|\p{Ll}{2}|\p{N}{1,8})$/u.test(own)) return false;
  }
  if (isBoundary(text, at)) return true;
  const [endings = '', behind = ''] = /^[\uac00-\ud7a3]+([^]?)/u.exec(right) ?? [];
  if (STARTS_ATTACHED.test(behind) || /\p{Script=Hangul}/u.test(behind)) return false;
  const run = endings.slice(0, endings.length - behind.length);
  const last = text.charAt(at - 1);
  const afterAll = /^도[은는도]{0,2}$/.test(run);
  const afterVowel = !'각는를은'.includes(last) && ['는', '가', '를', '나'].includes(run);
  const afterConsonant = !'가나도'.includes(last) && run === '은';
  return (afterAll || afterVowel || afterConsonant) && makeWord(left, characters(right)[0] ?? '');
}

/** The particles between the start of a word and a place in it; empty if anything else stands there. */
function particlesBefore(text: string, at: number): string {
  if (STARTS_ATTACHED.test(text.slice(at))) return '';
  let start = at;
  while (start > 0 && !isBoundary(text, start)) start--;
  const letters = text.slice(start, at).replace(/[\p{Mn}\u0640\u200c\u200d]/gu, '');
  const arabic = /^\p{Script=Arabic}/u.test(text.slice(at)) && /^[وف]?([بكک]?ال|لل|[بلكک]?)$/.test(letters);
  const hebrew = /^\p{Script=Hebrew}/u.test(text.slice(at)) && /^ו?(לכש|כש|מש|ש)?[בכלמ]?ה?$/.test(letters);
  return arabic || hebrew ? letters : '';
}

/** Whether a place is between the letters of an abbreviation with full stops, or before one of its full stops but the last. */
function insideDotted(text: string, at: number): boolean {
  const [before, after] = [characters(text.slice(0, at)), characters(text.slice(at))];
  const single = (left: string | undefined, letter: string | undefined, right: string | undefined) =>
    /^\p{L}/u.test(letter ?? '') &&
    isWord(letter ?? '') &&
    !STARTS_ATTACHED.test(letter ?? '') &&
    ![...UNSPACED, 'Hangul'].includes(scriptOf(letter ?? '') ?? '') &&
    !makeWord(left ?? '', letter ?? '') &&
    !makeWord(letter ?? '', right ?? '');
  if (before.at(-1) === '.') return single(before.at(-3), before.at(-2), '.') && single('.', after[0], after[1]);
  return after[0] === '.' && single(before.at(-2), before.at(-1), '.') && single('.', after[1], after[2]);
}

/** The text composed and without invisible characters; for each of its code units, the original span of the character it came from. */
function composePlainly(text: string): { text: string; starts: number[]; ends: number[] } {
  let whole = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (segments: string, at: number) => {
    // The non-joiner composes with nothing, and a mention may end before it.
    let from = at;
    for (const segment of segments.split(/(?=\u200c)/)) {
      putSegment(segment, from);
      from += segment.length;
    }
  };
  const putSegment = (segment: string, at: number) => {
    const composed = segment
      .replace(new RegExp(`[${INVISIBLE}]`, 'gu'), '')
      .replace(/(?<=[^])[\p{Zs}\t\r\n]/gu, '')
      .normalize('NFC');
    const unchanged = composed === segment;
    for (let i = 0; i < composed.length; i++) {
      starts.push(at + (unchanged ? i : 0));
      ends.push(at + (unchanged ? i + 1 : segment.length));
    }
    whole += composed;
  };
  const inside = new Set<number>();
  for (const { index, 0: division } of text.matchAll(SOFT_DIVISIONS)) {
    for (let i = index; i < index + division.length; i++) inside.add(i);
  }
  let pending = '';
  let pendingAt = 0;
  for (const { 0: character, index } of text.matchAll(CHARACTERS)) {
    // White space that divides a word is of the segment of the letter before it.
    if (!inside.has(index)) {
      put(pending, pendingAt);
      pending = '';
      pendingAt = index;
    }
    pending += character;
  }
  put(pending, pendingAt);
  return { text: whole, starts, ends };
}
