import { englishLexicon, lexiconFor, type Lexicon } from './date-words';

/** The parts of a written date, before anybody has asked whether there is such a day. */
export interface DateShape {
  /** Null where it has two digits only. */
  readonly year: number | null;
  /** The months that the word for it can name, with the languages that name them so. See `PERSIAN`. */
  readonly months: ReadonlyMap<number, ReadonlySet<string>>;
  readonly day: number;
  /** The two numbers before the year where either can be the month, `03/04/2016`; null in any other date. */
  readonly numbers: readonly [first: number, second: number] | null;
}

const TIME = String.raw`(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-6]\d(?:[.,]\d{1,9})?)?(?!\d|:\d)|\s?h(?:\s?[0-5]\d)?(?![\p{L}\d])|\s?uhr(?!\p{L})|\s?[時时点點시]\s?(?:[0-5]?\d\s?[分분])?)`;
const DOTTED_TIME = String.raw`(?<=[,\p{L}]\.?\s|\p{L}\.?,?\s\d{4},?\s)(?:[01]?\d|2[0-4])\.[0-5]\d(?=\s?(?:uhr|h)?$)`;
const OFFSET = String.raw`(?:\s*(?:z|utc|gmt)?[+-]\d{1,2}(?::?\d{2})?(?![\d:]))?`;

/** A part of a folded date. */
const TOKEN = new RegExp(
  [
    String.raw`(t?(?:${TIME}|${DOTTED_TIME})(?:\s?[ap]\.?m(?!\p{L})\.?)?(?:\s?(?:uhr|h)(?!\p{L}))?${OFFSET})`,
    // Vietnamese numbers its months.
    String.raw`(?:thang|thg)\s?(\d{1,2})(?!\d)`,
    String.raw`('?\d+)(?:(?:st|nd|rd|th)|(?:er|re|[oae])(?![\p{L}\p{M}])|\s?([年月日号號년월일]))?`,
    String.raw`([\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*)`,
    String.raw`([-/.,])`,
    String.raw`[\s()[\]']+`,
  ].join('|'),
  'uy',
);

/** The orders of a date: Y a year, y one of two digits, M the name of a month, n a number. A full stop stands between numbers only. */
const DAY_FIRST = /^n[-/]?M[-/,]?[Yyn]$/;
const MONTH_FIRST = /^M-?n[-,.]?[Yyn]$/;
const YEAR_FIRST = /^Y[-,.]?(?:M-?n|n-?M)$/;
const NUMBERS_YEAR_FIRST = /^Y([-/.])n\1n$/;
const NUMBERS_YEAR_LAST = /^n([-/.])n\1[Yyn]$/;

/** The last year before the first one of an era. */
const ERAS: Readonly<Record<string, number>> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  民國: 1911,
  民国: 1911,
};
const ERA = new RegExp(`(${Object.keys(ERAS).join('|')})\\s?(元|\\d{1,3})\\s?(?=年)`, 'u');

const HAN_DIGITS = '〇一二三四五六七八九';

/** `二〇一六` is 2016, `十四` is 14. */
function hanNumber(written: string): string {
  const [tens = '', ones] = written.replaceAll('零', '〇').split('十');
  const digits = (text: string) => Array.from(text, (digit) => HAN_DIGITS.indexOf(digit)).join('');
  return ones === undefined ? digits(tens) : `${tens === '' ? 1 : digits(tens)}${ones === '' ? 0 : digits(ones)}`;
}

/** Marks a year of the Buddhist era, which is 543 ahead. */
const BUDDHIST = /พ\.?ศ\.?|พุทธศักราช|(?<!\p{L})b\.?e\.?(?=$|\s)/u;

/**
 * Reads a folded text as a date; null where it is none. See `foldDate`.
 *
 * @param english whether its words must be English
 */
export function readShape(folded: string, english: boolean): DateShape | null {
  // A shortcut for the commonest form.
  const common = COMMON.exec(folded);
  const months = common && englishLexicon().get(common[1] ?? '')?.months;
  if (months) return { year: Number(common[3]), months, day: Number(common[2]), numbers: null };
  // A date has one year and, but for those of two digits, no longer number.
  const written = plain(folded);
  const buddhist = BUDDHIST.test(written);
  const tokens = tokensOf(buddhist ? written.replace(BUDDHIST, ' ') : written);
  return tokens && shapeOf(tokens, buddhist ? 543 : 0, english);
}

