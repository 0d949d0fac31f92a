/** The meaning of a word in dates. A word can mean several things: `mar` is March, and in Spanish Tuesday. */
export interface DateWord {
  /** The months that it names, 1 to 12 or see `PERSIAN`, each with the languages in which it does; null where it names none. */
  months: Map<number, Set<string>> | null;
  /** Whether it is a weekday, with which dates may begin. */
  weekday: boolean;
  /** The languages whose dates have the word; null where it can stand in any. */
  languages: Set<string> | null;
}

/** The words of dates by their folded form. A name of several words is one entry: `كانون الثاني`. */
export type Lexicon = ReadonlyMap<string, DateWord>;

/**
 * The languages whose dates are read, by script. `Intl.DateTimeFormat` (Unicode CLDR) knows their words, so that none is written down here.
 * Arabic has three sets of month names: of Egypt and the Gulf, of the Levant, and of the Maghreb.
 */
const LANGUAGES: readonly (readonly [script: RegExp, languages: string])[] = [
  [
    /\p{Script=Latin}/u,
    'en en-GB de fr es it pt nl af sv nb nn da fi is fo et lv lt pl cs sk hu ro sq sl hr bs sr-Latn tr az uz ca gl eu ga cy mt id ms fil sw vi',
  ],
  [/\p{Script=Cyrillic}/u, 'ru uk be bg sr mk kk ky mn'],
  [/\p{Script=Arabic}/u, 'ar ar-LB ar-DZ ar-MA ar-TN fa ur ps ckb'],
  [/\P{ASCII}/u, 'el he hy ka hi mr ne bn pa gu ta te kn ml si th lo km my am zh zh-Hant ja ko'],
];

/** Months of the Persian calendar have numbers from 101 to 112. */
export const PERSIAN = 100;

/** The languages whose writers date by the Persian calendar, and English, for transcribed names. */
const PERSIAN_LANGUAGES = ['fa', 'ps', 'en'];

/** Words between the parts of dates that `Intl` does not write. */
const FILLERS = [
  'the',
  'of',
  'am',
  'pm',
  'a.m',
  'p.m',
  'año',
  'an',
  'anno',
  'den',
  'năm',
  'ngày',
  'dnia',
  'dne',
  'tháng',
  'thg',
];

/** English abbreviations beside those of `Intl`. */
const WEEKDAYS = ['tues', 'thur', 'thurs'];

const lexicons = new Map<string, Map<string, DateWord>>();

/** The words of English dates; enough for most archives, and quickly made. */
export function englishLexicon(): Lexicon {
  return lexiconOf('en en-GB');
}

/** The words of dates in all languages of the script of a word. Made when it is first asked for, which takes about a tenth of a second. */
export function lexiconFor(word: string): Lexicon {
  const [, languages] = LANGUAGES.find(([script]) => script.test(word)) ?? [/$/, 'en en-GB'];
  return lexiconOf(languages);
}

/** Whether a word names a month or a weekday in some language of its script. */
export function isDayWord(word: string): boolean {
  const folded = foldDate(word);
  const meaning = englishLexicon().get(folded) ?? lexiconFor(folded).get(folded);
  return meaning !== undefined && (meaning.weekday || meaning.months !== null);
}

/**
 * A text in the form in which words of dates are compared: lower case, ASCII digits, no accents, no vowel marks of Arabic and Hebrew, no
 * direction marks, plain spaces and brackets. Its length may differ.
 */
export function foldDate(text: string): string {
  // eslint-disable-next-line no-control-regex -- all of ASCII
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()

    .replace(/[\u0300-\u036f\u0591-\u05c7\u05f3\u05f4\u064b-\u065f\u0670\p{Cf}]+/gu, '')
    .normalize('NFC')
    .replace(/\p{Nd}/gu, digitOf)
    .replaceAll('॰', '.')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[‐‑‒–]/g, '-')
    .replace(/[،、。]/g, ',')
    .replaceAll('ς', 'σ')
    .replaceAll('ı', 'i')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک');
}

