import { CALENDAR } from './ordinary-words';
import { takesFor, takesOf, typeOfNoun } from './name-nouns';
import { isCapitalised, type Vocabulary } from './vocabulary';
import type { Word } from './words';

/**
 * The runs of words that may be names: capitalised words, and words that join them. `al-`, `bin`, `von` always join; `of` and `for` join
 * behind nouns that take them (`Ministry of …`). A possessive, a comma and a day end a run. Ranges of indexes, the end exclusive.
 */
export function* nameRunsIn(words: readonly Word[], vocabulary: Vocabulary): Generator<{ from: number; to: number }> {
  let i = 0;
  while (i < words.length) {
    const start = startOf(words, i);
    if (start === null) {
      i++;
      continue;
    }
    let to = start;
    for (let next: number | null = start; next !== null; next = continued(words, i, to, vocabulary)) to = next;
    yield { from: i, to };
    i = to;
  }
}

/** The index behind the name word that begins at `i`, together with an article or number before it; null if none begins there. */
function startOf(words: readonly Word[], i: number): number | null {
  const word = words[i];
  if (!word) return null;
  if (isNameWord(words, i)) return i + 1;
  // `al-Houd`, `al Qaeda`: the article in lower case is part of the name.
  const next = words[i + 1];
  if (next && isNameWord(words, i + 1)) {
    if (next.gap === 'hyphen' && ARTICLES.has(word.text)) return i + 2;
    if (next.gap === 'space' && PARTICLES.has(word.text)) return i + 2;
  }
  // `9th Armored Division`: the number is part of the name.
  const numbered = /^\d+(?:st|nd|rd|th)$/i.test(word.text) && next?.gap === 'space' && isNameWord(words, i + 1);
  return numbered ? i + 2 : null;
}

/** The index behind the next name word of the run that ends before `to`; null if the run ends there. */
function continued(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): number | null {
  const last = words[to - 1];
  const next = words[to];
  if (!last || !next || next.gap === 'break') return null;
  // The genitive of `People’s Front` is part of the name, that of `Tehran’s Scheme` is not.
  if (last.possessive && !(OWNERS.has(last.text.toLowerCase()) && isNameWord(words, to))) return null;
  if (next.gap === 'plural') return typeOfNoun(next.text) !== null && isNameWord(words, to) ? to + 1 : null;
  if (next.gap === 'hyphen') return hyphened(words, from, to, vocabulary);
  if (isNameWord(words, to)) return to + 1;
  if (ARTICLES.has(next.text) && words[to + 1]?.gap === 'hyphen' && isNameWord(words, to + 1)) return to + 2;
  if (JOINERS.has(next.text)) return nameBehind(words, to + 1);
  const the = words[to + 1]?.text === 'the' && words[to + 1]?.gap === 'space' ? 1 : 0;
  const asksFor =
    next.text === 'of'
      ? takesOf(last.text) || words.slice(from, to).some(({ text }) => text === 'of')
      : next.text === 'for'
        ? takesFor(last.text)
        : next.text === 'in' && words.slice(from, to).some(({ text }) => text === 'for');
  return asksFor ? nameBehind(words, to + 1 + the) : null;
}

function nameBehind(words: readonly Word[], at: number): number | null {
  if (words[at]?.gap !== 'space') return null;
  return isNameWord(words, at) ? at + 1 : ARTICLES.has(words[at].text) ? hyphenedArticle(words, at) : null;
}

function hyphenedArticle(words: readonly Word[], at: number): number | null {
  return words[at + 1]?.gap === 'hyphen' && isNameWord(words, at + 1) ? at + 2 : null;
}

/**
 * The same for a word behind a hyphen. It belongs to the name behind an article or prefix (`Al-Abadi`, `Abdul-Mahdi`), before `War` and the
 * like, and if the two parts are never names by themselves (`Asharq Al-Awsat`). Else it does not: `Iran-Iraq`, `US-led`.
 */
function hyphened(words: readonly Word[], from: number, to: number, vocabulary: Vocabulary): number | null {
  const last = words[to - 1];
  const next = words[to];
  if (!last || !next || !isNameWord(words, to)) return null;
  if (ARTICLES.has(last.text.toLowerCase()) || PREFIXES.has(last.text.toLowerCase())) return to + 1;
  if (words[to + 1]?.gap === 'hyphen' || last.text === last.text.toUpperCase()) return null;
  if (/^(?:war|wars|agreement|treaty|accord|accords|pact)$/i.test(words[to + 1]?.text ?? '')) return to + 1;
  const apart = vocabulary.capitals(last.text) > 1 && vocabulary.capitals(next.text) > 1;
  return apart && from === to - 1 ? null : vocabulary.pairs(last.text, next.text) && !apart ? to + 1 : null;
}

/** Whether a word is capitalised and can be part of a name: no day, no month, no single letter, no number. */
function isNameWord(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || !isCapitalised(word.text)) return false;
  const lower = word.text.toLowerCase();
  // `Tuesday Society`: a day before such a noun is part of a name.
  const next = words[at + 1];
  if (
    lower.endsWith('day') &&
    next?.gap === 'space' &&
    isCapitalised(next.text) &&
    typeOfNoun(next.text) === 'organization'
  )
    return true;
  if (CALENDAR.has(lower.replace(/days$/, 'day')) && lower.endsWith('days')) return false;
  // `AV-8B`, `F-16`: letters with a number are a model.
  if (words[at + 1]?.gap === 'hyphen' && /^\d/.test(words[at + 1]?.text ?? '')) return false;
  if (word.text.length === 1) return word.abbreviated && isCapitalised(words[at + 1]?.text ?? '');
  // `May` and `March` are no names; `Jan` and `Sun` may be if no number follows.
  return (
    !CALENDAR.has(lower) ||
    (/^(?:jan|sun|jun|mon)$/.test(lower) &&
      !/^\d/.test(words[at + 1]?.text ?? '') &&
      !word.first &&
      words[at + 1]?.gap === 'space')
  );
}

const ARTICLES = new Set('al el ad an ar as ash at az'.split(' '));
const PARTICLES = new Set('al el bin ibn abu von van de da di del della dos du'.split(' '));
const OWNERS = new Set('people worker women men children student teacher king queen'.split(' '));
const JOINERS = new Set('al el bin ibn ben bint abu von van der de da di del della dos du la le ud ul ur'.split(' '));
const PREFIXES = new Set('abdul abdel abd abu abou bin ibn ben ai ul'.split(' '));
