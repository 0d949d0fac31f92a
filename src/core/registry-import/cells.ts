import { ENTITY_TYPES } from '../entities/registry';

// What is made of the text of a cell. It is data from elsewhere, and stays data: `=1+1` is a name like any other.

/** A text on one line: white space collapsed, without controls and what only directs or hides text. Joiners inside words stay. */
export function cleanLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(HIDDEN, '').trim();
}

/** The same for a text that may have several lines. */
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

/** The texts of a cell that may hold several, parted by `|` or, where it has none, by `;`. */
export function splitCell(text: string): string[] {
  return text.split(text.includes('|') ? '|' : ';');
}

/** A type as the registry has it: one of its own where the word means one, else the word itself. */
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
