import type { ArchiveRule } from '../entities/manifest';
import type { TextChange } from '../text/change';
import type { TextIndex } from '../indexing/text-index';
import { ArchiveText } from './archive-text';
import type { Lexicon } from '../mentions/lexicon';
import type { StoredText } from './stored-text';

/** The texts of an archive as they are now: those that open editors show, and those that were read from the disk. */
export class Texts {
  readonly #texts = new Map<string, ArchiveText>();
  /** Texts as open editors hold them, by path; they count before what is on disk. */
  readonly #open = new Map<string, string>();
  #sorted: readonly ArchiveText[] | null = null;
  readonly #surprised: (path: string) => void;

  /** @param surprised called when a text that is stored turns out to be another one */
  constructor(surprised: (path: string) => void = () => undefined) {
    this.#surprised = surprised;
  }

  /** In the order of their paths. */
  get all(): readonly ArchiveText[] {
    return (this.#sorted ??= [...this.#texts.values()].sort((a, b) => (a.path < b.path ? -1 : 1)));
  }

  get(path: string): ArchiveText | null {
    return this.#texts.get(path) ?? null;
  }

  /** Whether an editor shows a text. */
  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  /** The content that an editor shows; null where none does. */
  shown(path: string): string | null {
    return this.#open.get(path) ?? null;
  }

  // --- open editors

  /** An editor shows a text. Answers whether that is another one than was known. */
  open(path: string, text: string): boolean {
    this.#open.set(path, text);
    const known = this.#texts.get(path);
    return known?.replace(text) ?? false;
  }

  /** The content of an open text changed, one change after the other. Answers whether the text is known. */
  edit(path: string, changes: readonly TextChange[], text: () => string): boolean {
    const known = this.#texts.get(path);
    if (!known || !this.#open.has(path)) {
      // What was known is not what the changes count in: the disk's content, or that of an editor that was closed.
      this.#open.set(path, text());
      known?.replace(text());
      return known !== undefined;
    }
    for (const change of changes) known.edit(change);
    this.#open.set(path, known.text);
    return true;
  }

  close(path: string): void {
    this.#open.delete(path);
  }

  // --- the disk

  /** Takes over a text with its sidecar, null where that does not exist. Answers whether either is another one now. */
  put(path: string, rule: ArchiveRule, text: string, sidecar: string | null, lexicon: Lexicon): boolean {
    return this.#taken(path, rule, text, lexicon, (known) => {
      known.replace(text);
      // An editor may have been closed while its text was shifted.
      if (!this.#open.has(path)) known.reread();
      known.setSidecar(sidecar);
    });
  }

  /** The same for a text that is stored, with its index by the registry of now. */
  putStored(
    path: string,
    rule: ArchiveRule,
    { stored, index }: { readonly stored: StoredText; readonly index: TextIndex },
    sidecar: string | null,
    lexicon: Lexicon,
  ): boolean {
    return this.#taken(path, rule, stored, lexicon, (known) => {
      known.store(stored);
      known.takeStored(index, lexicon);
      known.setSidecar(sidecar);
      // What has to be decided about is decided now, in the turn of this text, and not for all texts in the turn of whoever asks.
      known.computeMentions();
    });
  }

  add(path: string, rule: ArchiveRule, text: string | StoredText, lexicon: Lexicon): ArchiveText {
    const added = new ArchiveText(path, rule, text, lexicon, () => this.#surprised(path));
    this.#texts.set(path, added);
    this.#sorted = null;
    return added;
  }

  /** Lets what is known of a text take over another state of it. Answers whether that is another one. */
  #taken(
    path: string,
    rule: ArchiveRule,
    text: string | StoredText,
    lexicon: Lexicon,
    take: (known: ArchiveText) => void,
  ): boolean {
    const before = this.#texts.get(path);
    const [content, sidecarText] = [before?.content, before?.sidecarText];
    const known = before?.rule.format === rule.format ? before : this.add(path, rule, text, lexicon);
    take(known);
    return content !== known.content || sidecarText !== known.sidecarText;
  }

  /** Answers whether there was such a text. */
  drop(path: string): boolean {
    this.#sorted = null;
    return this.#texts.delete(path);
  }

  /** Drops the texts that are not listed, unless an editor still shows them. Answers with their paths. */
  keepOnly(listed: ReadonlySet<string>): string[] {
    const gone = [...this.#texts.keys()].filter((path) => !listed.has(path) && !this.#open.has(path));
    for (const path of gone) this.drop(path);
    return gone;
  }
}
