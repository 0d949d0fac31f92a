import { cut } from '../text/visible';
import { isDate } from './dates';
import { FILTERS, isOption, wordsOf, type FilterKey, type OptionKey } from './keys';
import { nearestOf } from './nearest-key';
import type { Value } from './query';
import { refuse, type Reader } from './reader';

/** The most values of one key, which are alternatives. */
const MOST_VALUES = 100;

/** Reads `:` and the values behind a key. Refuses values that the key does not take. */
export function readValues(reader: Reader, key: FilterKey | OptionKey): Value[] {
  reader.take(/:/y);
  const values: Value[] = [];
  do {
    if (values.length >= MOST_VALUES) reader.refuse(`A key takes ${MOST_VALUES} values.`);
    if (reader.isSpaced() && values.length === 0) reader.refuse(`“${key}:” needs a value right behind it.`);
    values.push(readValue(reader, key));
  } while (reader.take(/,/y) !== null);
  if (!reader.isSpaced() && reader.next === ':') reader.refuse('A value with “:” needs quotation marks.');
  return values;
}

function readValue(reader: Reader, key: FilterKey | OptionKey): Value {
  const { start } = reader.here;
  const span = () => ({ start, end: reader.end });
  const phrase = reader.phrase();
  if (phrase !== null) {
    if (takesDates(key)) refuse(NO_DATE(phrase), span());
    return checked(key, { kind: 'text', text: phrase, quoted: true, span: span() });
  }
  const relation = key === 'date' ? readRelation(reader) : '';
  const bare = reader.bare();
  if (bare === null) reader.refuse(`“${key}:” needs a value.`);
  if (bare === '*' && !isOption(key) && wordsOf(key) === null && relation === '') return { kind: 'any', span: span() };
  if (!takesDates(key)) {
    if (!reader.isSpaced() && reader.text.startsWith('..', reader.at)) {
      reader.refuse('Only dates have ranges. A value with “..” needs quotation marks.');
    }
    return checked(key, { kind: 'text', text: bare, quoted: false, span: span() });
  }
  if (bare === 'none' && key === 'date' && relation === '') return { kind: 'none', span: span() };
  if (!isDate(bare)) refuse(NO_DATE(bare), span());
  if (reader.isSpaced() || reader.take(/\.\./y) === null) return { kind: 'date', relation, date: bare, span: span() };
  if (key !== 'date' || relation !== '') refuse(`One date is enough here. A range is date:2015..2017.`, span());
  const to = reader.isSpaced() ? null : reader.bare();
  if (to === null) return { kind: 'date', relation: '>=', date: bare, span: span() };
  if (!isDate(to)) refuse(NO_DATE(to), span());
  return { kind: 'range', from: bare, to, span: span() };
}

function takesDates(key: FilterKey | OptionKey): boolean {
  return !isOption(key) && FILTERS[key].takes === 'dates';
}

function readRelation(reader: Reader): '' | '>=' | '<=' | '>' | '<' {
  return (reader.take(/[<>]=?/y) ?? '') as '' | '>=' | '<=' | '>' | '<';
}

const NO_DATE = (text: string) =>
  `“${cut(text, 40)}” is no date: write a year, month or day as 2016, 2016-05 or 2016-05-04.`;

/** Refuses a word that is none of those that a key takes. */
function checked(key: FilterKey | OptionKey, value: Value & { readonly kind: 'text' }): Value {
  const words = wordsOf(key);
  const isSearched = !isOption(key) && FILTERS[key].takes === 'words';
  if (isSearched && !/[\p{L}\p{N}]/u.test(value.text)) refuse('This has no letter or digit to search for.', value.span);
  if (!words || words.includes(value.text)) return value;
  const near = nearestOf(value.text, words);
  const hint = near === null ? `Use ${words.join(', ')}.` : `Did you mean “${key}:${near}”?`;
  refuse(`“${key}:” does not take “${cut(value.text, 40)}”. ${hint}`, value.span);
}
