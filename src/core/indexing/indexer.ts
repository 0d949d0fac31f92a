import type { Lexicon } from '../mentions/lexicon';
import { readContent, type FileReading, type FileTask } from './file-reading';
import { Turns } from './turns';
import { indexText, unpackIndex, type IndexTask, type PackedIndex, type TextIndex } from './text-index';

/** Indexes texts without keeping the thread that asks from its other work. Nothing here ever rejects. */
export interface Indexer {
  /** Null where the work was given up, as nobody waits for it any more: the index is then made when it is asked for. */
  index(task: IndexTask, lexicon: Lexicon): Promise<TextIndex | null>;
  /** Reads a file and indexes its text. Null where there is none to be read, or where nobody waits for it any more. */
  read(task: FileTask, lexicon: Lexicon): Promise<FileReading | null>;
  dispose(): void;
}

/** Indexes on the thread itself, text by text, and lets others have their turn: where no worker can be started. */
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
