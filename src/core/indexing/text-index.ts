import type { PostFile } from '../posts/formats';
import { readPosts, type ReadPostsOptions } from '../posts/read-posts';
import type { Matcher, Mentions } from '../match';
import { mentionsFrom } from '../match/mentions';
import { lineTable, linesOf, type LineIndex, type LineTable } from '../text/lines';
import { packPosts, unpackPosts } from './pack-posts';

/** The mentions, posts and lines of a text. Finding them takes time, so another thread does it where there is one. */
export interface TextIndex {
  /** The mentions as one matcher found them. */
  readonly mentions: Mentions;
  /** Null where only mentions were asked for. Unpacked at the first use. */
  readonly posts: PostFile | null;
  readonly lines: LineIndex | null;
  /** The same as plain data, for threads and files. */
  readonly packed: PackedIndex;
}

/** The way to read a text, and the parts of its index that are asked for. */
export interface Wanted extends Required<ReadPostsOptions> {
  /** Whether only mentions are asked for, as after a change of the registry. */
  readonly mentionsOnly: boolean;
}

/** The task to index a text. */
export interface IndexTask extends Wanted {
  readonly text: string;
}

/** The index of a text as it goes to another thread. All numbers are in one array: each array costs as much as a thousand numbers. */
export interface PackedIndex {
  /** Starts, ends and forms of the mentions; then starts and ends of the lines; then the places of the posts. */
  readonly numbers: Int32Array<ArrayBuffer>;
  readonly mentions: number;
  readonly lines: number;
  /** The words of the posts; see `PackedPosts`. Null where only mentions were asked for. */
  readonly words: Uint8Array<ArrayBuffer> | null;
}

/** Indexes a text. This is the work of a worker. */
export function indexText(task: IndexTask, matcher: Matcher): TextIndex {
  return unpackIndex(packedIndex(task, matcher));
}

export function packedIndex({ text, format, path, mentionsOnly }: IndexTask, matcher: Matcher): PackedIndex {
  // The matcher first, while the text is still in the processor's cache: that halves its time.
  const { starts, ends, forms, count } = matcher.match(text);
  const lines: LineTable = mentionsOnly ? { starts: NONE, ends: NONE } : lineTable(text);
  const posts = mentionsOnly ? null : packPosts(readPosts(text, { format, path }));
  const parts = [starts, ends, forms, lines.starts, lines.ends, posts?.places ?? NONE];
  const numbers = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    numbers.set(part, at);
    at += part.length;
  }
  return { numbers, mentions: count, lines: lines.starts.length, words: posts?.words ?? null };
}

/** An index with its mentions replaced by those of another one. */
export function withMentions(old: PackedIndex, { numbers, mentions }: PackedIndex): PackedIndex {
  const rest = old.numbers.subarray(3 * old.mentions);
  const all = new Int32Array(3 * mentions + rest.length);
  all.set(numbers.subarray(0, 3 * mentions));
  all.set(rest, 3 * mentions);
  return { ...old, numbers: all, mentions };
}

export function unpackIndex(packed: PackedIndex): TextIndex {
  const { numbers, mentions, lines, words } = packed;
  const part = (at: number, length: number) => numbers.subarray(at, at + length);
  const [starts, ends, forms] = [part(0, mentions), part(mentions, mentions), part(2 * mentions, mentions)];
  const table = { starts: part(3 * mentions, lines), ends: part(3 * mentions + lines, lines) };
  let posts: PostFile | null = null;
  return {
    mentions: mentionsFrom(starts, ends, forms),
    get posts() {
      return (posts ??= words && unpackPosts(numbers.subarray(3 * mentions + 2 * lines), words));
    },
    lines: lines === 0 ? null : linesOf(table),
    packed,
  };
}

const NONE = new Int32Array();
