import type { SuggestText } from './names';
import type { Slices } from './slices';

/** Two names that the text itself equates: `Islamic Revolutionary Guard Corps (IRGC)`. */
export interface Definition {
  readonly name: string;
  readonly short: string;
  /** `words` where the text says so, or glosses in square brackets; `brackets` where it stands in round ones, which may hold anything. */
  readonly way: 'words' | 'brackets';
}

/**
 * The names that the texts equate with acronyms in brackets, or with other names. The acronym stands behind the name, or before it as in
 * `PKK (Kurdish Workers Party)`. Of the words before a bracket, those that the letters stand for are the name.
 */
export function* definitionsIn(texts: readonly SuggestText[]): Slices<Definition[]> {
  const found = new Map<string, Definition>();
  const add = (name: string, short: string, way: Definition['way'] = 'words') =>
    found.set(`${name}\n${short}`, { name, short, way });
  for (const text of chunksOf(texts)) {
    yield;
    for (const match of text.matchAll(BEHIND)) {
      const [, inside = ''] = match;
      const before = WORDS_BEFORE.exec(text.slice(Math.max(0, match.index - LONGEST), match.index))?.[0] ?? '';
      // `(PMOI/MEK)`: the name may fit the letters of one acronym only, and counts for both.
      const shorts = inside.split(/[/,;]\s*/);
      const names = shorts.map((short) => nameFor(before, short));
      const name = names.find((one) => one !== null) ?? null;
      if (name !== null) shorts.forEach((short, i) => add(names[i] ?? name, short));
    }
    for (const match of text.matchAll(BEFORE)) add(match[2] ?? '', match[1] ?? '');
    for (const match of text.matchAll(ALSO)) {
      const before = NAME_BEFORE.exec(text.slice(Math.max(0, match.index - LONGEST), match.index))?.[0];
      if (before === undefined) continue;
      const [, said, round = '', square] = match;
      add(before.replace(OWNER, ''), said ?? square ?? round, (said ?? square) ? 'words' : 'brackets');
    }
  }
  return [...found.values()];
}

/** The texts in pieces, each of which takes little time. They end at blank lines, which no definition reaches over. */
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

/** The words at the end of a text that an acronym may stand for: the fewest that have its initials, or else its first ones; null if none do. */
function nameFor(before: string, short: string): string | null {
  const words = before.trim().split(/\s+/);
  const letters = short.toLowerCase().replace(/[^a-z]/g, '');
  let best: string | null = null;
  for (let from = words.length - 2; from >= Math.max(0, words.length - 9); from--) {
    const part = words.slice(from);
    if (!/^\p{Lu}/u.test(part[0] ?? '') || part[0]?.[0]?.toLowerCase() !== letters[0]) continue;
    const name = part.join(' ');
    if (fitsInitials(part, letters)) return name;
    // `the Islamic State (ISIS)`: each word has its letter, but not each letter a word.
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

/** Whether an acronym has the initials of words. Words in lower case may have no letter in it. */
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

/** Whether a spelling looks like an acronym. */
export function isAcronym(text: string): boolean {
  return /^(?:\p{Lu}[\p{Lu}\p{N}]{1,6}|(?:\p{Lu}\.){2,})$/u.test(text);
}

const BEHIND = /\((\p{Lu}[\p{Lu}\p{N}]{1,6}(?:[/,;] ?\p{Lu}[\p{Lu}\p{N}]{1,6})*)\)/gu;
const WORDS_BEFORE = /(?:[\p{L}’'-]+[ \n])+$/u;
/** The most UTF-16 code units of a name before a bracket. */
const LONGEST = 100;
const BEFORE =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{N}]{1,6}) \((\p{Lu}[\p{L}’'-]+(?: (?:of|for|the|and|\p{Lu}[\p{L}’'-]+)){1,7})\)/gu;
/** Two names: the second behind `also called`, in round brackets if it has several words, or in square ones, in which an editor explains it. */
const ALSO =
  /(?:[”"’]?,? (?:also|better|otherwise) (?:called|known as) (?:the )?[“"‘]?((?:\p{Lu}[\p{L}’'-]+ ){0,6}\p{Lu}[\p{L}’'-]+)|[”"’]? \([“"‘]?(\p{Lu}[\p{L}’'-]+(?: (?:al-)?\p{Lu}[\p{L}’'-]+){1,6})[”"’]?\)|[”"’]? \[[“"‘]?((?:\p{Lu}[\p{L}\p{N}’'-]+ ){0,6}\p{Lu}[\p{L}\p{N}’'-]+)[”"’]?\])/gu;
const NAME_BEFORE = /(?:\p{Lu}[\p{L}’'-]+ )+\p{Lu}[\p{L}’'-]+$/u;
/** The owner in `Velmora’s Special Guard`, which is no part of the name. */
const OWNER = /^.*['’]s /u;
