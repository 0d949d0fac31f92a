import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import type { ArchiveRule } from '../entities/manifest';
import type { Host } from '../host';
import { isUntouched, type FileMark } from '../indexing/file-mark';
import type { FileReading } from '../indexing/file-reading';
import { IndexCache, type KnownIndex } from '../indexing/index-cache';
import type { Indexer } from '../indexing/indexer';
import { packedForms, stampOf } from '../indexing/packed-forms';
import type { TextIndex } from '../indexing/text-index';
import { Turns } from '../indexing/turns';
import type { ArchiveText } from './archive-text';
import { soleOwners, type Lexicon } from '../mentions/lexicon';
import { storedText, type StoredText } from './stored-text';

/** A text that is stored, with its index. */
export interface StoredIndex {
  readonly stored: StoredText;
  readonly index: TextIndex;
}

/** What the file system tells of a text and its sidecar. */
export interface TextMarks {
  readonly text: FileMark | null;
  /** Whether there is a sidecar. */
  readonly sidecar: boolean;
}

/**
 * Reads texts that no editor shows: has them read and indexed beside this thread, remembers their indexes from one session to the next,
 * and keeps none of them in memory.
 *
 * What is trusted: a file with the size, the times and the number of the one whose content was indexed is that file, if it had been left
 * alone for some time when it was read (see `isUntouched`); it is not read again. When that is verified: whenever its text is asked for,
 * as by whoever opens it or looks for words in it, by the hash of its bytes (see `StoredText`). Where the host's files cannot be looked at
 * directly, nothing is trusted, each file is read and hashed, and its bytes stay in memory.
 */
export class StoredReader {
  readonly #host: Host;
  readonly #indexer: Indexer;
  readonly #cache: IndexCache;

  constructor(host: Host, indexer: Indexer) {
    this.#host = host;
    this.#indexer = indexer;
    this.#cache = new IndexCache(host.indexStore ?? null);
  }

  dispose(): void {
    this.#cache.dispose();
    this.#indexer.dispose();
  }

  /** Forgets texts that the archive does not have any more. */
  keepOnly(listed: ReadonlySet<string>): void {
    this.#cache.keepOnly(listed);
  }

  /** What the file system tells of some texts, before any of them is read; null where it has to be read to be known. */
  async look(paths: readonly string[], lexicon: Lexicon): Promise<readonly TextMarks[] | null> {
    const turns = new Turns();
    await this.#cache.load();
    await turns.next();
    await prepare(lexicon);
    const { files } = this.#host;
    if (!files) return null;
    const [texts, sidecars] = await Promise.all([
      files.marks(paths),
      files.marks(paths.map((path) => path + SIDECAR_SUFFIX)),
    ]);
    return paths.map((_, i) => ({ text: texts[i] ?? null, sidecar: (sidecars[i] ?? null) !== null }));
  }

  /**
   * Reads a text, unless it is known.
   *
   * @returns why not, where there is none: no file, no text in it, or nobody waits any more
   */
  async read(
    path: string,
    { format }: ArchiveRule,
    marks: TextMarks | null,
    lexicon: Lexicon,
  ): Promise<StoredIndex | 'missing' | 'no text'> {
    const known = this.#cache.find(path, format, lexicon);
    const { files } = this.#host;
    if (marks && !marks.text) return 'missing';
    if (files && marks && known?.current && isUntouched(known.mark, known.readAt, marks.text)) {
      return { index: known.index, stored: storedText(known.hash, () => files.readNow(path)) };
    }
    return this.#index(path, format, known, lexicon, () => this.#host.read(path));
  }

  /** Has the mentions of a stored text found by another registry; null where that cannot be done any more. */
  async readAgain({ path, rule, stored }: ArchiveText, lexicon: Lexicon): Promise<StoredIndex | null> {
    const known = this.#cache.find(path, rule.format, lexicon);
    const bytes = () => Promise.resolve(stored?.bytes() ?? null);
    const read = await this.#index(path, rule.format, known, lexicon, bytes);
    return typeof read === 'string' ? null : read;
  }

  async #index(
    path: string,
    format: ArchiveRule['format'],
    known: KnownIndex | null,
    lexicon: Lexicon,
    bytes: () => Promise<Uint8Array | null>,
  ): Promise<StoredIndex | 'missing' | 'no text'> {
    const mentionsOnly = known !== null && !known.current;
    const task = { path, format, mentionsOnly, known: known?.hash ?? null, bytes };
    const reading = await this.#indexer.read(task, lexicon);
    if (!reading) return 'missing';
    const kept = reading.isText ? this.#cache.put(path, format, reading, lexicon) : null;
    return kept ? { index: kept.index, stored: this.#stored(path, reading) } : 'no text';
  }

  #stored(path: string, { hash, bytes }: FileReading): StoredText {
    const { files } = this.#host;
    return storedText(hash, () => (files ? files.readNow(path) : bytes));
  }
}

/** Makes what the indexing needs of a registry step by step: all in one turn, with twenty thousand spellings, others would have to wait. */
export async function prepare(lexicon: Lexicon): Promise<void> {
  const turns = new Turns();
  for (const step of [packedForms, stampOf, soleOwners]) {
    step(lexicon);
    await turns.next();
  }
}
