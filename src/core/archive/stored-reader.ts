import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import type { ReadingRule } from '../entities/archive-rules';
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

/** The file system's marks of a text and its sidecar. */
export interface TextMarks {
  readonly text: FileMark | null;
  /** Whether there is a sidecar. */
  readonly sidecar: boolean;
}

/**
 * Reads texts that no editor shows. The indexer reads and indexes them in another thread; their indexes are kept from one session to the
 * next, and the texts are not kept in memory.
 *
 * Trust: a file that has the size, the times and the number of a file whose content was indexed is taken for that file and not read again,
 * if it had been left alone for some time when it was indexed (see `isUntouched`). Verification: the hash of its bytes is compared
 * whenever its text is read, as when an editor opens it or a search looks through it (see `StoredText`). Without direct files
 * (`Host.files`) nothing is trusted: each file is read and hashed, and its bytes stay in memory.
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

  /** The marks of some texts, before any of them is read; null where the host has no direct files. */
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
   * Reads and indexes a text, unless its index is known and its file untouched.
   *
   * @returns `missing` where there is no file or the indexer has given up, `no text` where its bytes are none
   */
  async read(
    path: string,
    rule: ReadingRule,
    marks: TextMarks | null,
    lexicon: Lexicon,
  ): Promise<StoredIndex | 'missing' | 'no text'> {
    const known = this.#cache.find(path, rule, lexicon);
    const { files } = this.#host;
    if (marks && !marks.text) return 'missing';
    if (files && marks && known?.current && isUntouched(known.mark, known.readAt, marks.text)) {
      return { index: known.index, stored: storedText(known.hash, rule.encoding, () => files.readNow(path)) };
    }
    return this.#index(path, rule, known, lexicon, () => this.#host.read(path).catch(() => null));
  }

  /** Indexes a stored text by another registry; null where its file is gone or no text any more. */
  async readAgain({ path, rule, stored }: ArchiveText, lexicon: Lexicon): Promise<StoredIndex | null> {
    const known = this.#cache.find(path, rule, lexicon);
    const bytes = () => Promise.resolve(stored?.bytes() ?? null);
    const read = await this.#index(path, rule, known, lexicon, bytes);
    return typeof read === 'string' ? null : read;
  }

  async #index(
    path: string,
    { format, encoding }: ReadingRule,
    known: KnownIndex | null,
    lexicon: Lexicon,
    bytes: () => Promise<Uint8Array | null>,
  ): Promise<StoredIndex | 'missing' | 'no text'> {
    const mentionsOnly = known !== null && !known.current;
    const rule = encoding === undefined ? { format } : { format, encoding };
    const task = { path, ...rule, mentionsOnly, known: known?.hash ?? null, bytes };
    const reading = await this.#indexer.read(task, lexicon);
    if (!reading) return 'missing';
    const kept = reading.isText ? this.#cache.put(path, rule, reading, lexicon) : null;
    return kept ? { index: kept.index, stored: this.#stored(path, encoding, reading) } : 'no text';
  }

  #stored(path: string, encoding: string | undefined, { hash, bytes }: FileReading): StoredText {
    const { files } = this.#host;
    return storedText(hash, encoding, () => (files ? files.readNow(path) : bytes));
  }
}

/** Prepares a registry for indexing, each step in a time slice: with twenty thousand spellings, one slice would block the thread. */
export async function prepare(lexicon: Lexicon): Promise<void> {
  const turns = new Turns();
  for (const step of [packedForms, stampOf, soleOwners]) {
    step(lexicon);
    await turns.next();
  }
}
