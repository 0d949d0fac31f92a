import { entityType, type EntityType } from '../entities/registry';
import { isKnownPlace } from './known-places';
import { typeOfFirst, typeOfNoun } from './name-nouns';
import { creditedBy } from './credits';
import type { NamePlace, SuggestText } from './names';
import type { Slices } from './slices';
import { isCommonWord } from './ordinary-words';
import type { Vocabulary } from './vocabulary';

/** A spelling of a name, and the evidence about it from its places. */
export interface FoundSpelling {
  readonly text: string;
  readonly words: readonly string[];
  /** How often it stands in the text of posts, not within a longer name. */
  readonly count: number;
  /** From 0 to 1: how likely it is a name at all. */
  readonly nameScore: number;
  /** `other` where it is not known. */
  readonly type: EntityType;
  /** How certain the type is: 0 is a guess. */
  readonly typeWeight: number;
  readonly titles: readonly string[];
  /** Whether it is a single ordinary word, which may only be part of a name. */
  readonly ordinary: boolean;
}

/** The evidence about a spelling so far. */
class Gathered {
  readonly words: readonly string[];
  titles: ReadonlySet<string> = NO_TITLES;
  votes: ReadonlyMap<EntityType, number> = NO_VOTES;
  count = 0;
  /** How often it stands within a sentence, where its capital letter is evidence. */
  within = 0;
  credited = false;

  constructor(words: readonly string[]) {
    this.words = words;
  }

  vote(type: EntityType, weight: number): void {
    this.votes = new Map(this.votes).set(type, (this.votes.get(type) ?? 0) + weight);
  }

  bears(title: string): void {
    if (!this.titles.has(title)) this.titles = new Set(this.titles).add(title);
    this.vote('person', 1.5);
  }
}

// Most spellings of a large archive stand there once, without title or hint.
const NO_TITLES: ReadonlySet<string> = new Set();
const NO_VOTES: ReadonlyMap<EntityType, number> = new Map();

/** Groups the places of names by spelling. Bylines count; headings do not, as they write everything in capitals. */
export class SpellingTally {
  readonly #gathered = new Map<string, Gathered>();

  add(place: NamePlace, vocabulary: Vocabulary): void {
    if (place.heading) {
      if (isShouted(place) && vocabulary.capitals(place.text) > 0) this.#entry(place.text, place.words).credited = true;
      return;
    }
    const spelling = this.#entry(place.text, place.words);
    spelling.count++;
    if (!place.first) spelling.within++;
    if (place.title !== null) spelling.bears(place.title);
    for (const { type, weight } of place.cues) spelling.vote(type, weight);
  }

  addCredits(texts: readonly SuggestText[]): void {
    for (const { posts } of texts) {
      for (const post of posts) {
        for (const { name, type } of creditedBy(post)) {
          const spelling = this.#entry(name, name.split(/[\s-]+/));
          spelling.credited = true;
          spelling.vote(type, 3);
        }
      }
    }
  }

