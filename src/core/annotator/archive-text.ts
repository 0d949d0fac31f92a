import { ORPHAN } from '../anchor/anchor';
import { readPosts } from '../archive/read-posts';
import type { Post, PostFile } from '../archive/post';
import type { ArchiveRule } from '../entities/manifest';
import { updateMentions, type Mentions } from '../match';
import { EMPTY_SIDECAR, readSidecar, type Sidecar } from '../sidecar/read-sidecar';
import type { TextIndex } from '../indexing/text-index';
import { changeText, type TextChange } from '../text/change';
import type { Comparable } from '../text/comparable';
import { indexLines, type LineIndex } from '../text/lines';
import { postAt } from './annotation-list';
import { decideMentions, isPlain } from './decide-mentions';
import { keepTracked, keyOf, moveAnnotation, movePosts } from './follow-edit';
import type { Lexicon } from './lexicon';
import type { Mention, PlacedAnnotation } from './mention';
import { Places, wholeOf } from './places';
import { heedKept } from './review';

export type { Mention, PlacedAnnotation } from './mention';

/**
 * One text of an archive with all that is known about it. It follows the edits of an open editor: per change it matches only the
 * neighbourhood and shifts the rest; posts and anchors are read anew when `settle` is called, once the typing pauses.
 */
export class ArchiveText {
  readonly path: string;
  readonly rule: Pick<ArchiveRule, 'format'>;
  #text: string;
  #lexicon: Lexicon;
  /** Read when somebody asks: highlights need no posts, and are waited for. */
  #posts: PostFile | null = null;
  #lines: LineIndex | null = null;
  #matches: Mentions | null = null;
  #mentions: readonly Mention[] | null = null;
  #plain: boolean | null = null;
  #sidecar: Sidecar;
  #sidecarText: string | null = null;
  #placed: readonly PlacedAnnotation[] | null = null;
  /** Made anew for each text that is not an edit of the last. */
  #places: Places | null = null;
  #state = {};
  #settled = true;

  /** The state in which earlier contents were last looked at; see `lookBack`. */
  lookedBackAt: object | null = null;

  constructor(path: string, rule: Pick<ArchiveRule, 'format'>, text: string, lexicon: Lexicon) {
    this.path = path;
    this.rule = rule;
    this.#text = text;
    this.#lexicon = lexicon;
    this.#sidecar = readSidecar(EMPTY_SIDECAR);
  }

  get text(): string {
    return this.#text;
  }

