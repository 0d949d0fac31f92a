import picomatch from 'picomatch';
import type { Host } from '../../src/core/host';
import type { FileEdit } from '../../src/core/decision';

/**
 * A host without a disk: files in a map. It keeps the contract of a real one (no order in listings, bytes, changes told), and counts
 * what was read, so that tests can see that nothing is read needlessly.
 */
export class MemoryHost implements Host {
  /** The paths that were read, in order; tests empty it. */
  readonly reads: string[] = [];
  readonly #files = new Map<string, Uint8Array>();
  readonly #watchers = new Set<(paths: readonly string[] | null, listing?: boolean) => void>();

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.#files.set(path, bytesOf(content));
  }

  list(globs: readonly string[]): Promise<string[]> {
    const fits = picomatch([...globs]);
    // The order of a directory is anybody's guess, so this host gives the least helpful one.
    return Promise.resolve([...this.#files.keys()].filter((path) => fits(path)).reverse());
  }

  read(path: string): Promise<Uint8Array | null> {
    this.reads.push(path);
    return Promise.resolve(this.#files.get(path) ?? null);
  }

  watch(changed: (paths: readonly string[] | null, listing?: boolean) => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  // --- what tests do to it

  /** How many are being told about changes. */
  get watchers(): number {
    return this.#watchers.size;
  }

  /** The text of a file; null where there is none. */
  text(path: string): string | null {
    const bytes = this.bytes(path);
    return bytes ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : null;
  }

  /** The content of a file; null where there is none. */
  bytes(path: string): Uint8Array | null {
    return this.#files.get(path) ?? null;
  }

  /** Writes a file as another program would, or removes it, and tells nobody. */
  put(path: string, content: string | Uint8Array | null): void {
    if (content === null) this.#files.delete(path);
    else this.#files.set(path, bytesOf(content));
  }

  /** Tells the watchers; null stands for “anything”, and `listing` for files or folders that came or went. */
  tell(paths: readonly string[] | null, listing = false): void {
    for (const watcher of [...this.#watchers]) watcher(paths, listing);
  }

  /** Applies edits as hosts do: refuses those made for another state of the file. */
  write(edits: readonly FileEdit[]): void {
    for (const { path, before } of edits) {
      const now = this.text(path)?.replace(/^\ufeff/, '') ?? null;
      if (now !== before) throw new Error(`${path} has changed meanwhile.`);
    }
    for (const { path, after } of edits) this.put(path, after);
    this.tell(edits.map((edit) => edit.path));
  }
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
