import { partitionPoint } from '../sorted';
import { wordsIn, type Alignment, type Words } from '../text/align';
import type { Span } from '../text/span';
import { chainsOf, type Pair } from './chains';
import type { ParagraphMap } from './paragraphs';

/** What is known of a paragraph of the earlier text. */
export type Whereabouts =
  /** It stands there word for word. */
  | { readonly kind: 'same'; readonly later: number }
  /** It was edited, and this is what became of it, or a copy that was made since: nothing tells the two apart but their places. */
  | { readonly kind: 'edited'; readonly later: number; readonly isCopied: boolean }
  /** Several paragraphs may be it. */
  | { readonly kind: 'unsure' }
  /** No paragraph is like it, or it came apart. */
  | { readonly kind: 'gone' };

/** Knows which paragraphs of the later text are variants of which earlier ones. Works a paragraph out when it is asked for. */
export class Variants {
  private readonly map: ParagraphMap;
  private readonly earlier: WordSets;
  private readonly later: WordSets;
  /** The numbers of the known paragraphs that kept their order, both rising. */
  readonly #backbone: readonly Pair[];

  constructor(map: ParagraphMap, alignment: Alignment) {
    this.map = map;
    this.later = new WordSets(alignment.later, map.later, (n) => (map.backward[n] ?? -1) < 0, null);
    this.earlier = new WordSets(alignment.earlier, map.earlier, () => true, this.later);
    const known: Pair[] = [];
    for (const [i, j] of map.forward.entries()) if (j >= 0) known.push([i, j]);
    this.#backbone = chainsOf(known)[0] ?? [];
  }

  whereabouts(i: number): Whereabouts {
    const slot = this.#slot(i);
    const same = this.map.forward[i] ?? -1;
    const isInPlace = (j: number) => j > slot.from && j < slot.to;
    const found = this.#variantsOf(i, isInPlace);
    const variants = same < 0 ? found : found.filter((j) => !this.#isInRow(same, j));
    const inPlace = variants.filter(isInPlace);
    if (isInPlace(same)) {
      // Whether somebody edited the copy or the passage itself, when one was pasted beside the other, the text does not show.
      return inPlace.includes(same - 1) || inPlace.includes(same + 1) ? UNSURE : { kind: 'same', later: same };
    }
    const likely = inPlace.length > 0 ? inPlace : variants;
    const [first, last] = [likely[0], likely.at(-1)];
    if (first === undefined || last === undefined) {
      if (same >= 0) return { kind: 'same', later: same };
      return this.#equals(i).some((j) => !isInPlace(j)) ? UNSURE : { kind: 'gone' };
    }
    if (!this.#isInRow(first, last) || (inPlace.length === 0 && same >= 0)) return UNSURE;
    const words = this.later.wordsOf(first);
    const copies = this.later.like(words).filter((other) => isSame(this.later.wordsOf(other), words));
    return { kind: 'edited', later: first, isCopied: copies.length > 1 };
  }

  /** Between which later paragraphs one would stand if it had kept its place: those of its nearest neighbours that did. */
  #slot(i: number): { readonly from: number; readonly to: number } {
    const backbone = this.#backbone;
    const at = partitionPoint(backbone.length, (n) => (backbone[n]?.[0] ?? 0) < i);
    const next = backbone[at]?.[0] === i ? at + 1 : at;
    return { from: backbone[at - 1]?.[1] ?? -1, to: backbone[next]?.[1] ?? this.map.backward.length };
  }

  /** The unknown later paragraphs of the very words of an earlier one. */
  #equals(i: number): number[] {
    const words = this.earlier.wordsOf(i);
    return this.later.like(words).filter((j) => isSame(this.later.wordsOf(j), words));
  }

