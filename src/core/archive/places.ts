import { findAnchors, ORPHAN, type Anchor } from '../anchor/anchor';
import { anchorByDiff, type TextVersion } from '../anchor/anchor-by-diff';
import type { Post } from '../posts/post';
import { ANNOTATION, fieldsOf, type Annotation, type StoredAnnotation } from '../sidecar/annotation';
import { comparable, type Comparable } from '../text/comparable';

/** Knows where annotations are in one text, and remembers it: a sidecar with one more record is placed by placing that one. */
export class Places {
  readonly #text: () => string;
  readonly #posts: () => readonly Post[];
  readonly #anchors = new Map<string, Anchor>();
  /** Earlier contents of the text that have told a place, newest first. */
  readonly #earlier: { readonly text: string; readonly posts: readonly Post[] }[] = [];

  /** Text and posts are asked for when something is to be placed: a text that is stored is not to be kept in memory for it. */
  constructor(text: () => string, posts: () => readonly Post[]) {
    this.#text = text;
    this.#posts = posts;
  }

  /** The anchors of annotations, in their order. */
  of(annotations: readonly StoredAnnotation[]): Anchor[] {
    const keys = annotations.map(placeKey);
    const missing = annotations.filter((_, i) => !this.#anchors.has(keys[i] ?? ''));
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

  /** Looks whether an earlier content of the text tells more of the annotations that have lost their place. Answers whether it does. */
  useEarlier(text: string, posts: readonly Post[], annotations: readonly StoredAnnotation[]): boolean {
    const anchors = this.of(annotations);
    const lost = annotations.filter((_, i) => !isExact(anchors[i]));
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

/** The last texts in comparable form. It takes six bytes a code unit, and so cannot be kept for every text of an archive. */
const wholes: { readonly text: string; readonly whole: Comparable }[] = [];
const MOST_WHOLES = 3;

/** The comparable form of a text. That of the text that was asked for last is remembered. */
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

/** All that decides where an annotation is: two annotations of one passage have one place. */
function placeKey(annotation: Annotation): string {
  return SELECTOR_FIELDS.map((field) => ANNOTATION.valueOf(annotation, field) ?? '').join('\0');
}

const SELECTOR_FIELDS = fieldsOf('post', 'quote', 'surroundings');
