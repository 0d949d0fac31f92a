import { contentHash } from '../indexing/content-hash';
import { quoted } from '../text/visible';
import { PostPlaces } from './places';
import { cleanPost, type RawPost } from './post';
import { compareWithFile, postFile, type WrittenHead } from './post-file';
import { Tally, type ImportReport } from './tally';

/** Longer texts of one post are left out: no file of an archive may be as large. In UTF-16 code units. */
const LONGEST_BODY = 16 * 1024 * 1024;

/** A file that an import would have, if it has not yet. */
export interface ImportedFile {
  /** Relative to the folder of the import, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Whether an earlier import wrote a file for this post. */
  readonly isKnown: boolean;
}

/**
 * Makes files of posts, one after the other, and keeps account of them. The host writes: it hands over what lies in the folder, and asks
 * `judge` about each file that is there.
 */
export class Importer {
  readonly tally = new Tally();
  private readonly known = new Map<string, string>();
  private readonly sources = new Map<string, string | null>();
  private readonly places: PostPlaces;
  /** The hashes of the posts of this import, by their ids. */
  private readonly seen = new Map<string, string>();
  private readonly numbers = new Map<string, number>();
  private readonly seenSources = new Set<string>();
  private readonly edited: string[] = [];

  /**
   * @param there the heads of the Markdown files in the folder, by path; null for one that no import has written
   */
  constructor(there: ReadonlyMap<string, WrittenHead | null>) {
    for (const [path, head] of there) {
      if (head === null) continue;
      // Of two files with one id, a copy that somebody made is left alone.
      if (!this.known.has(head.id)) this.known.set(head.id, path);
      this.sources.set(head.id, head.source);
    }
    this.places = new PostPlaces(this.known, there.keys());
  }

  /** The file of a post; null where it is left out, which the tally then tells. */
  take(raw: RawPost): ImportedFile | null {
    if (raw.body.length > LONGEST_BODY) return this.leaveOut('longer than 16 million characters');
    let post = cleanPost(raw);
    if (post === null) return this.leaveOut('without text');
    const hash = contentHash(JSON.stringify(post));
    if (this.seen.has(post.id)) {
      if (this.seen.get(post.id) === hash) return this.leaveOut('a copy of another post');
      if (raw.id !== null) {
        this.tally.problem(`Two different posts have the id ${quoted(post.id)}. The first one is taken.`);
        return this.leaveOut('with the id of another post');
      }
      post = { ...post, id: this.numbered(post.id) };
    }
    this.seen.set(post.id, hash);
    if (post.source !== null) this.seenSources.add(post.source);
    this.tally.count('read');
    if (post.date === null) this.tally.note('A post has no date that can be read, and stands in the folder “undated”');
    if (raw.body.includes('\u00a0')) this.tally.note('No-break spaces of a post have become spaces');
    if (post.body.includes('\ufffd'))
      this.tally.note('A post has the sign � in the place of what could not be decoded');
    return { path: this.places.pathOf(post), text: postFile(post), isKnown: this.known.has(post.id) };
  }

  /**
   * Decides about a file; a host then writes those that are `new` or `changed`, and tells `wrote` of each.
   *
   * @param there the text on the disk; null where there is no file
   */
  judge({ path, text }: ImportedFile, there: string | null): 'new' | 'changed' | 'stays' {
    const found = there === null ? 'new' : compareWithFile(there, text);
    if (found === 'new' || found === 'changed') return found;
    if (found === 'same') this.tally.count('unchanged');
    else this.edited.push(path);
    return 'stays';
  }

  /** Counts a file that was written, or would be. */
  wrote(found: 'new' | 'changed'): void {
    this.tally.count('written');
    if (found === 'changed') this.tally.count('changed');
  }

  /** What was done. Files whose posts are gone are named only where the source was read to its end and holds all posts. */
  report(cancelled: boolean): ImportReport {
    const gone: string[] = [];
    if (this.tally.isWhole && !cancelled) {
      for (const [id, path] of this.known) {
        const source = this.sources.get(id) ?? null;
        if (!this.seen.has(id) && source !== null && this.seenSources.has(source)) gone.push(path);
      }
    }
    return this.tally.report(this.edited.sort(), gone.sort(), cancelled);
  }

  /** An id for a further post of the same date and title, where the source names neither. */
  private numbered(id: string): string {
    let number = this.numbers.get(id) ?? 2;
    while (this.seen.has(`${id}-${number}`)) number++;
    this.numbers.set(id, number + 1);
    return `${id}-${number}`;
  }

  private leaveOut(why: string): null {
    this.tally.skip(why);
    return null;
  }
}
