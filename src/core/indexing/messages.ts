import type { IndexTask, PackedIndex } from './text-index';

// What goes between the extension host and the thread that indexes.

/** The spellings to look for, from here on: as arrays, which are handed over faster than an object for each. */
export interface UseForms {
  readonly kind: 'forms';
  readonly texts: readonly string[];
  /** The number of the entity that each spelling is one of. */
  readonly entities: Int32Array;
}

/** Asks for the index of a text by the spellings that were sent last. */
export interface IndexRequest extends IndexTask {
  readonly kind: 'index';
  readonly id: number;
}

export interface IndexAnswer {
  readonly id: number;
  readonly index: PackedIndex;
}

/** One end of a channel to another thread. */
export interface Port {
  post(message: UseForms | IndexRequest): void;
  /** Called with each answer, once per channel. */
  onAnswer(listener: (answer: IndexAnswer) => void): void;
  /** Called when the other end is gone, or could never be reached. */
  onGone(listener: () => void): void;
  close(): void;
}
