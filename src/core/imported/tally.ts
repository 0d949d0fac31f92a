/** What an import has done, or would do. */
export interface ImportReport {
  /** How many posts were read in the source, left out or not. */
  readonly read: number;
  /** How many files were written, new or anew. */
  readonly written: number;
  /** How many of these were there before, with an earlier text of the post. */
  readonly changed: number;
  /** How many files were there with the same post, and were not touched. */
  readonly unchanged: number;
  /** The files that a person has edited while the source changed too. They stay as they are. */
  readonly edited: readonly string[];
  /** The files of earlier imports of the same publication whose posts the source has no more. They stay. */
  readonly gone: readonly string[];
  /** Posts that were left out, by the reason. */
  readonly skipped: readonly { readonly why: string; readonly count: number }[];
  /** What a person should know of the text that was brought in. */
  readonly notes: readonly { readonly what: string; readonly count: number }[];
  /** What could not be read, as sentences. At most 100 of each import. */
  readonly problems: readonly string[];
  /** Whether a person ended the import early. */
  readonly cancelled: boolean;
}

/** Counts what happens in an import. Readers tell it what they leave out. */
export class Tally {
  private readonly counts = { read: 0, written: 0, changed: 0, unchanged: 0 };
  private readonly skips = new Map<string, number>();
  private readonly remarks = new Map<string, number>();
  private readonly faults: string[] = [];
  private moreFaults = 0;

  /** Whether the sources were read to their ends, and hold all that their publications have. */
  isWhole = true;

  count(what: 'read' | 'written' | 'changed' | 'unchanged'): void {
    this.counts[what]++;
  }

  /** Counts a post that is read and left out. @param why a word or two that few posts differ in: `draft` */
  skip(why: string, count = 1): void {
    this.counts.read += count;
    const kept = this.skips.has(why) || this.skips.size < MOST_REASONS ? why : 'for other reasons';
    this.skips.set(kept, (this.skips.get(kept) ?? 0) + count);
  }

  /** Notes what a person should know. @param what a sentence without its full stop */
  note(what: string, count = 1): void {
    this.remarks.set(what, (this.remarks.get(what) ?? 0) + count);
  }

  /** Notes something that could not be read. @param message a sentence */
  problem(message: string): void {
    this.isWhole = false;
    if (this.faults.length < MOST_PROBLEMS) this.faults.push(message);
    else this.moreFaults++;
  }

  /** How many posts have been read so far. */
  get read(): number {
    return this.counts.read;
  }

  report(edited: readonly string[], gone: readonly string[], cancelled: boolean): ImportReport {
    const more = this.moreFaults === 0 ? [] : [`There are ${this.moreFaults} further problems.`];
    return {
      ...this.counts,
      edited,
      gone,
      skipped: Array.from(this.skips, ([why, count]) => ({ why, count })),
      notes: Array.from(this.remarks, ([what, count]) => ({ what, count })),
      problems: [...this.faults, ...more],
      cancelled,
    };
  }
}

const MOST_PROBLEMS = 100;
/** A file may state reasons of its own. */
const MOST_REASONS = 50;
