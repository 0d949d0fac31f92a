import { serveIndex } from '../../src/core/indexing/serve-index';
import type { IndexAnswer, Port } from '../../src/core/indexing/messages';

/** The far end of a worker that is none: it lives on the same thread, and gets copies of what is posted, as a worker does. */
export class NearWorker {
  /** What was asked of it, in order. */
  readonly asked: string[] = [];
  closed = false;
  #answer: (answer: IndexAnswer) => void = () => undefined;
  #gone: () => void = () => undefined;
  readonly #serve = serveIndex((answer, transfer) => {
    const copy = structuredClone(answer, { transfer });
    setTimeout(() => this.#answer(copy), 0);
  });
  /** Ends as if it had crashed, once it has been asked for so many texts. */
  readonly #endsAfter: number;

  constructor(endsAfter = Infinity) {
    this.#endsAfter = endsAfter;
  }

  readonly open = (): Promise<Port> =>
    Promise.resolve({
      post: (message) => {
        this.asked.push(message.kind === 'index' ? message.path : 'forms');
        const texts = this.asked.filter((path) => path !== 'forms').length;
        if (texts > this.#endsAfter) setTimeout(() => this.#gone(), 0);
        else this.#serve(structuredClone(message));
      },
      onAnswer: (listener) => (this.#answer = listener),
      onGone: (listener) => (this.#gone = listener),
      close: () => {
        this.closed = true;
        this.#gone();
      },
    });
}
