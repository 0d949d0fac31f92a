import type { PostFile } from '../archive/post';
import { readPosts, type ReadPostsOptions } from '../archive/read-posts';
import type { Matcher, Mentions } from '../match';
import { mentionsOf } from '../match/mentions';
import type { LineIndex } from '../text/lines';
import { lineTable, linesOf, type LineTable } from './line-table';

/** What can be read from a text alone and takes time: it is made elsewhere, for the extension host to stay free. */
export interface TextIndex {
  /** The mentions as one matcher found them. */
  readonly mentions: Mentions;
  /** Null where only mentions were asked for. */
  readonly posts: PostFile | null;
  readonly lines: LineIndex | null;
  /** The same as plain data. */
  readonly packed: PackedIndex;
}

/** What is to be indexed. */
export interface IndexTask extends Required<ReadPostsOptions> {
  readonly text: string;
  /** Whether only the mentions are wanted, as after a change of the registry. */
  readonly mentionsOnly: boolean;
}

/** The index of a text as it goes from one thread to another: all numbers in one array, as each array costs as much as a thousand. */
export interface PackedIndex {
  readonly posts: PostFile | null;
  /** Starts, ends and forms of the mentions; then starts and ends of the lines. */
  readonly numbers: Int32Array<ArrayBuffer>;
  readonly mentions: number;
  readonly lines: number;
}

/** Reads a text. This is the work that a worker does. */
export function indexText({ text, format, path, mentionsOnly }: IndexTask, matcher: Matcher): TextIndex {
  return unpackIndex(packedIndex({ text, format, path, mentionsOnly }, matcher));
}

export function packedIndex({ text, format, path, mentionsOnly }: IndexTask, matcher: Matcher): PackedIndex {
  // The matcher first, while the text that has just come is still in the processor's cache: that halves its time.
  const { starts, ends, forms, count } = matcher.match(text);
  const lines: LineTable = mentionsOnly ? { starts: NONE, ends: NONE } : lineTable(text);
  const numbers = new Int32Array(3 * count + 2 * lines.starts.length);
  let at = 0;
  for (const part of [starts, ends, forms, lines.starts, lines.ends]) {
    numbers.set(part, at);
    at += part.length;
  }
  const posts = mentionsOnly ? null : readPosts(text, { format, path });
  return { posts, numbers, mentions: count, lines: lines.starts.length };
}

/** The index of a text by new spellings, out of the one by other spellings and the mentions of the new ones. */
export function withMentions(old: PackedIndex, { numbers, mentions }: PackedIndex): PackedIndex {
  const lines = old.numbers.subarray(3 * old.mentions);
  const all = new Int32Array(3 * mentions + lines.length);
  all.set(numbers.subarray(0, 3 * mentions));
  all.set(lines, 3 * mentions);
  return { ...old, numbers: all, mentions };
}

export function unpackIndex(packed: PackedIndex): TextIndex {
  const { posts, numbers, mentions, lines } = packed;
  const part = (at: number, length: number) => numbers.subarray(at, at + length);
  const [starts, ends, forms] = [part(0, mentions), part(mentions, mentions), part(2 * mentions, mentions)];
  const table = { starts: part(3 * mentions, lines), ends: part(3 * mentions + lines, lines) };
  return { posts, mentions: mentionsOf(starts, ends, forms), lines: lines === 0 ? null : linesOf(table), packed };
}

const NONE = new Int32Array();
