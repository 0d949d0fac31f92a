import { addressParser, decodeWords } from 'postal-mime';
import { withoutControls } from '../text/encodings';
import type { Span } from '../text/span';
import { MAX_NAMES_LENGTH } from './names';
import { collapse } from './words';

/** What a field of a header says, and where it stands. */
interface Said {
  readonly value: string;
  readonly span: Span;
}

/** What stands further behind in a field, in UTF-16 code units, is not read. */
const MAX_VALUE = 2000;

/** The subject, with its encoded words (RFC 2047) decoded; null where it is blank. */
export function readSubject(text: string, span: Span | undefined): Said | null {
  return span ? said(decodeWords(unfolded(text, span)), span) : null;
}

/**
 * The name of a list: `Harbour talk` in `Harbour talk <talk.harbour.example>`, and the id in the brackets where there is no name. An id
 * of a list is no address.
 */
export function readList(text: string, span: Span | undefined): Said | null {
  const raw = span ? text.slice(span.start, span.end).slice(0, MAX_VALUE) : '';
  const [, name = '', id = ''] = /^([^<>]*)<([^<>]*)>/.exec(raw) ?? [];
  const plain = collapse(name).replace(/^"(.*)"$/, '$1');
  if (!span || raw === '') return null;
  if (plain !== '' && !plain.includes('@')) return said(decodeWords(plain), placeOf(raw, plain, span));
  return id.trim() === '' || id.includes('@') ? null : said(id, placeOf(raw, id, span));
}

/**
 * The names of the writers, `Mara Lind`; null where only an address tells who wrote. No address becomes an author, nor a part of one:
 * it belongs to a person who did not publish it, and `m.lind` is a guess at a name. A name that is the first part of the address to the
 * letter was filled in by a program.
 */
export function readAuthor(
  text: string,
  span: Span | undefined,
): (Said & { readonly names: readonly string[] }) | null {
  if (!span) return null;
  // Archives of lists write `mara at harbour.example (Mara Lind)`, others `mara (at) harbour.example`.
  const value = unfolded(text, span)
    .replace(/ ?[([](?:at|@)[)\]] ?/gi, '@')
    .replace(/^(\S+) at (\S+)(?=\s*(?:\(|$))/, '$1@$2');
  const names = addressParser(value, { flatten: true }).flatMap(({ name = '', address = '' }) => {
    const clean = withoutAddresses(name);
    return clean === '' || clean === address.slice(0, Math.max(0, address.lastIndexOf('@'))) ? [] : [clean];
  });
  const author = names.join(', ');
  const found = author === '' ? null : said(author, placeOf(text.slice(span.start, span.end), author, span));
  return found && { ...found, names };
}

/** A name without addresses in it, be they written with a sign or a word, and without the marks around it. */
function withoutAddresses(name: string): string {
  const plain = name
    .slice(0, MAX_NAMES_LENGTH)
    .replace(/\S*@\S*/g, ' ')
    .replace(/\S+ at \S+\.\S+/gi, ' ');
  return collapse(plain)
    .replace(/^['"<(]+|['">),;]+$/g, '')
    .trim();
}

/** The lines of a field as one: each line end is left out, and the white space behind it stays. */
function unfolded(text: string, { start, end }: Span): string {
  return text.slice(start, Math.min(end, start + MAX_VALUE)).replace(/[\r\n]+/g, '');
}

function said(value: string, span: Span): Said | null {
  const plain = collapse(withoutControls(value).replace(CONTROLS, ' '));
  return plain === '' ? null : { value: plain, span };
}

/** An encoded word can hold any character, line ends among them. */
const CONTROLS = /\p{Cc}+/gu;

/** Where a name stands in a field: to the letter, as the encoded words, or else the whole field. */
function placeOf(raw: string, name: string, { start, end }: Span): Span {
  const at = raw.indexOf(name);
  if (at >= 0) return { start: start + at, end: start + at + name.length };
  const words = /=\?[^?\s]+\?[bq]\?[^?]*\?=(?:\s*=\?[^?\s]+\?[bq]\?[^?]*\?=)*/i.exec(raw.slice(0, MAX_VALUE));
  return words ? { start: start + words.index, end: start + words.index + words[0].length } : { start, end };
}