/** A folded text with years of eras and Han numerals as numbers, and without a zone in brackets behind a time. */
function plain(folded: string): string {
  let written = folded;
  if (folded.charAt(8) === 't') written = folded.replace(BASIC, '$1-$2-$3 0:00');
  if (/[([]/.test(folded)) written = written.replace(/(?<=\d:\d\d.*)[([][^()[\]]*[)\]]?$/, '');
  if (!folded.includes('年')) return written;
  return written
    .replace(ERA, (_, era: string, year: string) => String((ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year))))
    .replace(/[〇零一二三四五六七八九十]+(?=[年月日號号])/gu, hanNumber);
}

/** `May 4, 2016`. */
const COMMON = /^([a-z]{3,9}) (\d{1,2}), (\d{4})$/;

/** The basic form of ISO 8601: `20160504T100000Z`. */
const BASIC = /^(\d{4})(\d{2})(\d{2})t\d{4,6}(?:[.,]\d+)?(?=z|[+-]\d|$)/;

interface Token {
  readonly clock: string | undefined;
  /** A month as a number with the word for month. */
  readonly numbered: string | undefined;
  readonly number: string | undefined;
  readonly unit: string | undefined;
  readonly word: string | undefined;
  readonly mark: string | undefined;
}

/** The parts of a text; null where it has other signs, more words, or other numbers than a date. */
function tokensOf(written: string): Token[] | null {
  const tokens: Token[] = [];
  let words = 0;
  let digits = '';
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < written.length) {
    const match = TOKEN.exec(written);
    if (!match) return null;
    const [, clock, numbered, number, unit, word, mark] = match;
    if (number !== undefined || numbered !== undefined) digits += number?.length === 4 ? 'Y' : 'n';
    if (word !== undefined) words++;
    if (words > MAX_WORDS || digits.length > 3) return null;
    tokens.push({ clock, numbered, number, unit, word, mark });
  }
  return /^(?:nn?Y|Ynn?|nnn?)$/.test(digits) ? tokens : null;
}

/** No date has more words. */
const MAX_WORDS = 10;

function shapeOf(tokens: readonly Token[], ahead: number, mustBeEnglish: boolean): DateShape | null {
  const english = parse(tokens, englishLexicon(), ahead);
  if (english !== null && english !== 'unknown word') return english;
  if (mustBeEnglish || beginsInSentence(tokens)) return null;
  const words = tokens.flatMap(({ word }) => word ?? []);
  // A word can be English too, and mean something else: Spanish `mar` is Tuesday.
  const word = words.find((one) => !englishLexicon().has(one)) ?? words[0];
  if (word === undefined) return null;
  const other = parse(tokens, lexiconFor(word), ahead);
  return other === 'unknown word' ? null : other;
}

/** A word that can be the month, and its place in the order of the date. */
interface Named {
  readonly months: DateShape['months'];
  readonly weekday: boolean;
  readonly at: number;
}

function parse(tokens: readonly Token[], lexicon: Lexicon, ahead: number): DateShape | null | 'unknown word' {
  const numbers: number[] = [];
  const named: Named[] = [];
  const kinds: string[] = [];
  let year: number | null = null;
  let began = false;
  let timed = false;
  let shared: ReadonlySet<string> | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const { clock, numbered, number, unit, word, mark } = token;
    if (clock !== undefined) {
      if (timed) return null;
      timed = true;
      kinds.push('');
    } else if (numbered !== undefined || (number !== undefined && (unit === '月' || unit === '월'))) {
      const months = new Map([[Number(numbered ?? number), NONE]]);
      named.push({ months, weekday: false, at: kinds.push('M') - 1 });
    } else if (number !== undefined) {
      const isYear = /^\d{4}$/.test(number);
      if (!isYear && !/^'?\d{1,2}$/.test(number)) return null;
      if (isYear) year = Number(number) - ahead;
      else numbers.push(Number(number.replace("'", '')));
      kinds.push(isYear ? 'Y' : number.startsWith("'") ? 'y' : 'n');
    } else if (mark !== undefined) {
      if (!began || (mark !== '.' && at === tokens.length - 1)) return null;
      const between =
        mark !== '.' || (tokens[at - 1]?.number !== undefined && nextOf(tokens, at)?.number !== undefined);
      kinds.push(between ? mark : '');
    } else if (word !== undefined) {
      const phrase = longestPhrase(tokens, at, lexicon);
      const meaning = lexicon.get(phrase.text);
      if (!meaning) {
        // Behind a time, a short word is a zone.
        if (timed && /^[a-z]{1,5}$/.test(word)) continue;
        return 'unknown word';
      }
      if (!began && !meaning.weekday && !meaning.months) return null;
      // All words are of one language.
      shared = meaning.languages && shared ? common(shared, meaning.languages) : (meaning.languages ?? shared);
      if (shared?.size === 0) return null;
      if (meaning.months) named.push({ months: meaning.months, weekday: meaning.weekday, at: kinds.push('M') - 1 });
      at = phrase.last;
    } else continue;
    began ||= mark === undefined;
  }
  const month = monthOf(named, kinds, shared);
  if (month === undefined) return null;
  return ordered(
    kinds
      .join('')
      .replace(/^[-,]+|[-,]+$/g, '')
      .replace(/[-,]{2,}/g, ','),
    year,
    numbers,
    month,
  );
}

