import type { ArchiveRule } from '../entities/manifest';
import type { TextChange } from '../text/change';
import { ArchiveText } from './archive-text';
import type { Lexicon } from './lexicon';

/** The texts of an archive as they are now: those that open editors show, and those that were read from the disk. */
export class Texts {
  readonly #texts = new Map<string, ArchiveText>();
  /** Texts as open editors hold them, by path; they count before what is on disk. */
  readonly #open = new Map<string, string>();
  #sorted: readonly ArchiveText[] | null = null;

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
    if (!known || known.text === text) return false;
    known.replace(text);
    return true;
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
    let known = this.#texts.get(path);
    const before = known && { text: known.text, sidecar: known.sidecarText };
    if (known?.rule.format !== rule.format) known = undefined;
    known ??= this.add(path, rule, text, lexicon);
    known.replace(text);
    // What an editor left unsettled when it was closed.
    if (!this.#open.has(path)) known.settle();
    known.setSidecar(sidecar);
    return before?.text !== text || before.sidecar !== known.sidecarText;
  }

  add(path: string, rule: ArchiveRule, text: string, lexicon: Lexicon): ArchiveText {
    const added = new ArchiveText(path, rule, text, lexicon);
    this.#texts.set(path, added);
    this.#sorted = null;
    return added;
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