  get postFile(): PostFile {
    return (this.#posts ??= readPosts(this.#text, { format: this.rule.format, path: this.path }));
  }

  get posts(): readonly Post[] {
    return this.postFile.posts;
  }

  get lines(): LineIndex {
    return (this.#lines ??= indexLines(this.#text));
  }

  get sidecar(): Sidecar {
    return this.#sidecar;
  }

  /** The sidecar's text as it was read; null while there is no such file. */
  get sidecarText(): string | null {
    return this.#sidecarText;
  }

  /** Whether posts and anchors were read from the text as it is now, and not shifted from an older one. */
  get settled(): boolean {
    return this.#settled;
  }

  /** Stands for the text and the sidecar as they are: another object after any change of either. */
  get state(): object {
    return this.#state;
  }

  /** The text in the form in which passages are compared. */
  get whole(): Comparable {
    return wholeOf(this.#text);
  }

  /** The annotations with their places, in the order of the sidecar. */
  get annotations(): readonly PlacedAnnotation[] {
    return (this.#placed ??= this.#place());
  }

  /** What the registry finds, as numbers; most of what counts mentions needs no more. */
  get matches(): Mentions {
    return (this.#matches ??= this.#lexicon.matcher.match(this.#text));
  }

  /** The registry by which mentions are found. */
  get lexicon(): Lexicon {
    return this.#lexicon;
  }

  /** Whether each match is the mention of its form's only owner: no person has said anything else, and no spelling is ambiguous. */
  get plain(): boolean {
    return (this.#plain ??= isPlain(this.matches, this.#lexicon, this.#sidecar));
  }

  /** Whether the posts have been read, and would not have to be if they were asked for. */
  get postsKnown(): boolean {
    return this.#posts !== null;
  }

  /** Whether all that an indexer reads is known. */
  get indexed(): boolean {
    return this.#matches !== null && this.postsKnown;
  }

  /** Makes the mentions, where they will have to be made one by one: while there is time, and not when somebody asks for all texts. */
  decide(): void {
    if (!this.plain) this.#mentions = this.mentions;
  }

  /** The mentions after people's decisions, in the order of the text. */
  get mentions(): readonly Mention[] {
    const { path, annotations } = this;
    const facts = { path, text: this.#text, posts: () => this.posts, lexicon: this.#lexicon, annotations };
    return (this.#mentions ??= decideMentions(this.matches, facts));
  }

  /** The post that holds an offset; null in the archive's header and between posts. */
  postAt(offset: number): Post | null {
    return postAt(this.posts, offset);
  }

  /** Follows an edit of the open text. Costs what the edit and the longest name cost, and a copy of the lists. */
  edit(change: TextChange): void {
    const { start, removed, inserted } = change;
    this.#text = changeText(this.#text, change);
    this.#state = {};
    this.#lines = null;
    this.#places = null;
    if (this.#matches) {
      const size = { start, removed, inserted: inserted.length };
      this.#matches = updateMentions(this.#lexicon.matcher, this.#matches, this.#text, size);
    }
    this.#forgetMentions();
    this.#posts = this.#posts && movePosts(this.#posts, change);
    this.#placed = this.#placed?.map((placed) => moveAnnotation(placed, change)) ?? null;
    this.#settled = false;
  }

  /** Replaces the text as a whole, as after a change by another program. */
  replace(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#state = {};
    this.#lines = null;
    this.#matches = null;
    this.#forgetMentions();
    this.#placed = null;
    this.#places = null;
    this.#posts = null;
    this.#settled = true;
  }

  /** Reads posts and anchors from the text as it is now. Answers whether there was anything to do. */
  settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    this.#posts = null;
    const tracked = this.#placed;
    this.#placed = null;
    this.#forgetMentions();
    // While a text is open, its edits are known, and what they say about a place is better than any search.
    if (tracked) this.#placed = this.annotations.map((placed, i) => keepTracked(this.#text, placed, tracked[i]));
    return true;
  }

  /** Takes an earlier content of the text for evidence of where annotations are. Answers whether any place is known better now. */
  useEarlier(text: string): boolean {
    if (!this.#settled || this.#sidecar.annotations.length === 0) return false;
    const { posts } = readPosts(text, { format: this.rule.format, path: this.path });
    this.#places ??= new Places(this.#text, () => this.posts);
    if (!this.#places.useEarlier(text, posts, this.#sidecar.annotations)) return false;
    const tracked = this.#placed;
    this.#placed = null;
    this.#forgetMentions();
    if (tracked) this.#placed = this.annotations.map((placed, i) => keepTracked(this.#text, placed, tracked[i]));
    return true;
  }

  /** Takes over another registry. What was found stays, where it has the same spellings. */
  setLexicon(lexicon: Lexicon): void {
    if (lexicon === this.#lexicon) return;
    if (lexicon.matcher !== this.#lexicon.matcher) this.#matches = null;
    this.#lexicon = lexicon;
    this.#forgetMentions();
  }

  /** Takes over the index that was made of a text by a registry. Without effect when the text is another one by now. */
  takeIndex(index: TextIndex, text: string, lexicon: Lexicon): void {
    if (text !== this.#text || !this.#settled || lexicon.matcher !== this.#lexicon.matcher) return;
    this.#matches ??= index.mentions;
    this.#posts ??= index.posts;
    this.#lines ??= index.lines;
  }

  /** Takes over the sidecar's content; null when there is no such file. */
  setSidecar(text: string | null): void {
    if (text === this.#sidecarText) return;
    const followed = this.#placed?.filter(({ anchor }) => anchor.found === 'edits') ?? [];
    const known = new Map(followed.map((placed) => [keyOf(placed), placed]));
    this.#sidecarText = text;
    this.#state = {};
    this.#sidecar = readSidecar(text ?? EMPTY_SIDECAR, this.#sidecar);
    this.#placed = null;
    this.#forgetMentions();
    if (known.size === 0) return;
    this.#placed = this.annotations.map((placed) => keepTracked(this.#text, placed, known.get(keyOf(placed))));
  }

  #place(): PlacedAnnotation[] {
    const { annotations } = this.#sidecar;
    if (annotations.length === 0) return [];
    this.#places ??= new Places(this.#text, () => this.posts);
    const anchors = this.#places.of(annotations);
    return annotations.map((annotation, i) => ({ annotation, anchor: heedKept(annotation, anchors[i] ?? ORPHAN) }));
  }

  #forgetMentions(): void {
    this.#mentions = null;
    this.#plain = null;
  }
}
