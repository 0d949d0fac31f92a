import { ENTITY_TYPES } from '../entities/registry';

// Cleans the text of cells. It is data from elsewhere and stays data: `=1+1` is a name like any other.

/** A text on one line: white space collapsed, without controls, directional marks and invisible characters. Joiners inside words stay. */
export function cleanLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(HIDDEN, '').trim();
}

/** The same for each line of a text. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map(cleanLine)
    .join('\n')
    .trim();
}

// Controls; zero-width spaces, directional marks and overrides, the byte order mark. Not U+200C and U+200D, which spell words.
const HIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

/** Splits a cell at `|` or, where it has none, at `;`. */
export function splitCell(text: string): string[] {
  return text.split(text.includes('|') ? '|' : ';');
}

/** The type of the registry that a word means: a built-in type, or else the word itself. */
export function typeOf(text: string): string {
  const word = cleanLine(text).toLowerCase();
  return TYPES.get(word) ?? word;
}

const TYPES = new Map<string, string>(ENTITY_TYPES.map((type) => [type, type]));
for (const [type, words] of [
  ['person', 'persons people human per individual'],
  ['organization', 'organizations organisation organisations org company agency institution ministry'],
  ['place', 'places location locations loc gpe city country region town'],
  ['event', 'events'],
  ['publication', 'publications newspaper magazine journal'],
  ['group', 'groups norp'],
  ['concept', 'concepts topic'],
  ['work', 'works book film'],
] as const) {
  for (const word of words.split(' ')) TYPES.set(word, type);
}
