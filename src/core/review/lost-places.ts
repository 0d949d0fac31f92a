import type { ArchiveText } from '../archive/archive-text';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { needsReview } from '../anchor/needs-review';

/** The state of a text when it was last looked at. */
interface LastLook {
  /** Identifies the content of the text: see `ArchiveText.content`. */
  readonly content: object;
  /** The keys of the annotations that were in their place. */
  readonly inPlace: ReadonlySet<string>;
}

/** Counts the annotations that lose their place when their text changes. */
export class LostPlaces {
  readonly #last = new Map<string, LastLook>();

  /**
   * How many annotations of a text were in their place at the last look, and have lost it because the text has changed since. 0 at the
   * first look: places that were lost before are no news.
   */
  look(text: ArchiveText): number {
    const before = this.#last.get(text.path);
    const inPlace = new Set<string>();
    let lost = 0;
    for (const placed of text.annotations) {
      const key = keyOf(placed);
      if (!needsReview(placed)) inPlace.add(key);
      else if (before?.inPlace.has(key)) lost++;
    }
    this.#last.set(text.path, { content: text.content, inPlace });
    return before?.content === text.content ? 0 : lost;
  }
}

function keyOf({ annotation: { id, index } }: PlacedAnnotation): string {
  return id ?? `#${index}`;
}
