import { readPosts } from '../posts/read-posts';
import type { PostFile } from '../posts/formats';
import type { Post } from '../posts/post';
import type { Stages } from '../conflicts/conflict';
import { hasMarkers } from '../conflicts/markers';
import type { ArchiveRule } from '../entities/manifest';
import { updateMentions, type Mentions } from '../match';
import type { Sidecar } from '../sidecar/read-sidecar';
import type { TextIndex } from '../indexing/text-index';
import type { TextChange } from '../text/change';
import type { Comparable } from '../text/comparable';
import type { LineIndex } from '../text/lines';
import { postAt } from '../posts/post-at';
import { decideMentions, isPlain } from '../mentions/decide-mentions';
import type { Lexicon } from '../mentions/lexicon';
import type { Mention } from '../mentions/mention';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { PlacedSidecar } from './placed-sidecar';
import { wholeOf } from './places';
import type { StoredText } from './stored-text';
import { TextContent } from './text-content';

/**
 * One text of an archive with all that is known about it. It follows the edits of an open editor: per change it matches only the
 * neighbourhood and shifts the rest; posts and anchors are read anew by `reread`, once the typing pauses.
 */
export class ArchiveText {
  readonly path: string;
  readonly rule: Pick<ArchiveRule, 'format'>;
  readonly #content: TextContent;
  #lexicon: Lexicon;
  #matches: Mentions | null = null;
  #mentions: readonly Mention[] | null = null;
  #plain: boolean | null = null;
  readonly #placed: PlacedSidecar = new PlacedSidecar(this);
  #state = {};
  #shifted = false;

  /** The state in which earlier contents were last looked at; see `lookBack`. */
  lookedBackAt: object | null = null;

