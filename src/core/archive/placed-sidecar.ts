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
import { heedKept, needsReview } from '../anchor/needs-review';

/** The text that a sidecar belongs to. Each field is read when an annotation is placed. */
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
  /** The places in the text of now; null after each change of it. */
  #places: Places | null = null;
  /** Whether earlier contents have been looked at since the text was read as a whole. */
  #lookedBack = false;

  constructor(of: AnnotatedText) {
    this.#of = of;
  }

  get sidecar(): Sidecar {
    return this.#sidecar;
  }

  /** The sidecar's text as it was read; null while there is no such file. */
  get text(): string | null {
    return this.#text;
  }

  /** The annotations with their places, in the order of the sidecar. */
  get annotations(): readonly PlacedAnnotation[] {
    return (this.#placed ??= this.#place());
  }

  /**
   * Takes over the sidecar's text; null when there is no such file. Places that were followed by edits are kept.
   *
   * @param stages git's three versions of a file with conflict markers; null where they are not known
   * @param before an earlier reading of it
   */
  take(text: string | null, stages: Stages | null, before = this.#sidecar): void {
    const followed = this.#placed?.filter(({ anchor }) => anchor.found === 'edits') ?? [];
    this.#text = text;
    this.#sidecar =
      text !== null && hasMarkers(text)
        ? readMarkedSidecar(text, this.#of.path + SIDECAR_SUFFIX, stages, before)
        : readSidecar(text ?? EMPTY_SIDECAR, before);
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

  /** Searches all places again. A place that the edits of an open text have led to stays, unless the search finds an exact one. */
  placeAgain(): void {
    const tracked = this.#placed;
    this.#placed = null;
    if (tracked) this.#placed = this.annotations.map((placed, i) => keepTracked(this.#of.text, placed, tracked[i]));
  }

  /** Whether an earlier content of the text might tell more about the place of an annotation than is known. */
  wantsEarlier(): boolean {
    return this.annotations.some(needsReview) || this.#places?.wantsProof(this.#sidecar.contents) === true;
  }

  /** Says that all earlier contents of the text have been looked at. */
  endLookingBack(): void {
    this.#lookedBack = true;
    this.#places?.endLookingBack();
  }

  /** Uses an earlier content of the text as evidence; see `Places.useEarlier`. Answers whether any place is better known now. */
  useEarlier(text: string, posts: readonly Post[], isNews: (key: string) => boolean): boolean {
    this.#places ??= this.#newPlaces();
    if (!this.#places.useEarlier(text, posts, this.#sidecar.contents, isNews)) return false;
    this.placeAgain();
    return true;
  }

  /** Forgets the places: the text is another one. */
  forget(): void {
    this.#placed = null;
    this.#places = null;
    this.#lookedBack = false;
  }

  #place(): PlacedAnnotation[] {
    const { annotations, contents } = this.#sidecar;
    if (annotations.length === 0) return [];
    this.#places ??= this.#newPlaces();
    const anchors = this.#places.of(contents);
    return annotations.map((annotation, i) => ({ annotation, anchor: heedKept(annotation, anchors[i] ?? ORPHAN) }));
  }

  #newPlaces(): Places {
    const places = new Places(
      () => this.#of.text,
      () => this.#of.posts,
    );
    // The places of then have moved with the edits since, so earlier contents tell no more about them.
    if (this.#lookedBack) places.endLookingBack();
    return places;
  }
}
