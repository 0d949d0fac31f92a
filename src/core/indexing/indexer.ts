import type { Lexicon } from '../annotator/lexicon';
import { Turns } from './turns';
import { indexText, type IndexTask, type TextIndex } from './text-index';

/** Indexes texts without keeping the thread that asks from its other work. */
export interface Indexer {
  /** Never rejects. Null where the work was given up, as nobody waits for it any more: the index is then made when it is asked for. */
  index(task: IndexTask, lexicon: Lexicon): Promise<TextIndex | null>;
  dispose(): void;
}

/** Indexes on the thread itself, text by text, and lets others have their turn: where no worker can be started. */
export class TurnIndexer implements Indexer {
  readonly #turns = new Turns();
  #queue: Promise<unknown> = Promise.resolve();
  #disposed = false;

  index(task: IndexTask, { matcher }: Lexicon): Promise<TextIndex | null> {
    const work = this.#queue.then(async () => {
      await this.#turns.next();
      return this.#disposed ? null : indexText(task, matcher);
    });
    this.#queue = work;
    return work;
  }

  dispose(): void {
    this.#disposed = true;
  }
}
