import type { PostFile } from '../posts/formats';
import { readPosts, type ReadPostsOptions } from '../posts/read-posts';
import type { TextIndex } from '../indexing/text-index';
import { changeText, type TextChange } from '../text/change';
import { indexLines, type LineIndex } from '../text/lines';
import { movePosts } from './follow-edit';
import type { StoredText } from './stored-text';

/**
 * A text with its posts and lines. The text is in memory, or it is stored and only its index is in memory. A stored text is read and
 * verified for queries that the index cannot answer. If it has changed by then, everything known of it is forgotten.
 */
export class TextContent {
  /** Null while the text is stored. */
  #held: string | null = null;
  #stored: StoredText | null = null;
  /** The index of the text of now; null where there is none. */
  #index: TextIndex | null = null;
  /** Read when they are first needed: highlights are waited for, and need no posts. */
  #posts: PostFile | null = null;
  #lines: LineIndex | null = null;
  #identity = {};
  readonly #readPosts: (text: string) => PostFile;
  readonly #surprised: () => void;

  /** @param surprised called when a stored text turns out to have changed on the disk; the new text is in memory from here on */
  constructor(text: string | StoredText, { path, format }: Required<ReadPostsOptions>, surprised: () => void) {
    if (typeof text === 'string') this.#held = text;
    else this.#stored = text;
    this.#readPosts = (content) => readPosts(content, { path, format });
    this.#surprised = surprised;
  }

  /** The text; a stored one is read. */
  get text(): string {
    return this.#held ?? this.#recall();
  }

  /** The text; null while it is stored. */
  get held(): string | null {
    return this.#held;
  }

  /** The source from which the text is read; null while it is in memory. */
  get stored(): StoredText | null {
    return this.#held === null ? this.#stored : null;
  }

  /** Stands for the text as it is: another object after any change of it. */
  get identity(): object {
    return this.#identity;
  }

  get postFile(): PostFile {
    return (this.#posts ??= this.#index?.posts ?? this.#readPosts(this.text));
  }

  get lines(): LineIndex {
    return (this.#lines ??= this.#index?.lines ?? indexLines(this.text));
  }

  /** Whether the posts are known, and asking for them reads no text. */
  get postsKnown(): boolean {
    return this.#posts !== null || (this.#index !== null && this.#index.packed.words !== null);
  }

  /** A function that gives the text of now, also after edits. A stored text is read when the function is called. */
  textOfNow(): () => string {
    const [held, stored] = [this.#held, this.#stored];
    return () => held ?? stored?.read().text ?? '';
  }

  /** Follows an edit. The posts move with it, and are not read anew. */
  edit(change: TextChange): void {
    const text = changeText(this.text, change);
    const posts = this.postsKnown ? this.postFile : null;
    this.#hold(text);
    this.#posts = posts && movePosts(posts, change);
  }

  /** From here on this is the text, and in memory. Answers whether it differs from the one before. */
  replace(text: string): boolean {
    if (text !== this.text) {
      this.#hold(text);
      return true;
    }
    this.#held = text;
    return false;
  }

  /** From here on the text is stored. `same` says that its content has not changed. */
  store(stored: StoredText, same: boolean): void {
    if (!same) this.#forget();
    this.#held = null;
    this.#stored = stored;
  }

  /** Reads the posts anew when they are next asked for. */
  forgetPosts(): void {
    this.#posts = null;
  }

  /** Takes over the index of the text of now. An index that has mentions alone is ignored. */
  takeIndex(index: TextIndex): void {
    if (index.packed.words) this.#index = index;
  }

  #hold(text: string): void {
    this.#forget();
    this.#held = text;
  }

  #recall(): string {
    const { text, expected } = this.#stored?.read() ?? { text: '', expected: false };
    if (expected) return text;
    this.#hold(text);
    this.#surprised();
    return text;
  }

  #forget(): void {
    this.#identity = {};
    this.#index = null;
    this.#posts = null;
    this.#lines = null;
  }
}
