import type { FileReading, FileTask } from './file-reading';
import type { PackedForms } from './packed-forms';
import type { IndexTask, PackedIndex } from './text-index';

// The messages between the extension host and the thread that indexes.

/** Sets the spellings by which texts are indexed from here on. */
export interface UseForms extends PackedForms {
  readonly kind: 'forms';
}

/** Asks for the index of a text by the spellings that were sent last. */
export interface IndexRequest extends IndexTask {
  readonly kind: 'index';
  readonly id: number;
}

/** Asks for a file to be read and indexed by the spellings that were sent last. */
export interface ReadRequest extends Omit<FileTask, 'bytes'> {
  readonly kind: 'read';
  readonly id: number;
  /** The file's bytes, which are handed over; null where the indexing thread reads the file itself. */
  readonly bytes: Uint8Array | null;
}

export interface IndexAnswer {
  readonly kind: 'index';
  readonly id: number;
  readonly index: PackedIndex;
}

export interface ReadAnswer {
  readonly kind: 'read';
  readonly id: number;
  /** Null where there is no such file, or where it may not be read. */
  readonly reading: FileReading<PackedIndex> | null;
}

export type Request = UseForms | IndexRequest | ReadRequest;
export type Answer = IndexAnswer | ReadAnswer;

/** One end of a channel to another thread. */
export interface Port {
  /** Whether the thread at the other end reads files itself. */
  readonly readsFiles: boolean;
  /** @param transfer the buffers that are handed over; this thread cannot read them any more */
  post(message: Request, transfer: ArrayBuffer[]): void;
  /** Sets the listener of all answers. Called once per channel. */
  onAnswer(listener: (answer: Answer) => void): void;
  /** Sets the listener that is called when the other thread has ended, or could not be reached. */
  onGone(listener: () => void): void;
  close(): void;
}