/** The ASCII digit of a digit of any script. Each script has its ten in a row, from a code that ends in 0 or in 6. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const from = code & ~15;
  return String((code - from - (/\p{Nd}/u.test(String.fromCodePoint(from)) ? 0 : 6)) % 10);
}

/** The words of a folded text; `p.m` is one. */
const WORD = /[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*/gu;

function lexiconOf(languages: string): Map<string, DateWord> {
  const known = lexicons.get(languages);
  if (known) return known;
  const lexicon = new Map<string, DateWord>();
  for (const filler of FILLERS) lexicon.set(foldDate(filler), { months: null, weekday: false, languages: null });
  for (const weekday of WEEKDAYS) lexicon.set(weekday, { months: null, weekday: true, languages: new Set(['en']) });
  for (const locale of languages.split(' ')) addLanguage(lexicon, locale);
  lexicons.set(languages, lexicon);
  return lexicon;
}

const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'full' },
  { dateStyle: 'medium' },
  { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  { weekday: 'long' },
  { month: 'long' },
  { month: 'short' },
];

function addLanguage(lexicon: Map<string, DateWord>, locale: string): void {
  const [language = locale] = locale.split('-');
  for (const style of STYLES) {
    const format = formatOf(locale, 'gregory', style);
    for (let month = 1; month <= 12; month++) {
      // Each month has another weekday than the one before, so that all seven are seen.
      const day = 8 + ((month - new Date(Date.UTC(2016, month - 1, 8)).getUTCDay() + 14) % 7);
      addDate(lexicon, language, month, format.formatToParts(Date.UTC(2016, month - 1, day)));
    }
  }
  const at = formatOf(locale, 'gregory', { dateStyle: 'long', timeStyle: 'short' });
  for (const hour of [10, 15]) addDate(lexicon, language, 5, at.formatToParts(Date.UTC(2016, 4, 14, hour)));
  if (!PERSIAN_LANGUAGES.includes(language)) return;
  const persian = formatOf(locale, 'persian', { month: 'long' });
  for (let month = 1; month <= 12; month++) {
    addDate(lexicon, language, PERSIAN + month, persian.formatToParts(Date.UTC(2016, month + 2, 5)));
  }
}

function formatOf(locale: string, calendar: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}-nu-latn`, { ...style, timeZone: 'UTC' });
}

/** Adds the words of a written date. The month's word is whole, with what the language joins to it: Hebrew `במאי`. */
function addDate(
  lexicon: Map<string, DateWord>,
  language: string,
  month: number,
  parts: Intl.DateTimeFormatPart[],
): void {
  let text = '';
  const places: { type: string; start: number; end: number }[] = [];
  for (const { type, value } of parts) {
    const start = text.length;
    text += foldDate(value);
    places.push({ type, start, end: text.length });
  }
  const of = (type: string) => places.find((place) => place.type === type);
  const [name, weekday] = [of('month'), of('weekday')];
  let whole = '';
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const inside = (place: typeof name) => place && index < place.end && index + word.length > place.start;
    // Catalan writes `de` and `d’` as parts of the month.
    if (inside(name) && !/^de?$/.test(word)) whole += whole === '' ? word : ` ${word}`;
    else entryOf(lexicon, word, language).weekday ||= Boolean(inside(weekday));
  }
  if (!name || whole === '' || /\d/.test(text.slice(name.start, name.end))) return;
  const entry = entryOf(lexicon, whole, language);
  const named = (entry.months ??= new Map<number, Set<string>>()).get(month) ?? new Set();
  entry.months.set(month, named.add(language));
}

function entryOf(lexicon: Map<string, DateWord>, word: string, language: string): DateWord {
  const entry = lexicon.get(word) ?? { months: null, weekday: false, languages: new Set() };
  entry.languages?.add(language);
  lexicon.set(word, entry);
  return entry;
}
