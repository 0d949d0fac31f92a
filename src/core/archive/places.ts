import { findAnchors, ORPHAN, type Anchor } from '../anchor/anchor';
import { anchorByDiff, type TextVersion } from '../anchor/anchor-by-diff';
import type { Post } from '../posts/post';
import { ANNOTATION, fieldsOf, type Annotation, type StoredAnnotation } from '../sidecar/annotation';
import { comparable, type Comparable } from '../text/comparable';

/** Finds where annotations are in one text, and keeps the answers: of a sidecar with one record more, only that record is searched. */
export class Places {
  readonly #text: () => string;
  readonly #posts: () => readonly Post[];
  readonly #anchors = new Map<string, Anchor>();
  /** The earlier contents of the text that have told a place, newest first. */
  readonly #earlier: { readonly text: string; readonly posts: readonly Post[] }[] = [];

  /** Text and posts are functions, called when a place is searched: a stored text is then not kept in memory in between. */
  constructor(text: () => string, posts: () => readonly Post[]) {
    this.#text = text;
    this.#posts = posts;
  }

  /** The anchors of annotations, in their order. */
  of(annotations: readonly StoredAnnotation[]): Anchor[] {
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

  /** Uses an earlier content of the text to find the places of lost annotations. Answers whether any place is better known now. */
  useEarlier(text: string, posts: readonly Post[], annotations: readonly StoredAnnotation[]): boolean {
    const anchors = this.of(annotations);
    const lost = onePerPlace(annotations.filter((_, i) => !isExact(anchors[i])));
    if (lost.length === 0) return false;
    const before = this.of(lost);
    const after = anchorByDiff(this.#now(), { whole: wholeOf(text), posts }, lost, before);
    let better = false;
    for (const [i, annotation] of lost.entries()) {
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
function onePerPlace(annotations: readonly StoredAnnotation[]): StoredAnnotation[] {
  return [...new Map(annotations.map((one) => [placeKey(one), one])).values()];
}

/** The fields that decide where an annotation is. Annotations that agree in them have one place. */
function placeKey(annotation: Annotation): string {
  const texts = SELECTOR_FIELDS.map((field) => {
    const value = ANNOTATION.valueOf(annotation, field);
    return typeof value === 'string' ? value : '';
  });
  return texts.join('\0');
}

const SELECTOR_FIELDS = fieldsOf('post', 'quote', 'surroundings');
