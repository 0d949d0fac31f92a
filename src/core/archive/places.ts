import { findAnchors, ORPHAN, type Anchor } from '../anchor/anchor';
import { anchorByDiff, type TextVersion } from '../anchor/anchor-by-diff';
import { memo } from '../memo';
import type { Post } from '../posts/post';
import { ANNOTATION, fieldsOf, type Annotation } from '../sidecar/annotation';
import { comparable, type Comparable } from '../text/comparable';

/** Finds where annotations are in one text, and keeps the answers: of a sidecar with one record more, only that record is searched. */
export class Places {
  readonly #text: () => string;
  readonly #posts: () => readonly Post[];
  readonly #anchors = new Map<string, Anchor>();
  /** The places that are `unproven` and that earlier contents can say no more about, by their keys. */
  readonly #settled = new Set<string>();
  #isComplete = false;
  /** The earlier contents of the text that have told a place, newest first. */
  readonly #earlier: { readonly text: string; readonly posts: readonly Post[] }[] = [];

  /** Text and posts are functions, called when a place is searched: a stored text is then not kept in memory in between. */
  constructor(text: () => string, posts: () => readonly Post[]) {
    this.#text = text;
    this.#posts = posts;
  }

  /**
   * The anchors of annotations, in their order. Quickest for `contents` of a sidecar: the key of each is remembered by the object, and a
   * later reading of the file has the same.
   */
  of(annotations: readonly Annotation[]): Anchor[] {
    const keys = annotations.map(placeKey);
    const missing = onePerPlace(annotations).filter((one) => !this.#anchors.has(placeKey(one)));
    if (missing.length > 0) {
      const now = this.#now();
      let found = findAnchors(now.whole, now.posts, missing);
      for (const { text, posts } of this.#earlier) {
        if (found.every(isExact)) break;
        found = anchorByDiff(now, { whole: wholeOf(text), posts }, missing, found);
      }
      for (const [i, anchor] of found.entries()) {
        const annotation = missing[i];
        if (annotation) this.#anchors.set(placeKey(annotation), anchor);
      }
    }
    return keys.map((key) => this.#anchors.get(key) ?? ORPHAN);
  }

  /** Whether there is a place that is `unproven`, and that earlier contents may say more about. */
  wantsProof(annotations: readonly Annotation[]): boolean {
    if (this.#isComplete) return false;
    const anchors = this.of(annotations);
    return annotations.some((annotation, i) => this.#isUnproven(anchors[i], placeKey(annotation)));
  }

  #isUnproven(anchor: Anchor | undefined, key: string): boolean {
    return anchor?.unproven === true && !this.#isComplete && !this.#settled.has(key);
  }

  /** Says that all earlier contents have been looked at. Records that come later are of the present text. */
  endLookingBack(): void {
    this.#isComplete = true;
  }

  /**
   * Uses an earlier content of the text to find the places of lost annotations, and to check places that are `unproven`. Answers whether
   * any place is better known now.
   *
   * @param isNews whether a record, by its `placeKey`, is known to be younger than this content: then nothing is checked by it
   */
  useEarlier(
    text: string,
    posts: readonly Post[],
    annotations: readonly Annotation[],
    isNews: (key: string) => boolean = () => false,
  ): boolean {
    const anchors = this.of(annotations);
    const isOpen = (annotation: Annotation, i: number) => {
      const anchor = anchors[i];
      if (!isExact(anchor)) return true;
      const key = placeKey(annotation);
      if (isNews(key)) this.#settled.add(key);
      return this.#isUnproven(anchor, key);
    };
    const open = onePerPlace(annotations.filter(isOpen));
    if (open.length === 0) return false;
    const before = this.of(open);
    const after = anchorByDiff(this.#now(), { whole: wholeOf(text), posts }, open, before);
    let better = false;
    for (const [i, annotation] of open.entries()) {
      const anchor = after[i];
      if (!anchor || anchor === before[i]) continue;
      this.#anchors.set(placeKey(annotation), anchor);
      better = true;
    }
    if (better) this.#earlier.push({ text, posts });
    return better;
  }

  #now(): TextVersion {
    return { whole: wholeOf(this.#text()), posts: this.#posts() };
  }
}

/** The last texts in comparable form, latest first. It takes six bytes a code unit, too much to keep it for every text. */
const wholes: { readonly text: string; readonly whole: Comparable }[] = [];
const MOST_WHOLES = 3;

/** The comparable form of a text, kept for the last few texts. */
export function wholeOf(text: string): Comparable {
  const known = wholes.find((candidate) => candidate.text === text);
  if (known) return known.whole;
  const whole = comparable(text);
  wholes.unshift({ text, whole });
  wholes.length = Math.min(wholes.length, MOST_WHOLES);
  return whole;
}

function isExact(anchor: Anchor | undefined): boolean {
  return anchor?.state === 'exact';
}

/** The last of the annotations that agree in what decides where they are: a file may have thousands of them on one word. */
function onePerPlace(annotations: readonly Annotation[]): Annotation[] {
  return [...new Map(annotations.map((one) => [placeKey(one), one])).values()];
}

const SELECTOR_FIELDS = fieldsOf('post', 'quote', 'surroundings');

/** The fields that decide where an annotation is. Annotations that agree in them have one place. */
export const placeKey = memo((annotation: Annotation): string => {
  const texts = SELECTOR_FIELDS.map((field) => {
    const value = ANNOTATION.valueOf(annotation, field);
    return typeof value === 'string' ? value : '';
  });
  return texts.join('\0');
});
