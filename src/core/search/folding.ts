import { ALIKE, DIACRITIC, TATWEEL, VOICING_MARKS } from '../match/keys';

// Words are found, and names compared, whatever their case and diacritics, by the rule by which folding names of the registry are found.

/** A text without case and diacritics, in composed form. */
export function foldName(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text.normalize('NFD')) if (!isDiacritic(character)) folded += plainLetter(character);
  return folded.normalize('NFC');
}

function isDiacritic(character: string): boolean {
  return character === TATWEEL || (DIACRITIC.test(character) && !VOICING_MARKS.includes(character));
}

/** The small letter without its stroke, and of letters that are alike the usual one. `ς` is a form of `σ` at the end of a word. */
function plainLetter(character: string): string {
  const small = character.toLowerCase();
  return ALIKE.get(small) ?? (small === 'ς' ? 'σ' : small === 'ı' ? 'i' : small);
}

/** Ranges of code units that have case or diacritics. They leave out Chinese characters and the like, Hangul, and surrogates. */
const FOLDABLE: readonly (readonly [number, number])[] = [
  [0x0041, 0x30ff],
  [0xa640, 0xabff],
  [0xfb00, 0xffff],
];

let table: ReadonlyMap<string, string> | undefined;

/** All characters of one code unit that fold to a given one, itself included, as a part of a class of a regular expression. */
export function variantsOf(character: string): string {
  table ??= variants();
  return (table.get(character) ?? '') + escaped(character);
}

/** The diacritics as a class of a regular expression. */
export function diacritics(): string {
  table ??= variants();
  return table.get('') ?? '';
}

/** Made on first use, as it takes some milliseconds. The diacritics stand under the empty text. */
function variants(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [from, to] of FOLDABLE) {
    for (let unit = from; unit <= to; unit++) {
      const character = String.fromCharCode(unit);
      if (!/[\p{L}\p{N}\p{M}]/u.test(character)) continue;
      const folded = foldName(character);
      if (folded !== character) found.set(folded, (found.get(folded) ?? '') + escaped(character));
    }
  }
  return found;
}

function escaped(character: string): string {
  return /[\p{L}\p{N}\p{M}]/u.test(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A test for names: equal but for case and diacritics. `*` stands for any part, unless the pattern is quoted. */
export function namePattern(text: string, quoted: boolean): (name: string) => boolean {
  const parts = quoted ? [foldName(text).trim()] : foldName(text).split('*');
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  return (name) => {
    const folded = foldName(name).trim();
    if (last === undefined) return folded === first;
    if (!folded.startsWith(first)) return false;
    // The leftmost place of each part leaves most for the next.
    let at = first.length;
    for (const part of rest) {
      const found = folded.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return folded.length - at >= last.length && folded.endsWith(last);
  };
}