  /** Whether all later paragraphs from one to another are equal: then it does not matter which of them is meant. */
  #isInRow(from: number, to: number): boolean {
    const words = this.later.wordsOf(from);
    const step = Math.sign(to - from);
    for (let j = from; j !== to;) if (!isSame(words, this.later.wordsOf((j += step)))) return false;
    return true;
  }

  /**
   * The unknown later paragraphs that are like an earlier one, and less like any other one, which they may have become, or been copied
   * from. Of several equal ones whose others are known, those in its place are its own.
   */
  #variantsOf(i: number, isInPlace: (j: number) => boolean): number[] {
    const own = this.earlier.wordsOf(i);
    return this.later.like(own).filter((j) => {
      const words = this.later.wordsOf(j);
      const alike = likeness(own, words);
      if (alike < LIKE) return false;
      return this.earlier.like(words).every((other) => {
        if (other === i) return true;
        const others = this.earlier.wordsOf(other);
        if (isInPlace(j) && (this.map.forward[other] ?? -1) >= 0 && isSame(own, others)) return true;
        return likeness(others, words) < alike - MARGIN;
      });
    });
  }
}

const UNSURE: Whereabouts = { kind: 'unsure' };
/** The share of words that an edited paragraph keeps at least. */
const LIKE = 0.5;
/** So much more like it than another one: two reports from one mould differ in a word or two. */
const MARGIN = 0.02;

/** The words of the paragraphs of a text, and which of them have phrases in common with others. */
class WordSets {
  readonly #words: Words;
  readonly #paragraphs: readonly Span[];
  readonly #isIndexed: (n: number) => boolean;
  readonly #others: WordSets | null;
  #phrases: Map<number, number[]> | null = null;

  /** @param others the only paragraphs that anybody will ask with, if not any */
  constructor(words: Words, paragraphs: readonly Span[], isIndexed: (n: number) => boolean, others: WordSets | null) {
    this.#words = words;
    this.#paragraphs = paragraphs;
    this.#isIndexed = isIndexed;
    this.#others = others;
  }

  wordsOf(n: number): Int32Array {
    const { start, end } = wordsIn(this.#words, this.#paragraphs[n] ?? { start: 0, end: 0 });
    return this.#words.ids.subarray(start, end);
  }

  /** The paragraphs that have phrases in common with some words. */
  like(words: Int32Array): number[] {
    const found = new Set<number>();
    for (const phrase of phrasesOf(words)) for (const n of this.phrases().get(phrase) ?? []) found.add(n);
    return [...found].sort((a, b) => a - b);
  }

  phrases(): ReadonlyMap<number, readonly number[]> {
    if (this.#phrases) return this.#phrases;
    const phrases = (this.#phrases = new Map<number, number[]>());
    const asked = this.#others?.phrases();
    for (let n = 0; n < this.#paragraphs.length; n++) {
      if (!this.#isIndexed(n)) continue;
      for (const phrase of phrasesOf(this.wordsOf(n))) {
        if (asked && !asked.has(phrase)) continue;
        const list = phrases.get(phrase);
        if (!list) phrases.set(phrase, [n]);
        else if (list.length < COMMON && list.at(-1) !== n) list.push(n);
      }
    }
    return phrases;
  }
}

/** A phrase of more paragraphs than this tells nothing. */
const COMMON = 50;

/** The hashes of the phrases of three words; of one where there are fewer. */
function* phrasesOf(words: Int32Array): Generator<number> {
  const length = words.length < 3 ? 1 : 3;
  for (let i = 0; i + length <= words.length; i++) {
    let hash = length;
    for (let n = 0; n < length; n++) hash = ((Math.imul(hash, 0x01000193) ^ (words[i + n] ?? 0)) * 0x9e3779b1) | 0;
    yield hash;
  }
}

/** The share of words that two paragraphs have in common. */
function likeness(a: Int32Array, b: Int32Array): number {
  const [x, y] = [a.slice().sort(), b.slice().sort()];
  let common = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    const difference = (x[i] ?? 0) - (y[j] ?? 0);
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return (2 * common) / Math.max(1, a.length + b.length);
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((word, n) => word === b[n]);
}

/** The number of the paragraph that holds an offset. */
export function paragraphAt(paragraphs: readonly Span[], offset: number): number {
  return partitionPoint(paragraphs.length, (n) => (paragraphs[n]?.end ?? 0) <= offset);
}
