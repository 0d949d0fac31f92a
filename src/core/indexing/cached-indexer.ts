import { formsOf, type Lexicon } from '../annotator/lexicon';
import type { Matcher } from '../match';
import { contentHash } from './content-hash';
import { decodeIndex, decodeIndexFile, encodeIndex, encodeIndexFile } from './index-file';
import type { Indexer } from './indexer';
import { unpackIndex, withMentions, type IndexTask, type TextIndex } from './text-index';

/** Where indexes are kept from one session to the next. Neither verb rejects. */
export interface IndexStore {
  /** Null where nothing is kept. */
  load(): Promise<Uint8Array | null>;
  save(file: Uint8Array): Promise<void>;
}

/** How long nothing must have been indexed before the indexes are kept, in milliseconds. */
const IDLE_MS = 5000;

/** To be raised with each change of what is found in a text: of the matcher, of the reading of posts, of the index. */
const VERSION = 1;

/**
 * Remembers indexes by the content of the texts, from one session to the next, so that only what is new has to be read. What is kept
 * but damaged, of another version, or of other spellings counts as not being there.
 */
export class CachedIndexer implements Indexer {
  readonly #indexer: Indexer;
  readonly #store: IndexStore;
  readonly #idleMs: number;
  #kept: Promise<void> | null = null;
  #stamp = '';
  /** What was kept by the spellings of now. */
  #old = new Map<string, Uint8Array>();
  /** What was made or asked for in this session: of each text, by its path, the content of now. */
  #entries = new Map<string, Entry>();
  /** By the spellings before: posts and lines are still right. */
  #stale = new Map<string, Uint8Array>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;

  constructor(indexer: Indexer, store: IndexStore, idleMs = IDLE_MS) {
    this.#indexer = indexer;
    this.#store = store;
    this.#idleMs = idleMs;
  }

  async index(task: IndexTask, lexicon: Lexicon): Promise<TextIndex | null> {
    await (this.#kept ??= this.#load());
    const stamp = stampOf(lexicon);
    if (stamp !== this.#stamp) this.#startAnew(stamp);
    const key = `${task.path}\0${task.format}\0${task.text.length}\0${contentHash(task.text)}`;
    const last = this.#entries.get(task.path);
    const bytes = last?.key === key ? last.bytes : this.#old.get(key);
    const known = bytes && decodeIndex(bytes);
    if (known) {
      this.#entries.set(task.path, { key, bytes });
      return unpackIndex(known);
    }
    const before = this.#stale.get(key);
    const stale = before ? decodeIndex(before) : null;
    const mentionsOnly = task.mentionsOnly || stale !== null;
    const made = await this.#indexer.index({ ...task, mentionsOnly }, lexicon);
    if (!made) return null;
    const packed = stale ? withMentions(stale, made.packed) : made.packed;
    // Mentions alone are not kept: they would have to be completed the next time.
    if (packed.posts && stamp === this.#stamp) this.#remember(task.path, { key, bytes: encodeIndex(packed) });
    return unpackIndex(packed);
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#indexer.dispose();
  }

  async #load(): Promise<void> {
    const bytes = await this.#store.load();
    const file = bytes && decodeIndexFile(bytes);
    if (!file) return;
    this.#stamp = file.stamp;
    this.#old = new Map(file.entries);
  }

  #startAnew(stamp: string): void {
    // What another version found is right in no part.
    const usable = versionOf(stamp) === versionOf(this.#stamp);
    this.#stale = new Map(usable ? [...this.#stale, ...this.#old, ...this.#made()] : []);
    this.#stamp = stamp;
    this.#old = new Map();
    this.#entries = new Map();
  }

  #remember(path: string, entry: Entry): void {
    if (this.#disposed) return;
    this.#entries.set(path, entry);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), this.#idleMs);
  }

  /** Of texts that nobody has asked for yet, what was kept is kept further; of the others, what is right for their content of now. */
  async #save(): Promise<void> {
    const left = [...this.#old].filter(([key]) => !this.#entries.has(pathOf(key)));
    this.#stale.clear();
    await this.#store.save(encodeIndexFile({ stamp: this.#stamp, entries: new Map([...left, ...this.#made()]) }));
  }

  #made(): [string, Uint8Array][] {
    return [...this.#entries.values()].map(({ key, bytes }) => [key, bytes]);
  }
}

interface Entry {
  readonly key: string;
  readonly bytes: Uint8Array;
}

function versionOf(stamp: string): string {
  return stamp.slice(0, Math.max(0, stamp.indexOf(' ')));
}

function pathOf(key: string): string {
  return key.slice(0, key.indexOf('\0'));
}

/** Tells the spellings of a registry from others. */
function stampOf({ matcher, registry }: Lexicon): string {
  let stamp = stamps.get(matcher);
  if (stamp === undefined) {
    stamp = `${VERSION} ${contentHash(JSON.stringify(formsOf(registry).map(({ text, entity }) => [text, entity])))}`;
    stamps.set(matcher, stamp);
  }
  return stamp;
}

const stamps = new WeakMap<Matcher, string>();
