import type { ArchiveText } from '../archive/archive-text';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { needsReview } from '../anchor/needs-review';

/** What was known of a text when it was last looked at. */
interface Known {
  /** Stands for the text: see `ArchiveText.content`. */
  readonly content: object;
  /** The annotations that were in their place. */
  readonly settled: ReadonlySet<string>;
}

/** Remembers which annotations were in their place, and tells how many are not any more since their text has changed. */
export class LostPlaces {
  readonly #known = new Map<string, Known>();

  /**
   * How many annotations of a text were in their place when it was last looked at, and have lost it since because the text is another
   * one. None at the first look: what was so before somebody came is no news.
   */
  look(text: ArchiveText): number {
    const before = this.#known.get(text.path);
    const settled = new Set<string>();
    let lost = 0;
    for (const placed of text.annotations) {
      const key = keyOf(placed);
      if (!needsReview(placed)) settled.add(key);
      else if (before?.settled.has(key)) lost++;
    }
    this.#known.set(text.path, { content: text.content, settled });
    return before?.content === text.content ? 0 : lost;
  }
}

function keyOf({ annotation: { id, index } }: PlacedAnnotation): string {
  return id ?? `#${index}`;
}
