import { blockingKeys, searchedKeys } from './blocking-keys';
import type { NameForm } from './forms';
import { relate, type Evidence, type Relation } from './relations';
import { WordIndex } from './word-index';

/** An owner that a spelling may belong to, and the reason. */
export interface OwnerMatch<T> {
  readonly owner: T;
  readonly relation: Relation;
  /** The form of the owner that the spelling is related to. */
  readonly form: NameForm;
}

/**
 * An index of forms by keys that two names share if they may be one; see `blocking-keys.ts`. The costly comparison then runs for the few
 * forms that share one with a spelling, and that have two words alike where both have several words, not for all of a registry.
 */
export class NameIndex<T> {
  readonly #entries: { readonly form: NameForm; readonly owner: T }[] = [];
  /** Numbers of entries. */
  readonly #byKey = new Map<string, number[]>();
  readonly #byWord = new Map<string, number[]>();
  readonly #words = new WordIndex();
  readonly #evidence: Evidence;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  /** Makes words known before the forms that have them, so that the words alike are sought only once. */
  expect({ words }: NameForm): void {
    for (const word of words) this.#words.add(word);
  }

  add(form: NameForm, owner: T): void {
    this.expect(form);
    const number = this.#entries.push({ form, owner }) - 1;
    for (const key of new Set([...blockingKeys(form), ...this.#pairKeys(form)])) put(this.#byKey, key, number);
    if (form.words.length > 1) for (const word of new Set(form.words)) put(this.#byWord, word, number);
  }

  /** The owners that a spelling may belong to, best first, each with its best reason. */
  matches(spelling: NameForm): OwnerMatch<T>[] {
    const best = new Map<T, OwnerMatch<T>>();
    for (const number of this.#candidates(spelling)) {
      const entry = this.#entries[number];
      if (!entry) continue;
      const { form, owner } = entry;
      const relation = relate(spelling, form, this.#evidence);
      if (relation && relation.score > (best.get(owner)?.relation.score ?? 0))
        best.set(owner, { owner, relation, form });
    }
    return [...best.values()].sort((a, b) => b.relation.score - a.relation.score);
  }

  /** How many forms have a name of one word as their first or last word, where they are too many to be compared with it; else 0. */
  crowd({ words: [only = '', ...others] }: NameForm): number {
    if (others.length > 0) return 0;
    const sizes = [`last ${only}`, `first ${only}`].map((key) => this.#byKey.get(key)?.length ?? 0);
    return Math.max(0, ...sizes.filter((size) => size > MOST_OF_A_KEY));
  }

  #candidates(spelling: NameForm): ReadonlySet<number> {
    const found = new Set<number>();
    const alike = (word: string) => this.#words.alike(word);
    for (const key of new Set([...searchedKeys(spelling, alike), ...this.#pairKeys(spelling)])) {
      const numbers = this.#byKey.get(key) ?? [];
      if (numbers.length <= MOST_OF_A_KEY) for (const number of numbers) found.add(number);
    }
    if (spelling.words.length > 1) for (const number of this.#withTwoWords(spelling)) found.add(number);
    return found;
  }

  /** The forms of several words of which two are like words of the spelling. */
  *#withTwoWords({ words }: NameForm): Generator<number> {
    const seen = new Map<number, number>();
    for (const word of new Set(words)) {
      const own = new Set<number>();
      for (const other of this.#words.alike(word)) {
        const numbers = this.#byWord.get(other) ?? [];
        // What thousands of names have in common tells nothing: `of`, `University`.
        if (numbers.length <= MOST_OF_A_WORD) for (const number of numbers) own.add(number);
      }
      for (const number of own) {
        const count = (seen.get(number) ?? 0) + 1;
        seen.set(number, count);
        if (count === 2) yield number;
      }
    }
  }

  /** Names that the texts equate share the key of their pair. */
  #pairKeys(form: NameForm): string[] {
    return this.#evidence.definitions.keysOf(form.squeezed);
  }
}

/** A key of more forms tells too little: a surname that so many people have is nobody’s short form. */
const MOST_OF_A_KEY = 100;
const MOST_OF_A_WORD = 2000;

function put(index: Map<string, number[]>, key: string, number: number): void {
  const numbers = index.get(key);
  if (numbers) numbers.push(number);
  else index.set(key, [number]);
}
