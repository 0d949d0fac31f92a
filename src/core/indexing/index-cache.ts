import type { ReadingRule } from '../entities/archive-rules';
import type { Lexicon } from '../mentions/lexicon';
import type { FileMark } from './file-mark';
import type { FileReading } from './file-reading';
import { decodeIndexFile, encodeIndexFile, type FoundIndex, type KeptIndex } from './index-file';
import { stampOf } from './packed-forms';
import { unpackIndex, withMentions, type TextIndex } from './text-index';
import { Turns } from './turns';

/** Keeps indexes from one session to the next. Neither method rejects. */
export interface IndexStore {
  /** How long after the last indexing the indexes are saved, in milliseconds; five seconds where it is left out. */
  readonly waitMs?: number;
  /** Null where nothing was saved. */
  load(): Promise<Uint8Array | null>;
  save(file: Uint8Array): Promise<void>;
}

/** The known index of a file, with the content that it was made of. */
export interface KnownIndex {
  /** The hash of the file's bytes; see `contentHash`. */
  readonly hash: string;
  /** The file's mark when it was read, and when that was, in milliseconds since 1970; see `isUntouched`. */
  readonly mark: FileMark | null;
  readonly readAt: number;
  readonly index: TextIndex;
  /** Whether the mentions are those of the given registry. Posts and lines are right in any case. */
  readonly current: boolean;
}

/** See `IndexStore.waitMs`. */
const WAIT_MS = 5000;

/**
 * Keeps the indexes of an archive's files by the hash of their content, from one session to the next. It keeps one index of each file. An
 * index that is damaged, or that another version of the program has saved, counts as missing.
 */
export class IndexCache {
  readonly #store: IndexStore | null;
  #loading: Promise<void> | null = null;
  /** Saved indexes that have not been used yet, by path. */
  #found = new Map<string, FoundIndex>();
  readonly #known = new Map<string, Kept>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;

  constructor(store: IndexStore | null) {
    this.#store = store;
  }

  /** Loads the saved indexes. Await it before the first `find`. */
  load(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  /** The known index of a file that is read in some way; null where there is none, or where it is damaged. */
  find(path: string, rule: ReadingRule, lexicon: Lexicon): KnownIndex | null {
    const kept = this.#known.get(path) ?? this.#open(path);
    if (kept?.format !== wayOf(rule)) return null;
    const { hash, mark, readAt, stamp, unpacked } = kept;
    return { hash, mark, readAt, index: unpacked, current: stamp === stampOf(lexicon) };
  }

  /** Takes over what indexing has found, and answers with the whole index. Null where the posts of the content are not known. */
  put(path: string, rule: ReadingRule, reading: FileReading, lexicon: Lexicon): KnownIndex | null {
    const { hash, mark, readAt, index } = reading;
    const before = this.find(path, rule, lexicon);
    const known = before?.hash === hash ? before : null;
    // Mentions alone complete the posts and lines that are known of the same content.
    const whole = index?.packed.words ? index : known && withNew(known.index, index);
    if (!whole) return null;
    const format = wayOf(rule);
    const stamp = index || known?.current ? stampOf(lexicon) : (this.#known.get(path)?.stamp ?? '');
    this.#known.set(path, { path, format, hash, mark, readAt, stamp, index: whole.packed, unpacked: whole });
    this.#saveSoon();
    return { hash, mark, readAt, index: whole, current: stamp === stampOf(lexicon) };
  }

  /** Forgets files that are gone. */
  keepOnly(paths: ReadonlySet<string>): void {
    for (const map of [this.#known, this.#found]) for (const path of map.keys()) if (!paths.has(path)) map.delete(path);
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
  }

  async #load(): Promise<void> {
    const file = await this.#store?.load();
    if (file) this.#found = new Map(decodeIndexFile(file).map((entry) => [entry.path, entry]));
  }

  #open(path: string): Kept | null {
    const found = this.#found.get(path);
    this.#found.delete(path);
    const index = found?.open();
    if (!found || !index) return null;
    const { format, hash, mark, readAt, stamp } = found;
    const kept = { path, format, hash, mark, readAt, stamp, index, unpacked: unpackIndex(index) };
    this.#known.set(path, kept);
    return kept;
  }

  #saveSoon(): void {
    if (this.#disposed || !this.#store) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), this.#store.waitMs ?? WAIT_MS);
  }

  async #save(): Promise<void> {
    const turns = new Turns();
    // Indexes that were not used in this session are saved again too.
    for (const path of [...this.#found.keys()]) {
      await turns.next();
      this.#open(path);
    }
    const file = await encodeIndexFile([...this.#known.values()], () => turns.next());
    if (!this.#disposed) await this.#store?.save(file);
  }
}

interface Kept extends KeptIndex {
  readonly unpacked: TextIndex;
}

/** The format and the encoding in which a file is read, as they are kept. */
function wayOf({ format, encoding }: ReadingRule): string {
  return encoding === undefined ? format : `${format} in ${encoding}`;
}

function withNew(old: TextIndex, mentions: TextIndex | null): TextIndex {
  return mentions ? unpackIndex(withMentions(old.packed, mentions.packed)) : old;
}
