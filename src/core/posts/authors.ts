import { looksLikePerson, MAX_NAMES_LENGTH } from './names';
import { collapse } from './words';

/**
 * The people whom a byline names: `Mara Lind, Jon Vey and Hanna Yorck` are three. A text that may be one name stays one: `Lind, Mara`,
 * `José Ortega y Gasset`, `Mara Lind, Oran`, `Ministry of Health and Trade`. No name comes twice.
 *
 * @param author the author of a post, as written
 */
export function splitAuthors(author: string): string[] {
  const text = collapse(author);
  if (text === '') return [];
  // No byline of people is longer than a few lines.
  if (text.length > 10 * MAX_NAMES_LENGTH) return [text];
  const certain = text.split(SURE).map((part) => part.trim());
  return [...new Set(certain.filter((part) => part !== '').flatMap(splitList))];
}

/** Signs that stand between names, and never in one. */
const SURE = /\s*[;；、؛|]\s*/u;

const COMMA = /\s*[,，،]\s*/u;
/** The word “and” between names, also behind a comma, in the languages of common bylines. */
const AND =
  /\s*(?:[,，،]\s*)?(?:\s(?:and|und|et|y|e|en|och|og|ja|ve|oraz|dan|si|și|i|a|и|та|και|و|ו|with|mit|avec|con)\s|\s*[&＆]\s*)/iu;
/** Behind a comma, these belong to the name before it. */
const SUFFIX = /^(?:jr|sr|[js]nr|ii|iii|iv|ph\.?\s?d|m\.?\s?d|m\.?\s?a|m\.?\s?p|s\.?\s?j|esq|dds|rn|cpa|llb|mba)\.?$/i;
/** Scripts without capitals: there a word alone may be a whole name, and surnames are not put before a comma. */
const CASELESS = /^[\p{Lo}\p{M}\p{N}\s·・.‧'’-]+$/u;

/** Parts a list by commas and by “and”, if each part is a name. */
function splitList(text: string): string[] {
  const groups = text.split(AND).map((group) => withSuffixes(group.split(COMMA)));
  const parts = groups.flat();
  if (parts.length === 1) return [text];
  if (parts.every(isWholeName)) return parts;
  // `Lind, Mara and Vey, Jon`: a comma in each part puts the surname first.
  if (groups.length > 1 && groups.every(isInverted)) return groups.map((group) => group.join(', '));
  // `mara, jon and kim`: where one has but one word, all may.
  const last = groups.at(-1) ?? [];
  if (groups.length === 2 && last.length === 1 && parts.length > 2 && parts.every(isOneWord)) return parts;
  return [text];
}

function withSuffixes(parts: readonly string[]): string[] {
  const names: string[] = [];
  for (const part of parts) {
    const name = names.at(-1);
    if (name !== undefined && SUFFIX.test(part)) names[names.length - 1] = `${name}, ${part}`;
    else if (part !== '') names.push(part);
  }
  return names;
}

/** Whether a part is somebody's full name: more than one word with capitals, or any words of a script without capitals. */
function isWholeName(part: string): boolean {
  const [name = ''] = part.split(COMMA);
  return CASELESS.test(name) || looksLikePerson(capitalized(name));
}

/** A name of capitals alone, or of none, as it is mostly written. */
function capitalized(name: string): string {
  const lower = name.toLowerCase();
  if (name !== lower && name !== name.toUpperCase()) return name;
  return lower.replace(/(?<![\p{L}\p{M}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function isInverted(group: readonly string[]): boolean {
  const [surname = '', given = '', ...more] = group;
  return more.length === 0 && looksLikePerson(`${given} ${surname}`);
}

function isOneWord(part: string): boolean {
  return /^[\p{L}\p{M}\p{N}._'’-]+$/u.test(part);
}
