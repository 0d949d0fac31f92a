import { fitsInitials } from './acronyms';
import type { NameForm } from './forms';
import type { Definitions } from './definitions';
import { isKnownPlace } from './known-places';
import { isGenericNoun } from './name-nouns';
import { withoutLegal } from './name-words';
import { isAdjective } from './ordinary-words';
import { typingErrors } from './typing-errors';
import { SAME_NAME, similarityOfWords } from './name-similarity';
import { wordSimilarity } from './word-similarity';

/** The reason why two spellings may mean the same. */
export interface Relation {
  /** From 0 to 1. */
  readonly score: number;
  /** In words, for a person. */
  readonly reason: string;
}

/** Evidence of the texts about spellings. */
export interface Evidence {
  readonly definitions: Definitions;
  /** Whether a word is an ordinary one. Two similar ordinary words are two words, not two spellings. */
  readonly ordinary: (word: string) => boolean;
}

/** The best reason to take `spelling` for another spelling of `known`; null if there is none. */
export function relate(spelling: NameForm, known: NameForm, evidence: Evidence): Relation | null {
  if (spelling.letters === '' || known.letters === '') return null;
  if (spelling.letters === known.letters) {
    return { score: 0.97, reason: `differs from “${known.text}” only in marks, hyphens, spaces or doubled letters` };
  }
  const found = [
    acronym(spelling, known, evidence),
    equated(spelling, known, evidence),
    soundsAlike(spelling, known, evidence),
    typo(spelling, known, evidence),
    shortForm(spelling, known, evidence),
    sameCore(spelling, known),
    stateName(spelling, known),
  ].filter((relation) => relation !== null);
  return found.reduce<Relation | null>((best, next) => (best && best.score >= next.score ? best : next), null);
}

function acronym(spelling: NameForm, known: NameForm, { definitions }: Evidence): Relation | null {
  const [short, full, way] = spelling.acronym ? [spelling, known, 'short'] : [known, spelling, 'full'];
  if (!short.acronym) return null;
  const bare = short.text.replaceAll('.', '');
  if (definitions.equate(short.squeezed, full.squeezed) !== null)
    return { score: 0.98, reason: `the text itself equates “${full.text}” and “${short.text}” with brackets` };
  // The texts equate the acronym with another name, so initials that fit are chance.
  if (definitions.has(short.squeezed)) return null;
  const words = fullWords(full.text);
  if (words.length < 2 || !(fitsInitials(words, bare) || fitsInitials(withoutOrigin(words), bare))) return null;
  // Two letters fit too many names, except for names that are always shortened.
  if (bare.length === 2 && !/^(?:United|European|Soviet) /.test(words.join(' '))) return null;
  const score = bare.length > 2 ? 0.85 : 0.7;
  const reason = way === 'short' ? `has the initials of “${full.text}”` : `spells out “${short.text}”`;
  return { score, reason };
}

/** The words of a name that its initials are made of: without its article and without what the law adds to a company’s name. */
export function fullWords(name: string): readonly string[] {
  return withoutLegal(name)
    .replace(/^the\s+/i, '')
    .split(/\s+/);
}

/** The same without the country or people at its start. */
export function withoutOrigin(words: readonly string[]): readonly string[] {
  const [first = ''] = words;
  return (isAdjective(first) || isKnownPlace(first)) && words.length > 2 ? words.slice(1) : words;
}

/** The full name of a state: `Islamic Republic of Iran`. */
function stateName(spelling: NameForm, known: NameForm): Relation | null {
  if (!spelling.text.includes(' of ') || !spelling.text.endsWith(known.text)) return null;
  const [, state] =
    /^(?:\p{L}+ ){0,3}(?:Republic|Kingdom|State|Emirate|Commonwealth) of (?:the )?(.+)$/u.exec(spelling.text) ?? [];
  return state === known.text ? { score: 0.75, reason: `is the full name of “${known.text}”` } : null;
}

/** `the Special Guard, also called the Golden Division`; `National Movement (Tayar al-Watani)`. */
function equated(spelling: NameForm, known: NameForm, { definitions }: Evidence): Relation | null {
  const way = definitions.equate(spelling.squeezed, known.squeezed);
  if (way === null) return null;
  // Brackets behind a person hold the employer, the party or the place.
  const { type } = way === 'before' ? spelling : known;
  const person = type === null || type === 'person';
  const gloss = !person || spelling.words.some((word) => known.words.includes(word));
  return way === 'words' || gloss ? { score: 0.9, reason: `the text itself equates it with “${known.text}”` } : null;
}

function soundsAlike(spelling: NameForm, known: NameForm, { ordinary }: Evidence): Relation | null {
  // Acronyms are no words: one letter more makes another acronym.
  if (spelling.acronym || known.acronym) return null;
  const similarity = similarityOfWords(spelling.words, known.words);
  if (similarity < SAME_NAME) return null;
  const differing = spelling.words.filter((word) => !known.words.includes(word));
  if (differing.length > 0 && differing.every(ordinary)) return null;
  const short = spelling.letters.length < 5 && spelling.words.length === 1 ? 0.1 : 0;
  const reordered =
    spelling.words.length > 1 && spelling.words[0] !== known.words[0] && known.words.includes(spelling.words[0] ?? '');
  return {
    score: 0.5 + (0.45 * (similarity - SAME_NAME)) / (1 - SAME_NAME) - short,
    reason: reordered
      ? `has the words of “${known.text}” in another order`
      : `is another way to spell “${known.text}” (sounds ${percent(similarity)} alike)`,
  };
}

