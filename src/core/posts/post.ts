import type { Problem } from '../problem';
import type { Span } from '../text/span';

/**
 * One dated post of an archive. A field is null where the text does not tell it; nothing is guessed.
 *
 * The running example is the post "The harbour is closed", whose byline reads
 * `The harbour is closed, Coastal Review, Mara Lind, May 4, 2016`.
 */
export interface Post {
  /**
   * The name of the post for people and sidecars: its date and its title's words, `2016-05-04/the-harbour-is-closed`.
   * Unique in its file: a later post of the same date and title gets `-2`, `-3`, …; a post without a date begins with `undated/`.
   */
  readonly id: string;
  /** The title as people read it: white space collapsed, without the line's no-break spaces. Null where the text has none. */
  readonly title: string | null;
  /** `YYYY-MM-DD`, or null. */
  readonly date: string | null;
  /** The publication, `Coastal Review`, spelled as in the text. */
  readonly source: string | null;
  /** The writer, `Mara Lind`; where several are named, all of them as written. */
  readonly author: string | null;
  /** The people that `author` names, each once: none, one, or those of a joint post. */
  readonly authors: readonly string[];
  /** From the first code unit of the title (or front matter) to behind the last one that is not blank. */
  readonly span: Span;
  /** The header lines: title, date line and byline, or the front matter with its fences. Empty for a plain post. */
  readonly header: Span;
  /** The text of the post: from its first line that is not blank to the end of `span`. */
  readonly body: Span;
  /** The place of each field in the header; null where the header does not have it. */
  readonly places: {
    readonly title: Span | null;
    readonly date: Span | null;
    readonly source: Span | null;
    readonly author: Span | null;
  };
}

/** The posts that a reader finds in a file, in the order of the text. */
export interface FoundPosts {
  /** A header of the archive that belongs to no post, such as `Posts tagged ‘Harbour’`; null where there is none. */
  readonly header: Span | null;
  readonly posts: readonly Post[];
  /** What of the text could not be read, or was read by assumption. */
  readonly problems: readonly Problem[];
}
