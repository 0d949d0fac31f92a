import { serveIndex } from '../../src/core/indexing/serve-index';
import type { FileContent } from '../../src/core/indexing/file-reading';
import type { Answer, Port, Request } from '../../src/core/indexing/messages';

/** The far end of a worker that is none: it lives on the same thread, and gets copies of what is posted, as a worker does. */
export class NearWorker {
  /** What was asked of it, in order. */
  readonly asked: string[] = [];
  closed = false;
  #answer: (answer: Answer) => void = () => undefined;
  #gone: () => void = () => undefined;
  readonly #readFile: ((path: string) => FileContent | null) | null;
  readonly #serve: (message: Request) => void;
  /** Ends as if it had crashed, once it has been asked for so many texts. */
  readonly #endsAfter: number;

  /** @param readFile reads a file at the far end; null where it is to be handed over */
  constructor(endsAfter = Infinity, readFile: ((path: string) => FileContent | null) | null = null) {
    this.#endsAfter = endsAfter;
    this.#readFile = readFile;
    this.#serve = serveIndex((answer, transfer) => {
      const copy = structuredClone(answer, { transfer });
      setTimeout(() => this.#answer(copy), 0);
    }, readFile ?? undefined);
  }

  readonly open = (): Promise<Port> =>
    Promise.resolve({
      readsFiles: this.#readFile !== null,
      post: (message, transfer) => {
        this.asked.push(message.kind === 'forms' ? 'forms' : message.path);
        const texts = this.asked.filter((path) => path !== 'forms').length;
        if (texts > this.#endsAfter) setTimeout(() => this.#gone(), 0);
        else this.#serve(structuredClone(message, { transfer }));
      },
      onAnswer: (listener) => (this.#answer = listener),
      onGone: (listener) => (this.#gone = listener),
      close: () => {
        this.closed = true;
        this.#gone();
      },
    });
}
