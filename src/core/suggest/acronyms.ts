import type { SuggestText } from './names';
import type { Slices } from './slices';

/** Two spellings of which the text itself says that they name one thing: `Islamic Revolutionary Guard Corps (IRGC)`. */
export interface Definition {
  readonly name: string;
  readonly short: string;
}

/**
 * The acronyms that the texts define in brackets, either way round: behind the name, or before it as in `PKK (Kurdish Workers Party)`.
 * The name is as much of the words before the bracket as the letters account for.
 */
export function* definitionsIn(texts: readonly SuggestText[]): Slices<Definition[]> {
  const found = new Map<string, Definition>();
  const add = (name: string, short: string) => found.set(`${name}\n${short}`, { name, short });
  for (const text of chunksOf(texts)) {
    yield;
    for (const match of text.matchAll(BEHIND)) {
      const [, inside = ''] = match;
      const before = WORDS_BEFORE.exec(text.slice(Math.max(0, match.index - LONGEST), match.index))?.[0] ?? '';
      // `(PMOI/MEK)`: what the letters of one do not explain, those of the other do.
      const shorts = inside.split(/[/,;]\s*/);
      const names = shorts.map((short) => nameFor(before, short));
      const name = names.find((one) => one !== null) ?? null;
      if (name !== null) shorts.forEach((short, i) => add(names[i] ?? name, short));
    }
    for (const match of text.matchAll(BEFORE)) add(match[2] ?? '', match[1] ?? '');
    for (const match of text.matchAll(ALSO)) {
      const before = NAME_BEFORE.exec(text.slice(Math.max(0, match.index - LONGEST), match.index))?.[0];
      if (before !== undefined) add(before.replace(OWNER, ''), match[1] ?? match[2] ?? '');
    }
  }
  return [...found.values()];
}

/** The texts in pieces, so that none takes long. A definition reaches over no blank line. */
function* chunksOf(texts: readonly SuggestText[]): Generator<string> {
  for (const { text } of texts) {
    for (let from = 0; from < text.length;) {
      BLANK_LINE.lastIndex = from + CHUNK;
      const to = from + CHUNK < text.length ? (BLANK_LINE.exec(text)?.index ?? text.length) : text.length;
      yield text.slice(from, to);
      from = to;
    }
  }
}

const CHUNK = 20_000;
const BLANK_LINE = /(?<=\n)\r?\n/g;

/** The words at the end of a text that an acronym may stand for: as few as begin with its first letter and have most of the others. */
function nameFor(before: string, short: string): string | null {
  const words = before.trim().split(/\s+/);
  const letters = short.toLowerCase().replace(/[^a-z]/g, '');
  let best: string | null = null;
  for (let from = words.length - 2; from >= Math.max(0, words.length - 9); from--) {
    const part = words.slice(from);
    if (!/^\p{Lu}/u.test(part[0] ?? '') || part[0]?.[0]?.toLowerCase() !== letters[0]) continue;
    const name = part.join(' ');
    if (fitsInitials(part, letters)) return name;
    // `the Islamic State (ISIS)`: every word has its letter, though not every letter its word.
    const initials = part.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]?.toLowerCase());
    if (
      initials.length === part.length &&
      part.length <= letters.length &&
      initials.join('') === letters.slice(0, initials.length)
    )
      best ??= name;
  }
  return best;
}

/** Whether an acronym is made of the first letters of words; small words may have none. */
export function fitsInitials(words: readonly string[], acronym: string): boolean {
  const letters = acronym.toLowerCase();
  const full = words.flatMap((word) => word.split('-')).filter((word) => word !== '');
  const all = full.map((word) => word[0]?.toLowerCase() ?? '').join('');
  const main = full
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0]?.toLowerCase() ?? '')
    .join('');
  return letters.length >= 2 && (letters === all || letters === main);
}

/** Whether a spelling is made as acronyms are. */
export function isAcronym(text: string): boolean {
  return /^(?:\p{Lu}[\p{Lu}\p{N}]{1,6}|(?:\p{Lu}\.){2,})$/u.test(text);
}

const BEHIND = /\((\p{Lu}[\p{Lu}\p{N}]{1,6}(?:[/,;] ?\p{Lu}[\p{Lu}\p{N}]{1,6})*)\)/gu;
const WORDS_BEFORE = /(?:[\p{L}’'-]+[ \n])+$/u;
/** No name is longer; in UTF-16 code units. */
const LONGEST = 100;
const BEFORE =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{N}]{1,6}) \((\p{Lu}[\p{L}’'-]+(?: (?:of|for|the|and|\p{Lu}[\p{L}’'-]+)){1,7})\)/gu;
/** Two names: the second in brackets, then of several words, or with `also called`. */
const ALSO =
  /(?:[”"’]?,? (?:also|better|otherwise) (?:called|known as) (?:the )?[“"‘]?((?:\p{Lu}[\p{L}’'-]+ ){0,6}\p{Lu}[\p{L}’'-]+)|[”"’]? \([“"‘]?(\p{Lu}[\p{L}’'-]+(?: (?:al-)?\p{Lu}[\p{L}’'-]+){1,6})[”"’]?\))/gu;
const NAME_BEFORE = /(?:\p{Lu}[\p{L}’'-]+ )+\p{Lu}[\p{L}’'-]+$/u;
/** `Velmora’s Special Guard`: whose it is, is no part of the name. */
const OWNER = /^.*['’]s /u;
