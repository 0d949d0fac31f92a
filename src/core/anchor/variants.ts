import { partitionPoint } from '../sorted';
import { wordsTouching, type WordAlignment, type Words } from '../text/align';
import { spanAt, START } from '../text/comparable-text';
import type { ComparableOffset } from '../text/offset';
import type { ComparableSpan } from '../text/span';
import { chainsOf, type Pair } from './chains';
import type { ParagraphMap } from './paragraphs';

/** Where a paragraph of the earlier text is in the later text. */
export type Whereabouts =
  /** It stands there word for word. */
  | { readonly kind: 'same'; readonly later: number }
  /** It was edited, and this is its new form. `isCopied`: the later text has equal paragraphs, and only their places tell them apart. */
  | { readonly kind: 'edited'; readonly later: number; readonly isCopied: boolean }
  /** It may be one of several paragraphs. */
  | { readonly kind: 'unsure' }
  /** No paragraph is similar to it, or it was split. */
  | { readonly kind: 'gone' };

/** Finds the paragraphs of the later text that are variants (equal or edited) of an earlier one. Computed when asked for. */
export class Variants {
  private readonly map: ParagraphMap;
  private readonly earlier: ParagraphWords;
  private readonly later: ParagraphWords;
  /** The pairs of unchanged paragraphs that kept their order. */
  readonly #backbone: readonly Pair[];

  constructor(map: ParagraphMap, alignment: WordAlignment) {
    this.map = map;
    this.later = new ParagraphWords(alignment.later, map.later, (n) => (map.backward[n] ?? -1) < 0, null);
    this.earlier = new ParagraphWords(alignment.earlier, map.earlier, () => true, this.later);
    const known: Pair[] = [];
    for (const [i, j] of map.forward.entries()) if (j >= 0) known.push([i, j]);
    this.#backbone = chainsOf(known)[0] ?? [];
  }

  /** Where the earlier paragraph number `i` is. Variants in its place count before variants elsewhere. */
  whereabouts(i: number): Whereabouts {
    const slot = this.#slot(i);
    /** The unchanged paragraph, if it is known. */
    const same = this.map.forward[i] ?? -1;
    const isInPlace = (j: number) => j > slot.from && j < slot.to;
    const found = this.#variantsOf(i, isInPlace);
    // Equal copies in a row with the unchanged paragraph do not make it doubtful.
    const variants = same < 0 ? found : found.filter((j) => !this.#isInRow(same, j));
    const inPlace = variants.filter(isInPlace);
    if (isInPlace(same)) {
      // If a copy was pasted beside the paragraph, and one of the two edited, the text does not show which.
      return inPlace.includes(same - 1) || inPlace.includes(same + 1) ? UNSURE : { kind: 'same', later: same };
    }
    const likely = inPlace.length > 0 ? inPlace : variants;
    const [first, last] = [likely[0], likely.at(-1)];
    if (first === undefined || last === undefined) {
      if (same >= 0) return { kind: 'same', later: same };
      // Equal paragraphs that stand elsewhere were no variants, as they are as similar to other earlier paragraphs.
      return this.#equals(i).some((j) => !isInPlace(j)) ? UNSURE : { kind: 'gone' };
    }
    if (!this.#isInRow(first, last) || (inPlace.length === 0 && same >= 0)) return UNSURE;
    const words = this.later.wordsOf(first);
    const copies = this.later.like(words).filter((other) => isSame(this.later.wordsOf(other), words));
    return { kind: 'edited', later: first, isCopied: copies.length > 1 };
  }

  /** The later paragraphs between which an earlier one would stand if it had kept its place. */
  #slot(i: number): { readonly from: number; readonly to: number } {
    const backbone = this.#backbone;
    const at = partitionPoint(backbone.length, (n) => (backbone[n]?.[0] ?? 0) < i);
    const next = backbone[at]?.[0] === i ? at + 1 : at;
    return { from: backbone[at - 1]?.[1] ?? -1, to: backbone[next]?.[1] ?? this.map.backward.length };
  }

  /** The unknown later paragraphs with exactly the words of an earlier one. */
  #equals(i: number): number[] {
    const words = this.earlier.wordsOf(i);
    return this.later.like(words).filter((j) => isSame(this.later.wordsOf(j), words));
  }

  /** Whether all later paragraphs from one to another are equal, so that it does not matter which of them is taken. */
  #isInRow(from: number, to: number): boolean {
    const words = this.later.wordsOf(from);
    const step = Math.sign(to - from);
    for (let j = from; j !== to;) if (!isSame(words, this.later.wordsOf((j += step)))) return false;
    return true;
  }

  /**
   * The unknown later paragraphs that are similar to an earlier one, and less similar to any other, whose edited form or copy they might
   * be instead. An equal earlier paragraph does not count as another if it is known, and the later paragraph is in the place of this one.
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
/** The least share of words that an edited paragraph keeps. */
const LIKE = 0.5;
/** How much more similar a variant must be to its own paragraph than to any other: two reports of one mould differ in a word or two. */
const MARGIN = 0.02;

/** The words of the paragraphs of a text, and an index of their phrases. */
class ParagraphWords {
  readonly #words: Words;
  readonly #paragraphs: readonly ComparableSpan[];
  readonly #isIndexed: (n: number) => boolean;
  readonly #others: ParagraphWords | null;
  #phrases: Map<number, number[]> | null = null;

  /**
   * @param isIndexed whether `like` can find a paragraph
   * @param others if given, `like` is asked about the words of these paragraphs only, and no other phrases are indexed
   */
  constructor(
    words: Words,
    paragraphs: readonly ComparableSpan[],
    isIndexed: (n: number) => boolean,
    others: ParagraphWords | null,
  ) {
    this.#words = words;
    this.#paragraphs = paragraphs;
    this.#isIndexed = isIndexed;
    this.#others = others;
  }

  /** The words of a paragraph, as numbers. */
  wordsOf(n: number): Int32Array {
    const { from, to } = wordsTouching(this.#words, this.#paragraphs[n] ?? spanAt(START, 0));
    return this.#words.ids.subarray(from, to);
  }

  /** The indexed paragraphs that have phrases in common with some words. */
  like(words: Int32Array): number[] {
    const found = new Set<number>();
    for (const phrase of phrasesOf(words)) for (const n of this.phrases().get(phrase) ?? []) found.add(n);
    return [...found].sort((a, b) => a - b);
  }

  /** The indexed paragraphs of each phrase. */
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

/** The most paragraphs that are kept for a phrase. A phrase of more is no evidence. */
const COMMON = 50;

/** The hashes of all phrases of three words; of the single words where there are fewer than three. */
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

/** The number of the paragraph that holds an offset, or else of the next one. */
export function paragraphAt(paragraphs: readonly ComparableSpan[], offset: ComparableOffset): number {
  return partitionPoint(paragraphs.length, (n) => (paragraphs[n]?.end ?? 0) <= offset);
}
