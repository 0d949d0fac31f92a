import type { DirectFiles } from '../../src/core/host';
import type { FileMark } from '../../src/core/indexing/file-mark';
import type { FileContent } from '../../src/core/indexing/file-reading';
import { MemoryHost } from './memory-host';

/** Long enough ago for a file that was written then to be trusted. */
const LONG_AGO = 1_500_000_000_000;

/** A host whose files can be looked at directly, as on a disk: each has a size, times and a number. */
export class Disk extends MemoryHost {
  readonly #marks = new Map<string, Omit<FileMark, 'size'>>();
  #clock = LONG_AGO;
  /** The files that were read in the moment somebody asked for their text, in order; tests empty it. */
  readonly readNow: string[] = [];

  readonly files: DirectFiles = {
    marks: (paths) => Promise.resolve(paths.map((path) => this.#mark(path))),
    readNow: (path) => {
      this.readNow.push(path);
      return this.bytes(path);
    },
  };

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    super(files);
    for (const path of Object.keys(files)) this.#touch(path);
  }

  override put(path: string, content: string | Uint8Array | null): void {
    super.put(path, content);
    this.#touch(path);
  }

  /** Writes a file in such a way that nothing but its content tells, as a program can that sets times back. */
  putUnseen(path: string, content: string): void {
    const mark = this.#marks.get(path);
    super.put(path, content);
    if (mark) this.#marks.set(path, mark);
  }

  /** As a worker reads it. */
  readonly readContent = (path: string): FileContent | null => {
    const bytes = this.bytes(path);
    this.reads.push(path);
    return bytes && { bytes, mark: this.#mark(path), readAt: Date.now() };
  };

  /** Writes a file just now: its time is not to be trusted yet. */
  putNow(path: string, content: string): void {
    super.put(path, content);
    this.#marks.set(path, { written: Date.now(), touched: Date.now(), number: 1 });
  }

  #touch(path: string): void {
    this.#clock += 10_000;
    this.#marks.set(path, { written: this.#clock, touched: this.#clock, number: 1 });
  }

  #mark(path: string): FileMark | null {
    const bytes = this.bytes(path);
    const mark = this.#marks.get(path);
    return bytes && mark ? { size: bytes.length, ...mark } : null;
  }
}
