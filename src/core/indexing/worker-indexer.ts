import type { Lexicon } from '../mentions/lexicon';
import type { Matcher } from '../match';
import type { FileReading, FileTask } from './file-reading';
import { TurnIndexer, unpackReading, type Indexer } from './indexer';
import type { Answer, Port, Request } from './messages';
import { packedForms } from './packed-forms';
import { unpackIndex, type IndexTask, type TextIndex } from './text-index';

/** How long a worker may be idle before it is ended to free its memory, in milliseconds. */
const IDLE_MS = 20_000;

/**
 * Indexes in a worker, which is started for the first text. If no worker starts, or if it ends before its work is done, the work is done on
 * this thread in time slices.
 */
export class WorkerIndexer implements Indexer {
  readonly #open: () => Promise<Port | null>;
  readonly #here = new TurnIndexer();
  readonly #waiting = new Map<number, Waiting>();
  #port: Promise<Port | null> | null = null;
  /** The channel to the running worker; null where there is none. */
  #live: Port | null = null;
  #matcher: Matcher | null = null;
  #last = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;
  /** Whether a worker has failed. No other one is started: it would most likely fail at the same text. */
  #failed = false;

  /** @param open starts a worker; null, or a rejection, where none can be started */
  constructor(open: () => Promise<Port | null>) {
    this.#open = open;
  }

  async index(task: IndexTask, lexicon: Lexicon): Promise<TextIndex | null> {
    const here = () => this.#here.index(task, lexicon);
    const port = await this.#connect();
    if (!port) return this.#disposed ? null : here();
    const answer = await this.#ask(port, lexicon, (id) => [{ kind: 'index', id, ...task }, []]);
    if (answer === 'gone') return here();
    return answer?.kind === 'index' ? unpackIndex(answer.index) : null;
  }

  async read(task: FileTask, lexicon: Lexicon): Promise<FileReading | null> {
    const here = () => this.#here.read(task, lexicon);
    const port = await this.#connect();
    if (!port) return this.#disposed ? null : here();
    // A copy, as the whole buffer is handed over, and the bytes may be a part of a buffer that is still in use here.
    const bytes = port.readsFiles ? null : await task.bytes().then(copyOf, () => null);
    if (!port.readsFiles && !bytes) return null;
    if (!this.#isLive(port)) return this.#disposed ? null : here();
    const answer = await this.#ask(port, lexicon, (id) => [
      { ...task, kind: 'read', id, bytes },
      bytes ? [bytes.buffer] : [],
    ]);
    if (answer === 'gone') return here();
    return answer?.kind === 'read' && answer.reading ? unpackReading(answer.reading) : null;
  }

  dispose(): void {
    this.#disposed = true;
    this.#here.dispose();
    this.#end();
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }

  /** The channel to a worker; null where there is none. */
  async #connect(): Promise<Port | null> {
    if (this.#disposed) return null;
    clearTimeout(this.#idle);
    const port = this.#failed ? null : await (this.#port ??= this.#start());
    return port && this.#isLive(port) ? port : null;
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

  /** Sends a request. Null if this indexer is disposed of before the answer, `gone` if the worker ends before it. */
  #ask(
    port: Port,
    lexicon: Lexicon,
    request: (id: number) => [Request, ArrayBuffer[]],
  ): Promise<Answer | 'gone' | null> {
    this.#send(port, lexicon);
    return new Promise((resolve) => {
      const id = ++this.#last;
      this.#waiting.set(id, resolve);
      port.post(...request(id));
    });
  }

  /** Sends the spellings of a registry, unless the worker has them. */
  #send(port: Port, lexicon: Lexicon): void {
    if (this.#matcher === lexicon.matcher) return;
    this.#matcher = lexicon.matcher;
    port.post({ kind: 'forms', ...packedForms(lexicon) }, []);
  }

  #answered(answer: Answer): void {
    const resolve = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    clearTimeout(this.#idle);
    if (this.#waiting.size === 0) this.#idle = setTimeout(() => this.#end(), IDLE_MS);
    resolve?.(answer);
  }

  #gone(): void {
    this.#failed = true;
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const resolve of left) resolve('gone');
  }

  #end(): void {
    clearTimeout(this.#idle);
    const ending = this.#port;
    this.#port = null;
    this.#live = null;
    void ending?.then((port) => port?.close());
    this.#matcher = null;
  }

  /** A method, as the compiler would take the fields for unchanged across an `await`. */
  #isLive(port: Port): boolean {
    return !this.#failed && !this.#disposed && this.#live === port;
  }
}

/** Called with the answer, with null when the indexer is disposed of, and with `gone` when the worker has ended. */
type Waiting = (answer: Answer | 'gone' | null) => void;

function copyOf(bytes: Uint8Array | null): Uint8Array<ArrayBuffer> | null {
  return bytes && new Uint8Array(bytes);
}
