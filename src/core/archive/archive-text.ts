import { readPosts } from '../posts/read-posts';
import type { PostFile } from '../posts/formats';
import type { Post } from '../posts/post';
import type { Stages } from '../conflicts/conflict';
import { hasMarkers } from '../conflicts/markers';
import type { ReadingRule } from '../entities/archive-rules';
import type { Mentions } from '../match';
import type { Sidecar } from '../sidecar/read-sidecar';
import type { TextIndex } from '../indexing/text-index';
import type { TextChange } from '../text/change';
import type { Comparable } from '../text/comparable';
import type { LineIndex } from '../text/lines';
import { postAt } from '../posts/post-at';
import type { Lexicon } from '../mentions/lexicon';
import type { Mention } from '../mentions/mention';
import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { PlacedSidecar } from './placed-sidecar';
import { wholeOf } from './places';
import type { StoredText } from './stored-text';
import { TextContent } from './text-content';
import { TextMentions } from './text-mentions';

/**
 * One text of an archive with all that is known about it: its content with posts and lines, its mentions, and its sidecar with the places
 * of the annotations. It follows the edits of an open editor: per change it matches only the neighbourhood and shifts the rest. `reread`
 * reads posts and anchors anew, once the typing pauses.
 */
export class ArchiveText {
  readonly path: string;
  readonly rule: ReadingRule;
  readonly #content: TextContent;
  readonly #mentions: TextMentions;
  readonly #placed: PlacedSidecar = new PlacedSidecar(this);
  #state = {};
  #shifted = false;

  /** The state in which earlier contents were last looked at; see `lookBack`. */
  lookedBackAt: object | null = null;

  /** @param surprised called when a stored text turns out to have changed on the disk, for its file to be read again */
  constructor(
    path: string,
    rule: ReadingRule,
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
    this.#mentions = new TextMentions(this, lexicon);
  }

  /** The text. It is read from the disk where no editor shows it: use posts, lines and matches instead where they suffice. */
  get text(): string {
    return this.#content.text;
  }

  /** The source from which the text is read when it is needed; null while it is in memory. */
  get stored(): StoredText | null {
    return this.#content.stored;
  }

  /** Stands for the text as it is, without reading it: another object after any change of it. */
  get content(): object {
    return this.#content.identity;
  }

  /** A function that gives the text of now, also after edits. A stored text is read when the function is called. */
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

  /** The matches of the registry, as numbers. Counting mentions needs no more. */
  get matches(): Mentions {
    return this.#mentions.matches;
  }

  /** The registry by which mentions are found. */
  get lexicon(): Lexicon {
    return this.#mentions.lexicon;
  }

  /** Whether each match is a mention of its form's only owner: no form is ambiguous, and no annotation links or rejects a mention. */
  get plain(): boolean {
    return this.#mentions.plain;
  }

  /** Whether the posts are known, and asking for them reads no text. */
  get postsKnown(): boolean {
    return this.#content.postsKnown;
  }

  /** Whether matches and posts, which an indexer finds, are known. */
  get indexed(): boolean {
    return this.#mentions.matched && this.postsKnown;
  }

  /** Computes the mentions ahead of the first query, unless `plain` makes that unnecessary. */
  computeMentions(): void {
    this.#mentions.compute();
  }

  /** The mentions after people's decisions, in the order of the text. */
  get mentions(): readonly Mention[] {
    return this.#mentions.all;
  }

  /** The post that holds an offset; null in the archive's header and between posts. */
  postAt(offset: number): Post | null {
    return postAt(this.posts, offset);
  }

  /** Follows an edit of the open text. Takes time for the edit, the longest name, and a copy of the lists; not for the whole text. */
  edit(change: TextChange): void {
    this.#content.edit(change);
    this.#state = {};
    this.#mentions.edit(change);
    this.#placed.edit(change);
    this.#shifted = true;
  }

  /** Replaces the text as a whole, as after a change by another program. Answers whether it differs. */
  replace(text: string): boolean {
    const changed = this.#content.replace(text);
    if (changed) this.#forgetAll();
    return changed;
  }

  /** From here on the text is stored, and only its index in memory. Its matches and places are kept if it is the same text. */
  store(stored: StoredText): void {
    const same = this.stored ? this.stored.hash === stored.hash : this.text === stored.read().text;
    // An editor may have been closed while its text was shifted.
    if (same) this.reread();
    this.#content.store(stored, same);
    if (!same) this.#forgetAll();
  }

  /** Reads posts and anchors from the text as it is now. Answers false, and does nothing, unless they are shifted. */
  reread(): boolean {
    if (!this.#shifted) return false;
    this.#shifted = false;
    this.#content.forgetPosts();
    this.#mentions.forgetDecided();
    this.#placed.placeAgain();
    return true;
  }

  /** Whether an earlier content of the text might tell more about the place of an annotation than is known. */
  wantsEarlier(): boolean {
    return this.#placed.wantsEarlier();
  }

  /** Says that all earlier contents have been looked at. */
  endLookingBack(): void {
    this.#placed.endLookingBack();
  }

  /**
   * Uses an earlier content of the text as evidence of where annotations are; see `Places.useEarlier`. Answers whether any place is better
   * known now.
   */
  useEarlier(text: string, isNews: (key: string) => boolean = () => false): boolean {
    if (this.#shifted || this.sidecar.annotations.length === 0) return false;
    const { posts } = readPosts(text, { format: this.rule.format, path: this.path });
    if (!this.#placed.useEarlier(text, posts, isNews)) return false;
    this.#mentions.forgetDecided();
    return true;
  }

  /** Takes over another registry. The matches stay if it has the same spellings. */
  setLexicon(lexicon: Lexicon): void {
    this.#mentions.setLexicon(lexicon);
  }

  /** Takes over the index that was made of a text by a registry. Does nothing if the text or the spellings have changed since. */
  takeIndex(index: TextIndex, text: string, lexicon: Lexicon): void {
    if (text !== this.#content.held || this.#shifted || lexicon.matcher !== this.lexicon.matcher) return;
    this.#mentions.takeMatches(index.mentions);
    this.#content.takeIndex(index);
  }

  /** Takes over the registry, and the index of the stored content that was made by it. */
  takeStored(index: TextIndex, lexicon: Lexicon): void {
    this.setLexicon(lexicon);
    this.#content.takeIndex(index);
    this.#mentions.takeMatches(index.mentions);
  }

  /**
   * Takes over the sidecar's text; null when there is no such file.
   *
   * @param before an earlier reading of it, where another object holds one
   */
  setSidecar(text: string | null, before?: Sidecar): void {
    if (text !== this.sidecarText) this.#takeSidecar(text, null, before);
  }

  /** Uses git's three versions of a sidecar with conflict markers. Answers false, and does nothing, if it has no markers. */
  useStages(stages: Stages): boolean {
    const text = this.sidecarText;
    if (text === null || !hasMarkers(text)) return false;
    this.#takeSidecar(text, stages);
    return true;
  }

  #takeSidecar(text: string | null, stages: Stages | null, before?: Sidecar): void {
    this.#state = {};
    this.#mentions.forgetDecided();
    this.#placed.take(text, stages, before);
  }

  /** Forgets everything that was found: the text is another one. */
  #forgetAll(): void {
    this.#state = {};
    this.#mentions.forget();
    this.#placed.forget();
    this.#shifted = false;
  }
}
