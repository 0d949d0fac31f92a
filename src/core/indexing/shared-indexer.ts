import type { Lexicon } from '../mentions/lexicon';
import type { FileReading, FileTask } from './file-reading';
import type { Indexer } from './indexer';
import type { IndexTask, TextIndex } from './text-index';

/** Shares the work among several indexers: each text goes to the indexer with the fewest texts waiting. */
export class SharedIndexer implements Indexer {
  readonly #shares: { readonly indexer: Indexer; waiting: number }[];

  constructor(indexers: readonly Indexer[]) {
    this.#shares = indexers.map((indexer) => ({ indexer, waiting: 0 }));
  }

  index(task: IndexTask, lexicon: Lexicon): Promise<TextIndex | null> {
    return this.#share((indexer) => indexer.index(task, lexicon));
  }

  read(task: FileTask, lexicon: Lexicon): Promise<FileReading | null> {
    return this.#share((indexer) => indexer.read(task, lexicon));
  }

  dispose(): void {
    for (const { indexer } of this.#shares) indexer.dispose();
  }

  async #share<T>(work: (indexer: Indexer) => Promise<T | null>): Promise<T | null> {
    const [first, ...others] = this.#shares;
    if (!first) return null;
    const share = others.reduce((least, other) => (other.waiting < least.waiting ? other : least), first);
    share.waiting++;
    try {
      return await work(share.indexer);
    } finally {
      share.waiting--;
    }
  }
}