function typo(spelling: NameForm, known: NameForm, { ordinary }: Evidence): Relation | null {
  const [a, b] = [spelling.letters, known.letters];
  if (Math.min(a.length, b.length) < 6 || !a.startsWith(b.slice(0, 1)) || spelling.words.length !== known.words.length)
    return null;
  if (spelling.acronym || known.acronym) return null;
  const differing = spelling.words.filter((word) => !known.words.includes(word));
  if (differing.length !== 1 || differing.every(ordinary)) return null;
  // One letter more at the end makes `Iraqi` of `Iraq`.
  if (a.startsWith(b) || b.startsWith(a)) return null;
  const steps = typingErrors(a, b, 2);
  if (steps > (a.length >= 10 ? 2 : 1)) return null;
  return { score: steps === 1 ? 0.72 : 0.58, reason: `may be a typing error for “${known.text}”` };
}

/** The surname or the given name of a person who is known in full, or the full name without one of its names. */
function shortForm(spelling: NameForm, known: NameForm, evidence: Evidence): Relation | null {
  if (known.words.length < 2 || spelling.words.length >= known.words.length) return null;
  const person = known.type === 'person' || (known.type === null && !known.generic);
  if (!person) return inside(spelling, known, evidence);
  if (spelling.type === 'place') return null;
  // An initial is no surname: `Andreas K.` tells nothing about Konrad.
  const tail = known.words.slice(-spelling.words.length);
  if ([...tail, ...spelling.words].some(({ length }) => length < 2)) return null;
  const likeness = Math.min(...spelling.words.map((word, i) => wordSimilarity(word, tail[i] ?? '')));
  if (likeness >= 0.7) return { score: 0.55 + 0.35 * likeness, reason: `is the surname of “${known.text}”` };
  const [given = ''] = known.words;
  if (spelling.words.length === 1 && wordSimilarity(spelling.words[0] ?? '', given) >= 0.8 && given.length > 3) {
    return { score: 0.6, reason: `is the first name of “${known.text}”` };
  }
  if (
    spelling.words.length > 1 &&
    spelling.words[0] === given &&
    wordSimilarity(spelling.words.at(-1) ?? '', known.words.at(-1) ?? '') > 0.8
  ) {
    return { score: 0.85, reason: `leaves out a name of “${known.text}”` };
  }
  return null;
}

/** The last or first words of a longer name, not of a person: `Harbour Board` of `Port Ellis Harbour Board`. */
function inside(spelling: NameForm, known: NameForm, { ordinary }: Evidence): Relation | null {
  const [first = ''] = known.words;
  // `Halden` for `Halden Brook Ltd`: a word that is no word of the language, no place and nobody’s name else.
  const company = withoutLegal(known.text) !== known.text || COMPANY.test(known.text);
  const rare = first.length > 3 && !ordinary(first) && !isAdjective(first) && !isKnownPlace(first);
  if (company && rare && spelling.joined === first && spelling.type !== 'person' && spelling.type !== 'place')
    return { score: 0.62, reason: `is the first word of “${known.text}”` };
  // `the Board`: a generic noun with a capital letter is short for a full name.
  if (spelling.words.length < 2 && !isGenericNoun(spelling.joined)) return null;
  const words = known.joined;
  const own = spelling.joined;
  if (words.endsWith(` ${own}`))
    return { score: spelling.words.length > 1 ? 0.8 : 0.55, reason: `is the end of “${known.text}”` };
  return ['of', 'for', 'in'].some((joiner) => words.startsWith(`${own} ${joiner} `))
    ? { score: 0.62, reason: `is the beginning of “${known.text}”` }
    : null;
}

/** Names that differ only in generic nouns and adjectives: `Quds Force`, `Al Qods Brigades`. */
function sameCore(spelling: NameForm, known: NameForm): Relation | null {
  const [a, b] = [spelling.core, known.core];
  if (!(spelling.generic || known.generic) || a.length !== b.length || a.length === 0) return null;
  if ([...a, ...b].some(({ length }) => length < 2)) return null;
  if (ofTwoNations(spelling, known)) return null;
  const likeness = Math.min(
    ...a.map((word, i) => Math.max(wordSimilarity(word, b[i] ?? ''), sharedStart(word, b[i] ?? ''))),
  );
  if (likeness < (spelling.generic && known.generic ? 0.5 : 0.7)) return null;
  const [short, long] = spelling.generic ? [known, spelling] : [spelling, known];
  if (short.type === 'place' && !short.generic && long.type !== 'place') return null;
  // A name and its bare core may be two things, one called after the other, such as a province and its city.
  const bare = spelling.generic && known.generic ? 0 : 0.12;
  return { score: 0.55 + 0.25 * likeness - bare, reason: `has the same core as “${known.text}”` };
}

/** Whether two names belong to two nations: the Turkish and the Iraqi ministry. `Kurdish` and `of Kurdistan` are one nation. */
function ofTwoNations(a: NameForm, b: NameForm): boolean {
  const [left, right] = [a.nations, b.nations];
  return (
    left.length > 0 &&
    right.length > 0 &&
    !left.some((nation) => right.some((other) => nation.slice(0, 4) === other.slice(0, 4)))
  );
}

function sharedStart(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared >= 6 ? shared / Math.max(a.length, b.length) + 0.1 : 0;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** What companies call themselves. */
const COMPANY =
  / (?:company|corporation|corp|group|holdings?|industries|motors|airlines|airways|bank|labs|systems|technologies|shipping|oil|energy|petroleum|steel|mining|foods|insurance)$/i;
