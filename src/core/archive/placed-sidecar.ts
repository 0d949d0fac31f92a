import { ORPHAN } from '../anchor/anchor';
import type { Post } from '../posts/post';
import type { Stages } from '../conflicts/conflict';
import { hasMarkers } from '../conflicts/markers';
import { readMarkedSidecar } from '../conflicts/read-marked-sidecar';
import { EMPTY_SIDECAR, readSidecar, SIDECAR_SUFFIX, type Sidecar } from '../sidecar/read-sidecar';
import type { TextChange } from '../text/change';
import { keepTracked, keyOf, moveAnnotation } from './follow-edit';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { Places } from './places';
import { heedKept } from '../anchor/needs-review';

/** What a sidecar needs to know of the text that it belongs to; asked for when something is to be placed. */
export interface AnnotatedText {
  readonly path: string;
  readonly text: string;
  readonly posts: readonly Post[];
}

/** The sidecar of one text, with the places of its annotations. While the text is open, they move with its edits. */
export class PlacedSidecar {
  readonly #of: AnnotatedText;
  #sidecar: Sidecar = readSidecar(EMPTY_SIDECAR);
  #text: string | null = null;
  #placed: readonly PlacedAnnotation[] | null = null;
  /** Made anew for each text that is not an edit of the last. */
  #places: Places | null = null;

  constructor(of: AnnotatedText) {
    this.#of = of;
  }

  get sidecar(): Sidecar {
    return this.#sidecar;
  }

  /** As it was read; null while there is no such file. */
  get text(): string | null {
    return this.#text;
  }

  /** The annotations with their places, in the order of the sidecar. */
  get annotations(): readonly PlacedAnnotation[] {
    return (this.#placed ??= this.#place());
  }

  /**
   * Takes over the sidecar's content; null when there is no such file.
   *
   * @param stages git's versions of a file that it could not merge, where they are known
   */
  take(text: string | null, stages: Stages | null): void {
    const followed = this.#placed?.filter(({ anchor }) => anchor.found === 'edits') ?? [];
    this.#text = text;
    this.#sidecar =
      text !== null && hasMarkers(text)
        ? readMarkedSidecar(text, this.#of.path + SIDECAR_SUFFIX, stages)
        : readSidecar(text ?? EMPTY_SIDECAR, this.#sidecar);
    this.#placed = null;
    if (followed.length === 0) return;
    const known = new Map(followed.map((placed) => [keyOf(placed), placed]));
    this.#placed = this.annotations.map((placed) => keepTracked(this.#of.text, placed, known.get(keyOf(placed))));
  }

  /** Follows an edit of the text. */
  edit(change: TextChange): void {
    this.#places = null;
    this.#placed = this.#placed?.map((placed) => moveAnnotation(placed, change)) ?? null;
  }

  /** Looks for all places again. While a text is open, its edits are known, and what they say about a place is better than any search. */
  placeAgain(): void {
    const tracked = this.#placed;
    this.#placed = null;
    if (tracked) this.#placed = this.annotations.map((placed, i) => keepTracked(this.#of.text, placed, tracked[i]));
  }

  /** Takes an earlier content of the text for evidence. Answers whether any place is known better now. */
  useEarlier(text: string, posts: readonly Post[]): boolean {
    this.#places ??= this.#newPlaces();
    if (!this.#places.useEarlier(text, posts, this.#sidecar.annotations)) return false;
    this.placeAgain();
    return true;
  }

  /** Forgets the places: the text is another one. */
  forget(): void {
    this.#placed = null;
    this.#places = null;
  }

  #place(): PlacedAnnotation[] {
    const { annotations } = this.#sidecar;
    if (annotations.length === 0) return [];
    this.#places ??= this.#newPlaces();
    const anchors = this.#places.of(annotations);
    return annotations.map((annotation, i) => ({ annotation, anchor: heedKept(annotation, anchors[i] ?? ORPHAN) }));
  }

  #newPlaces(): Places {
    return new Places(
      () => this.#of.text,
      () => this.#of.posts,
    );
  }
}
