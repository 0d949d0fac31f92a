import { fullWords, withoutOrigin } from './relations';
import type { NameForm } from './forms';
import { isGenericNoun } from './name-nouns';
import { nameWords } from './name-words';
import { bareLetters } from './segments';
import { skeletonsOf } from './skeletons';

// Two names are compared only if they share a key. Each kind of relation (see `relations.ts`) has keys of its own, which begin with the
// name of the kind, so that a key tells as much as the relation needs.

/** The keys by which a known name is found. */
export function blockingKeys(form: NameForm): string[] {
  const { words, core } = form;
  const keys = [...letterKeys(form), ...initialKeys(form), `joined ${skeletonOfAll(words)}`];
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (words.length === 1) keys.push(`only ${first}`);
  else if (words.length > 1) keys.push(`first ${first}`, `last ${last}`);
  if (isInitialled(form)) for (const word of new Set([first, last])) keys.push(`initialled ${word}`);
  const [telling] = core;
  if (telling !== undefined) keys.push(`core ${core.length} ${telling}`, ...startKeys(core));
  // `Harbour Board` is the end of `Port Ellis Harbour Board`, `Board` the beginning of `Board of Trade`.
  for (let i = 1; i < words.length; i++) {
    const end = words.slice(i);
    if (end.length > 1 || isGenericNoun(end[0] ?? '')) keys.push(`end ${end.join(' ')}`);
    if (/^(?:of|for|in)$/.test(words[i] ?? '')) keys.push(`beginning ${words.slice(0, i).join(' ')}`);
  }
  return keys;
}

/**
 * The keys under which a spelling looks for known names.
 *
 * @param alike gives the words that may be other spellings of a word
 */
export function searchedKeys(spelling: NameForm, alike: (word: string) => readonly string[]): string[] {
  const { words, core, joined, text } = spelling;
  const keys = [...letterKeys(spelling), ...initialKeys(spelling), `joined ${skeletonOfAll(words)}`];
  const [only = '', ...others] = words;
  if (others.length === 0) for (const word of alike(only)) keys.push(`only ${word}`, `first ${word}`, `last ${word}`);
  else if (isInitialled(spelling)) {
    // Of `M. Lind`, only the surname is in the full name.
    for (const whole of words.filter(({ length }) => length > 1))
      for (const word of alike(whole)) keys.push(`last ${word}`, `first ${word}`);
  } else for (const word of alike(words.at(-1) ?? '')) keys.push(`initialled ${word}`);
  // All words of a core must be alike in their order, so the first one serves for all.
  const [telling] = core;
  if (telling !== undefined) {
    for (const word of alike(telling)) keys.push(`core ${core.length} ${word}`);
    keys.push(...startKeys(core));
  }
  if (others.length > 0 || isGenericNoun(only)) keys.push(`end ${joined}`, `beginning ${joined}`);
  const state = / of (?:the )?(.+)$/u.exec(text)?.[1];
  if (state !== undefined) keys.push(...letterKeys({ letters: nameWords(state).words.map(bareLetters).join('') }));
  return keys;
}

/** Whether a name has one whole word, and initials beside it. */
function isInitialled({ words }: NameForm): boolean {
  return words.length > 1 && words.filter(({ length }) => length > 1).length === 1;
}

function letterKeys({ letters }: Pick<NameForm, 'letters'>): string[] {
  return letters === '' ? [] : [`letters ${letters}`];
}

/** An acronym, and each name that it may stand for by its initials, share the key of its letters. */
function initialKeys({ acronym, text }: NameForm): string[] {
  if (acronym) return [`initials ${text.replaceAll('.', '').toLowerCase()}`];
  const words = fullWords(text);
  return [words, withoutOrigin(words)].flatMap((some) => {
    const parts = some.flatMap((word) => word.split('-')).filter((word) => word !== '');
    if (parts.length < 2) return [];
    const initials = (all: readonly string[]) => all.map((word) => word[0]?.toLowerCase() ?? '').join('');
    return [`initials ${initials(parts)}`, `initials ${initials(parts.filter((word) => /^\p{Lu}/u.test(word)))}`];
  });
}

/** Long words that begin alike: `Kurdish`, `Kurdistan`. */
function startKeys(core: readonly string[]): string[] {
  const [first = ''] = core;
  return first.length >= 6 ? [`start ${core.length} ${first.slice(0, 6)}`] : [];
}

function skeletonOfAll(words: readonly string[]): string {
  return skeletonsOf(words.join('')).at(-1) ?? '';
}