  *result(vocabulary: Vocabulary): Slices<FoundSpelling[]> {
    const names = new Map([...this.#gathered].map(([text, spelling]) => [text.toLowerCase(), spelling]));
    yield;
    const own: [string, Gathered][] = [];
    for (const [text, spelling] of this.#gathered) {
      const base = spelling.words.length === 1 ? baseOf(text.toLowerCase(), names) : null;
      // Its people are called after a place.
      if (base === null) own.push([text, spelling]);
      else names.get(base)?.vote('place', 1);
    }
    const found: FoundSpelling[] = [];
    for (const [i, [text, spelling]] of own.entries()) {
      if (i % SPELLINGS_A_SLICE === 0) yield;
      found.push(judged(text, spelling, vocabulary));
    }
    return found;
  }

  #entry(text: string, words: readonly string[]): Gathered {
    const known = this.#gathered.get(text);
    if (known) return known;
    const made = new Gathered(words);
    this.#gathered.set(text, made);
    return made;
  }
}

const SPELLINGS_A_SLICE = 500;

/** The name, in lower case, that a name is derived from, as `Velmoran` is from `Velmora`: an adjective, or a person from there. Else null. */
function baseOf(lower: string, names: ReadonlyMap<string, unknown>): string | null {
  const base = lower.replace(/s$/, '');
  for (const ending of ['n', 'an', 'ian', 'ese', 'ish']) {
    const short = base.slice(0, -ending.length);
    if (short.length < 4 || !base.endsWith(ending)) continue;
    const found = [short, `${short}a`].find((name) => names.has(name));
    if (found !== undefined) return found;
  }
  return null;
}

/** Whether a name is a single word in capitals, as a heading writes `MOSUL`. */
function isShouted({ text, words }: NamePlace): boolean {
  return words.length === 1 && /^\p{Lu}{4,}$/u.test(text);
}

function judged(text: string, spelling: Gathered, vocabulary: Vocabulary): FoundSpelling {
  const { words, titles, count } = spelling;
  const ordinary = words.length === 1 && vocabulary.isOrdinary(words[0] ?? '') && !spelling.credited;
  const { type, weight } = typeFor(text, spelling, vocabulary);
  const nameScore = scoreOf(spelling, ordinary, vocabulary);
  return { text, words, count, nameScore, type, typeWeight: weight, titles: [...titles], ordinary };
}

function scoreOf(spelling: Gathered, ordinary: boolean, vocabulary: Vocabulary): number {
  const { words, within, count, titles, votes } = spelling;
  if (spelling.credited) return 0.95;
  // `File`, `Photo`, `State`: an ordinary word is a name only behind a title.
  if (ordinary) return titles.size > 0 ? 0.6 : 0.1;
  const [only = ''] = words;
  if (isKnownPlace(words.join(' '))) return 0.9;
  const cued = Math.max(0, ...votes.values()) >= 0.5 ? 0.1 : 0;
  if (words.length === 1) {
    if (/^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(only))
      return only.length > 6 || only.endsWith('s') ? 0.2 : within > 0 ? 0.75 : 0.4;
    if (titles.size > 0) return 0.9;
    // `the Board` is the short form of a longer name.
    if (typeOfNoun(only) !== null && !/^(?:Congress|Parliament|Senate)$/.test(only)) return 0.45;
    return Math.min(0.95, (within > 1 ? 0.8 : within === 1 ? 0.65 : count > 1 ? 0.5 : 0.42) + cued);
  }
  // Several words in capitals are credits or headlines, not names.
  if (words.filter((word) => /^\p{Lu}{4,}$/u.test(word)).length === words.length) return 0.2;
  const telling = words.filter((word) => /^\p{Lu}/u.test(word) && !vocabulary.isOrdinary(word)).length;
  if (titles.size > 0) return 0.95;
  // `… of plan F. Then`: the letter ends a sentence.
  if (words.every((word) => word.length === 1 || vocabulary.isOrdinary(word)) && (words[0] ?? '').length === 1)
    return 0.2;
  if (telling === 0) return named(words) ? 0.65 : within > 1 || cued > 0 ? 0.6 : 0.45;
  return Math.min(0.95, (within > 0 ? 0.75 : 0.6) + cued + (within > 1 ? 0.1 : 0));
}

function named(words: readonly string[]): boolean {
  return typeOfNoun(words.at(-1) ?? '') !== null;
}

/** The type with the most evidence: the last noun of the name, the words around it, the kind of its words. */
function typeFor(
  text: string,
  { words, votes, titles, count }: Gathered,
  vocabulary: Vocabulary,
): { type: EntityType; weight: number } {
  const acronym = /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(text);
  // Words before an acronym are before organizations too: `in NASA`, `to the site FEMA runs`.
  const tally = new Map(acronym ? [] : votes);
  const give = (type: EntityType, weight: number) => tally.set(type, (tally.get(type) ?? 0) + weight);
  const of = words.findIndex((word) => word === 'of' || word === 'for');
  const noun = typeOfNoun(words[of > 0 ? of - 1 : words.length - 1] ?? '') ?? typeOfFirst(words);
  if (noun !== null) give(noun, words.length > 1 ? 2 : 1);
  if (isKnownPlace(text)) give('place', 3);
  if (acronym) give('organization', 1 + (votes.get('organization') ?? 0));
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  if (words.length > 1 && words.some(isKnownPlace)) give('organization', 1.2);
  if (
    noun === null &&
    capitals.length > 1 &&
    capitals.length < 5 &&
    !capitals.some((word) => /^\p{Lu}{2,}$/u.test(word)) &&
    !capitals.some((word) => isCommonWord(word) || vocabulary.isOrdinary(word))
  ) {
    give('person', 0.9);
    if (/^(?:Abu|Abou|Umm|Ibn|Bin)$/.test(words[0] ?? '')) give('person', 1);
  }
  const [best, second] = [...tally].sort((a, b) => b[1] - a[1]);
  if (!best) return UNKNOWN;
  // Hints that contradict each other, or that are rare among many places, tell nothing.
  const [type, weight] = best;
  const sure = noun !== null || isKnownPlace(text) || (type === 'person' && titles.size > 0);
  const told = weight >= LEAST_SHARE * count && weight > 1.25 * (second?.[1] ?? 0);
  return sure || told ? { type, weight } : UNKNOWN;
  return UNKNOWN;
}

/** The type where nothing tells it. */
const UNKNOWN: { readonly type: EntityType; readonly weight: number } = { type: entityType(null), weight: 0 };
/** The least evidence a place of a name on average. */
const LEAST_SHARE = 0.04;

/** The type if it is certain enough to rely on, else null. A place needs more evidence: `to` and `from` stand before people too. */
export function sureType({ text, type, typeWeight }: FoundSpelling): EntityType | null {
  if (type === 'other') return null;
  if (type === 'place') return typeWeight >= 1.5 || isKnownPlace(text) ? type : null;
  return typeWeight >= 0.5 ? type : null;
}
