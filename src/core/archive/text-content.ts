import type { PostFile } from '../posts/formats';
import { readPosts, type ReadPostsOptions } from '../posts/read-posts';
import type { TextIndex } from '../indexing/text-index';
import { changeText, type TextChange } from '../text/change';
import { indexLines, type LineIndex } from '../text/lines';
import { movePosts } from './follow-edit';
import type { StoredText } from './stored-text';

/**
 * A text with what is read from it alone: posts and lines. It is in memory, or it is stored and only its index is in memory: it is then
 * read, and verified, when something is asked that the index cannot tell. Should it be another one by then, what was known of it is
 * forgotten.
 */
export class TextContent {
  /** Null while the text is stored. */
  #held: string | null = null;
  #stored: StoredText | null = null;
  /** What was read from the text of now ahead of the questions. */
  #index: TextIndex | null = null;
  /** Read when somebody asks: highlights need no posts, and are waited for. */
  #posts: PostFile | null = null;
  #lines: LineIndex | null = null;
  #identity = {};
  readonly #readPosts: (text: string) => PostFile;
  readonly #surprised: () => void;

  /** @param surprised called when a stored text turns out to be another one, which from here on is in memory */
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

  /** The text where it is in memory. */
  get held(): string | null {
    return this.#held;
  }

  /** What the text is read from; null while it is in memory. */
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

  /** Whether the posts are known, and no text would have to be read if they were asked for. */
  get postsKnown(): boolean {
    return this.#posts !== null || (this.#index !== null && this.#index.packed.words !== null);
  }

  /** A way to have the text of now later on, whatever becomes of it in an editor. A stored one is not read before. */
  textOfNow(): () => string {
    const [held, stored] = [this.#held, this.#stored];
    return () => held ?? stored?.read().text ?? '';
  }

  /** Follows an edit: the posts move with it, and are not read anew. */
  edit(change: TextChange): void {
    const text = changeText(this.text, change);
    const posts = this.postsKnown ? this.postFile : null;
    this.#hold(text);
    this.#posts = posts && movePosts(posts, change);
  }

  /** From here on this is the text, and in memory. Answers whether it is another one than before. */
  replace(text: string): boolean {
    if (text !== this.text) {
      this.#hold(text);
      return true;
    }
    this.#held = text;
    return false;
  }

  /** From here on the text is stored. `same` says that it is the one from before. */
  store(stored: StoredText, same: boolean): void {
    if (!same) this.#forget();
    this.#held = null;
    this.#stored = stored;
  }

  /** Reads the posts anew when they are next asked for. */
  forgetPosts(): void {
    this.#posts = null;
  }

  /** Takes over the index of the text of now. One that has mentions alone tells nothing here. */
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
