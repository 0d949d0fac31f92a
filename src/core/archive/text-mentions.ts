import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { updateMentions, type Mentions } from '../match';
import { decideMentions, isPlain } from '../mentions/decide-mentions';
import type { Lexicon } from '../mentions/lexicon';
import type { Mention } from '../mentions/mention';
import type { Post } from '../posts/post';
import type { Sidecar } from '../sidecar/read-sidecar';
import type { TextChange } from '../text/change';

/** The text whose mentions are found. Each field is read when it is needed. */
export interface MentioningText {
  readonly path: string;
  readonly text: string;
  /** Stands for the text as it is: another object after any change of it. */
  readonly content: object;
  readonly posts: readonly Post[];
  readonly sidecar: Sidecar;
  readonly annotations: readonly PlacedAnnotation[];
}

/** The mentions of one text by one registry: the matches as numbers, and the mentions after people's decisions. Both are kept. */
export class TextMentions {
  readonly #of: MentioningText;
  #lexicon: Lexicon;
  #matches: Mentions | null = null;
  #mentions: readonly Mention[] | null = null;
  #plain: boolean | null = null;

  constructor(of: MentioningText, lexicon: Lexicon) {
    this.#of = of;
    this.#lexicon = lexicon;
  }

  /** The registry by which mentions are found. */
  get lexicon(): Lexicon {
    return this.#lexicon;
  }

  /** The matches of the registry, as numbers. Counting mentions needs no more. */
  get matches(): Mentions {
    return (this.#matches ??= this.#lexicon.matcher.match(this.#of.text));
  }

  /** Whether the matches are known, and asking for them does not run the matcher. */
  get matched(): boolean {
    return this.#matches !== null;
  }

  /** Whether each match is a mention of its form's only owner; see `isPlain`. */
  get plain(): boolean {
    return (this.#plain ??= isPlain(this.matches, this.#lexicon, this.#of.sidecar));
  }

  /** The mentions after people's decisions, in the order of the text. */
  get all(): readonly Mention[] {
    if (this.#mentions) return this.#mentions;
    const { path, annotations, content } = this.#of;
    const facts = { path, text: () => this.#of.text, posts: () => this.#of.posts, lexicon: this.#lexicon, annotations };
    const mentions = decideMentions(this.matches, facts);
    // Deciding may have read the text from the disk, where it was another one.
    return content === this.#of.content ? (this.#mentions = mentions) : this.all;
  }

  /** Computes the mentions, unless `plain` makes that unnecessary. */
  compute(): void {
    if (!this.plain) this.#mentions = this.all;
  }

  /** Follows an edit, when the text has followed it already. Matches the neighbourhood of the edit anew and shifts the rest. */
  edit({ start, removed, inserted }: TextChange): void {
    if (this.#matches) {
      const size = { start, removed, inserted: inserted.length };
      this.#matches = updateMentions(this.#lexicon.matcher, this.#matches, this.#of.text, size);
    }
    this.forgetDecided();
  }

  /** Takes over another registry. The matches stay if it has the same spellings. */
  setLexicon(lexicon: Lexicon): void {
    if (lexicon === this.#lexicon) return;
    if (lexicon.matcher !== this.#lexicon.matcher) this.#matches = null;
    this.#lexicon = lexicon;
    this.forgetDecided();
  }

  /** Takes over matches of the text by the registry of now. Matches that are known stay. */
  takeMatches(matches: Mentions): void {
    this.#matches ??= matches;
  }

  /** Forgets the mentions and keeps the matches: posts, anchors or the sidecar have changed. */
  forgetDecided(): void {
    this.#mentions = null;
    this.#plain = null;
  }

  /** Forgets everything: the text is another one. */
  forget(): void {
    this.#matches = null;
    this.forgetDecided();
  }
}