/**
 * The months that the one word for the month can mean in the languages of the date; null where no word does, undefined where several do.
 * Words that are names of weekdays too count as such beside another.
 */
function monthOf(named: readonly Named[], kinds: string[], languages: ReadonlySet<string> | null) {
  if (named.length === 0) return null;
  const sure = named.filter(({ weekday }) => !weekday);
  const candidates = sure.length > 0 ? sure : named;
  const month = candidates.at(-1);
  // In Welsh, Tuesday and March have one name.
  if (
    !month ||
    (candidates.length > 1 && (sure.length > 0 || candidates.some(({ months }) => months !== month.months)))
  ) {
    return undefined;
  }
  for (const { at } of named) if (at !== month.at) kinds[at] = '';
  if (month.months.size === 1 || !languages) return month.months;
  return new Map([...month.months].filter(([, those]) => common(those, languages).size > 0));
}

/** Norwegian abbreviates a weekday to `on.`, but `On 13 April 2016` begins a sentence. */
function beginsInSentence([first, second]: readonly Token[]): boolean {
  return first?.word !== undefined && /^(?:on|of|in|at|by|an?|to)$/.test(first.word) && second?.mark === undefined;
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return a === b ? a : new Set([...a].filter((one) => b.has(one)));
}

function ordered(
  order: string,
  year: number | null,
  numbers: readonly number[],
  months: DateShape['months'] | null,
): DateShape | null {
  const [first = 0, second = 0] = numbers;
  if (months) {
    const fits = DAY_FIRST.test(order) || MONTH_FIRST.test(order) || YEAR_FIRST.test(order);
    return fits ? { year, months, day: first, numbers: null } : null;
  }
  const inNumbers = (month: number, day: number) => ({ year, months: new Map([[month, NONE]]), day, numbers: null });
  if (NUMBERS_YEAR_FIRST.test(order)) return inNumbers(first, second);
  const mark = NUMBERS_YEAR_LAST.exec(order)?.[1];
  if (mark === undefined) return null;
  // Where full stops part the numbers, the day stands first in all languages; some Americans write it otherwise, where it can be told.
  if (mark === '.' && second <= 12) return inNumbers(second, first);
  return { year, months: new Map(), day: 0, numbers: [first, second] };
}

const NONE: ReadonlySet<string> = new Set();

/** The token behind white space. */
function nextOf(tokens: readonly Token[], at: number): Token | undefined {
  const next = tokens[at + 1];
  return next && isSpace(next) ? tokens[at + 2] : next;
}

function isSpace({ clock, numbered, number, word, mark }: Token): boolean {
  return (clock ?? numbered ?? number ?? word ?? mark) === undefined;
}

/** The longest name of a month that begins at a word, of up to three words; where there is none, the word. */
function longestPhrase(tokens: readonly Token[], at: number, lexicon: Lexicon): { text: string; last: number } {
  let text = tokens[at]?.word ?? '';
  let best = { text, last: at };
  for (let last = at + 2; last <= at + 4; last += 2) {
    const word = tokens[last]?.word;
    if (word === undefined || nextOf(tokens, last - 2)?.word !== word) break;
    text += ` ${word}`;
    if (lexicon.get(text)?.months) best = { text, last };
  }
  return best;
}
