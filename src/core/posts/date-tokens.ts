// Cuts a written date into its parts: times, numbers, words and marks.

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
export const BUDDHIST = /พ\.?ศ\.?|พุทธศักราช|(?<!\p{L})b\.?e\.?(?=$|\s)/u;

/**
 * A folded text with years of eras, double years and Han numerals as numbers, without a zone in brackets behind a time, and with a space
 * before the time of a web server's log.
 */
export function plain(folded: string): string {
  let written = folded;
  if (folded.charAt(8) === 't') written = folded.replace(BASIC, '$1-$2-$3 0:00');
  if (folded.includes('/')) written = written.replace(LOGGED, '$1 ').replace(DOUBLE_YEAR, laterYear);
  if (/[([]/.test(folded)) written = written.replace(/(?<=\d:\d\d.*)[([][^()[\]]*[)\]]?$/, '');
  if (!folded.includes('年')) return written;
  return written
    .replace(ERA, (_, era: string, year: string) => String((ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year))))
    .replace(/[〇零一二三四五六七八九十]+(?=[年月日號号])/gu, hanNumber);
}

/** `14/may/2016:10:00:00 +0200` */
const LOGGED = /^(\d{1,2}\/[a-z]{3}\/\d{4}):(?=\d\d:)/;

/** `feb. 11, 1731/32`: the year of the Old Style, which began on 25 March, and that of the New Style. The first three months are dated so. */
const DOUBLE_YEAR = /(?<=^|[\s,])(1[0-7]\d{2})\/(\d{1,2}|\d{4})(?![\d/])/;

/** The year that began on 1 January. Other pairs of numbers stay as they are. */
function laterYear(written: string, earlier: string, end: string): string {
  const later = String(Number(earlier) + 1);
  return later.endsWith(end) ? later : written;
}

/** The basic form of ISO 8601: `20160504T100000Z`. */
const BASIC = /^(\d{4})(\d{2})(\d{2})t\d{4,6}(?:[.,]\d+)?(?=z|[+-]\d|$)/;

/** A part of a folded date; white space has none of these. */
export interface Token {
  readonly clock: string | undefined;
  /** A month as a number with the word for month. */
  readonly numbered: string | undefined;
  readonly number: string | undefined;
  readonly unit: string | undefined;
  readonly word: string | undefined;
  readonly mark: string | undefined;
}

/** The parts of a text; null where it has other signs, more words, or other numbers than a date. */
export function tokensOf(written: string): Token[] | null {
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

/** The token behind white space. */
export function nextOf(tokens: readonly Token[], at: number): Token | undefined {
  const next = tokens[at + 1];
  return next && isSpace(next) ? tokens[at + 2] : next;
}

function isSpace({ clock, numbered, number, word, mark }: Token): boolean {
  return (clock ?? numbered ?? number ?? word ?? mark) === undefined;
}
