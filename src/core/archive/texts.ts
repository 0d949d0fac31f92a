import type { ArchiveRule } from '../entities/archive-rules';
import type { TextChange } from '../text/change';
import type { TextIndex } from '../indexing/text-index';
import { ArchiveText } from './archive-text';
import type { Lexicon } from '../mentions/lexicon';
import type { StoredText } from './stored-text';

/** The texts of an archive. A text that an editor shows has the editor's content, any other one the disk's. */
export class Texts {
  readonly #texts = new Map<string, ArchiveText>();
  /** The contents that open editors show, by path. They count in place of the disk's. */
  readonly #open = new Map<string, string>();
  #sorted: readonly ArchiveText[] | null = null;
  readonly #surprised: (path: string) => void;

  /** @param surprised called when a stored text turns out to have changed on the disk */
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

  /** An editor shows a text. Answers whether the text was known with another content. */
  open(path: string, text: string): boolean {
    this.#open.set(path, text);
    const known = this.#texts.get(path);
    return known?.replace(text) ?? false;
  }

  /** The content of an open text changed, one change after the other. Answers whether the text is known. */
  edit(path: string, changes: readonly TextChange[], text: () => string): boolean {
    const known = this.#texts.get(path);
    if (!known || !this.#open.has(path)) {
      // The changes count in the editor's content; the known one is the disk's, or that of an editor that was closed.
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

  /** Takes over a text and its sidecar, null where there is none. Answers whether either has changed. */
  put(path: string, rule: ArchiveRule, text: string, sidecar: string | null, lexicon: Lexicon): boolean {
    return this.#taken(path, rule, text, lexicon, (known) => {
      known.replace(text);
      // An editor may have been closed while its text was shifted.
      if (!this.#open.has(path)) known.reread();
      known.setSidecar(sidecar);
    });
  }

  /** The same for a stored text with its index by the given registry. */
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
      // Compute this text's mentions now, in its own time slice. Otherwise the first query would compute them for every text at once.
      known.computeMentions();
    });
  }

  add(path: string, rule: ArchiveRule, text: string | StoredText, lexicon: Lexicon): ArchiveText {
    const added = new ArchiveText(path, rule, text, lexicon, () => this.#surprised(path));
    this.#texts.set(path, added);
    this.#sorted = null;
    return added;
  }

  /** Lets the known text take over a new state, or a new one where it is to be read in another way. Answers whether text or sidecar differ. */
  #taken(
    path: string,
    rule: ArchiveRule,
    text: string | StoredText,
    lexicon: Lexicon,
    take: (known: ArchiveText) => void,
  ): boolean {
    const before = this.#texts.get(path);
    const [content, sidecarText] = [before?.content, before?.sidecarText];
    const same = before?.rule.format === rule.format && before.rule.encoding === rule.encoding;
    const known = same ? before : this.add(path, rule, text, lexicon);
    take(known);
    return content !== known.content || sidecarText !== known.sidecarText;
  }

  /** Takes a text out. Answers whether there was one. */
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
