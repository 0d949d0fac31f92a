import { formsOf, type Lexicon } from '../annotator/lexicon';
import type { Matcher } from '../match';
import { TurnIndexer, type Indexer } from './indexer';
import type { IndexAnswer, Port } from './messages';
import { unpackIndex, type IndexTask, type TextIndex } from './text-index';

/** How long a worker may be idle before it is let go, with the memory that it takes, in milliseconds. */
const IDLE_MS = 20_000;

/**
 * Indexes in a worker, which is started when there is something to do. Should none start, or should it end before its work is done, the
 * work is done on this thread in turns.
 */
export class WorkerIndexer implements Indexer {
  readonly #open: () => Promise<Port | null>;
  readonly #here = new TurnIndexer();
  readonly #waiting = new Map<number, Waiting>();
  #port: Promise<Port | null> | null = null;
  /** The channel that has not been closed here. */
  #live: Port | null = null;
  #matcher: Matcher | null = null;
  #last = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;
  /** A worker that failed once is not tried again: it would most likely fail at the same text. */
  #failed = false;

  /** @param open starts a worker; null, or a rejection, where that cannot be done */
  constructor(open: () => Promise<Port | null>) {
    this.#open = open;
  }

  async index(task: IndexTask, lexicon: Lexicon): Promise<TextIndex | null> {
    if (this.#disposed) return null;
    clearTimeout(this.#idle);
    const port = this.#failed ? null : await (this.#port ??= this.#start());
    if (!port || this.#isGone()) return this.#here.index(task, lexicon);
    this.#send(port, lexicon);
    return new Promise((resolve) => {
      const id = ++this.#last;
      this.#waiting.set(id, { task, lexicon, resolve });
      port.post({ kind: 'index', id, ...task });
    });
  }

  dispose(): void {
    this.#disposed = true;
    this.#here.dispose();
    this.#end();
    for (const { resolve } of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }

  async #start(): Promise<Port | null> {
    const port = await this.#open().catch(() => null);
    if (!port) this.#failed = true;
    this.#live = port;
    port?.onAnswer((answer) => this.#answered(answer));
    port?.onGone(() => {
      if (this.#live === port) this.#gone();
    });
    return port;
  }

  /** The spellings go ahead of the first text that is to be searched for them. */
  #send(port: Port, { matcher, registry }: Lexicon): void {
    if (this.#matcher === matcher) return;
    this.#matcher = matcher;
    const forms = formsOf(registry);
    port.post({
      kind: 'forms',
      texts: forms.map(({ text }) => text),
      entities: Int32Array.from(forms, ({ entity }) => entity),
    });
  }

  #answered({ id, index }: IndexAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    clearTimeout(this.#idle);
    if (this.#waiting.size === 0) this.#idle = setTimeout(() => this.#end(), IDLE_MS);
    waiting?.resolve(unpackIndex(index));
  }

  #gone(): void {
    this.#failed = true;
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { task, lexicon, resolve } of left) void this.#here.index(task, lexicon).then(resolve);
  }

  #end(): void {
    clearTimeout(this.#idle);
    const ending = this.#port;
    this.#port = null;
    this.#live = null;
    void ending?.then((port) => port?.close());
    this.#matcher = null;
  }

  /** As a question, for the compiler to see that the answer may have changed while something was awaited. */
  #isGone(): boolean {
    return this.#failed || this.#disposed;
  }
}

interface Waiting {
  readonly task: IndexTask;
  readonly lexicon: Lexicon;
  readonly resolve: (index: TextIndex | null) => void;
}