  /** @param surprised called when a stored text turns out to be another one: whoever knows its file is to read it again */
  constructor(
    path: string,
    rule: Pick<ArchiveRule, 'format'>,
    text: string | StoredText,
    lexicon: Lexicon,
    surprised: () => void = () => undefined,
  ) {
    this.path = path;
    this.rule = rule;
    this.#content = new TextContent(text, { path, format: rule.format }, () => {
      this.#forgetAll();
      surprised();
    });
    this.#lexicon = lexicon;
  }

  /** The text. One that no editor shows may have to be read from the disk: what the archive's index can tell is to be asked elsewhere. */
  get text(): string {
    return this.#content.text;
  }

  /** What the text is read from when it is asked for; null while it is in memory. */
  get stored(): StoredText | null {
    return this.#content.stored;
  }

  /** Stands for the text as it is, without reading it: another object after any change of it. */
  get content(): object {
    return this.#content.identity;
  }

  /** A way to have the text of now later on, whatever becomes of it in an editor. A stored one is not read before. */
  textOfNow(): () => string {
    return this.#content.textOfNow();
  }

  get postFile(): PostFile {
    return this.#content.postFile;
  }

  get posts(): readonly Post[] {
    return this.postFile.posts;
  }

  get lines(): LineIndex {
    return this.#content.lines;
  }

  get sidecar(): Sidecar {
    return this.#placed.sidecar;
  }

  /** The sidecar's text as it was read; null while there is no such file. */
  get sidecarText(): string | null {
    return this.#placed.text;
  }

  /** Whether posts and anchors were read from an earlier text, and shifted by the edits since. */
  get shifted(): boolean {
    return this.#shifted;
  }

  /** Stands for the text and the sidecar as they are: another object after any change of either. */
  get state(): object {
    return this.#state;
  }

  /** The text in the form in which passages are compared. */
  get whole(): Comparable {
    return wholeOf(this.text);
  }

  /** The annotations with their places, in the order of the sidecar. */
  get annotations(): readonly PlacedAnnotation[] {
    return this.#placed.annotations;
  }

  /** What the registry finds, as numbers; most of what counts mentions needs no more. */
  get matches(): Mentions {
    return (this.#matches ??= this.#lexicon.matcher.match(this.text));
  }

  /** The registry by which mentions are found. */
  get lexicon(): Lexicon {
    return this.#lexicon;
  }

  /** Whether each match is the mention of its form's only owner: no person has said anything else, and no spelling is ambiguous. */
  get plain(): boolean {
    return (this.#plain ??= isPlain(this.matches, this.#lexicon, this.sidecar));
  }

  /** Whether the posts have been read, and would not have to be if they were asked for. */
  get postsKnown(): boolean {
    return this.#content.postsKnown;
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
    if (this.#mentions) return this.#mentions;
    const { path, annotations, content } = this;
    const facts = { path, text: () => this.text, posts: () => this.posts, lexicon: this.#lexicon, annotations };
    const mentions = decideMentions(this.matches, facts);
    // Where the text was read for it, it may have turned out to be another one.
    return content === this.content ? (this.#mentions = mentions) : this.mentions;
  }

  /** The post that holds an offset; null in the archive's header and between posts. */
  postAt(offset: number): Post | null {
    return postAt(this.posts, offset);
  }

  /** Follows an edit of the open text. Costs what the edit and the longest name cost, and a copy of the lists. */
  edit(change: TextChange): void {
    const { start, removed, inserted } = change;
    this.#content.edit(change);
    this.#state = {};
    if (this.#matches) {
      const size = { start, removed, inserted: inserted.length };
      this.#matches = updateMentions(this.#lexicon.matcher, this.#matches, this.text, size);
    }
    this.#forgetMentions();
    this.#placed.edit(change);
    this.#shifted = true;
  }

  /** Replaces the text as a whole, as after a change by another program. Answers whether it is another one now. */
  replace(text: string): boolean {
    const changed = this.#content.replace(text);
    if (changed) this.#forgetAll();
    return changed;
  }

  /** From here on the text is stored, and only its index in memory. What was found in it stays, where it is the same text. */
  store(stored: StoredText): void {
    const same = this.stored ? this.stored.hash === stored.hash : this.text === stored.read().text;
    // An editor may have been closed while its text was shifted.
    if (same) this.reread();
    this.#content.store(stored, same);
    if (!same) this.#forgetAll();
  }

  /** Reads posts and anchors from the text as it is now. Answers whether there was anything to do. */
  reread(): boolean {
    if (!this.#shifted) return false;
    this.#shifted = false;
    this.#content.forgetPosts();
    this.#forgetMentions();
    this.#placed.placeAgain();
    return true;
  }

  /** Takes an earlier content of the text for evidence of where annotations are. Answers whether any place is known better now. */
  useEarlier(text: string): boolean {
    if (this.#shifted || this.sidecar.annotations.length === 0) return false;
    const { posts } = readPosts(text, { format: this.rule.format, path: this.path });
    if (!this.#placed.useEarlier(text, posts)) return false;
    this.#forgetMentions();
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
    if (text !== this.#content.held || this.#shifted || lexicon.matcher !== this.#lexicon.matcher) return;
    this.#matches ??= index.mentions;
    this.#content.takeIndex(index);
  }

  /** Takes over the index that was made of the content that is stored, by a registry that counts from here on. */
  takeStored(index: TextIndex, lexicon: Lexicon): void {
    this.setLexicon(lexicon);
    this.#content.takeIndex(index);
    this.#matches ??= index.mentions;
  }

  /** Takes over the sidecar's content; null when there is no such file. */
  setSidecar(text: string | null): void {
    if (text !== this.sidecarText) this.#takeSidecar(text, null);
  }

  /** Takes over git's versions of a sidecar that it could not merge. Answers whether there is such a sidecar. */
  useStages(stages: Stages): boolean {
    const text = this.sidecarText;
    if (text === null || !hasMarkers(text)) return false;
    this.#takeSidecar(text, stages);
    return true;
  }

  #takeSidecar(text: string | null, stages: Stages | null): void {
    this.#state = {};
    this.#forgetMentions();
    this.#placed.take(text, stages);
  }

  /** Forgets what was found in another text. */
  #forgetAll(): void {
    this.#state = {};
    this.#matches = null;
    this.#placed.forget();
    this.#shifted = false;
    this.#forgetMentions();
  }

  #forgetMentions(): void {
    this.#mentions = null;
    this.#plain = null;
  }
}
