import { BUDDHIST, nextOf, plain, tokensOf, type Token } from './date-tokens';
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

/** The orders of a date: Y a year, y one of two digits, M the name of a month, n a number. A full stop stands between numbers only. */
const DAY_FIRST = /^n[-/]?M[-/,]?[Yyn]$/;
const MONTH_FIRST = /^M-?n[-,.]?[Yyn]$/;
const YEAR_FIRST = /^Y[-,.]?(?:M-?n|n-?M)$/;
const NUMBERS_YEAR_FIRST = /^Y([-/.])n\1n$/;
const NUMBERS_YEAR_LAST = /^n([-/.])n\1[Yyn]$/;

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

/** `May 4, 2016`. */
const COMMON = /^([a-z]{3,9}) (\d{1,2}), (\d{4})$/;

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
