import type { Lexicon } from '../mentions/lexicon';
import { readContent, type FileReading, type FileTask } from './file-reading';
import { Turns } from './turns';
import { indexText, unpackIndex, type IndexTask, type PackedIndex, type TextIndex } from './text-index';

/** Indexes texts without blocking the thread that asks. No method ever rejects. */
export interface Indexer {
  /** Null where the indexer was disposed of before it came to the text. */
  index(task: IndexTask, lexicon: Lexicon): Promise<TextIndex | null>;
  /** Reads a file and indexes its text. Null where there is no such file, or where the indexer was disposed of before. */
  read(task: FileTask, lexicon: Lexicon): Promise<FileReading | null>;
  dispose(): void;
}

/** Indexes on this thread in time slices, one text after the other: for where no worker can be started. */
export class TurnIndexer implements Indexer {
  readonly #turns = new Turns();
  #queue: Promise<unknown> = Promise.resolve();
  #disposed = false;

  index(task: IndexTask, { matcher }: Lexicon): Promise<TextIndex | null> {
    return this.#inTurn(() => Promise.resolve(indexText(task, matcher)));
  }

  read(task: FileTask, { matcher }: Lexicon): Promise<FileReading | null> {
    return this.#inTurn(async () => {
      const readAt = Date.now();
      const bytes = await task.bytes().catch(() => null);
      return bytes && { ...unpackReading(readContent(task, { bytes, mark: null, readAt }, matcher)), bytes };
    });
  }

  dispose(): void {
    this.#disposed = true;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T | null> {
    const done = this.#queue.then(async () => {
      await this.#turns.next();
      return this.#disposed ? null : work();
    });
    this.#queue = done;
    return done;
  }
}

export function unpackReading(reading: FileReading<PackedIndex>): FileReading {
  return { ...reading, index: reading.index && unpackIndex(reading.index) };
}
