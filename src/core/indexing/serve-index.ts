import { createMatcher, type Matcher } from '../match';
import type { IndexAnswer, IndexRequest, UseForms } from './messages';
import { packedIndex } from './text-index';

/**
 * The worker's half: answers the messages of a `WorkerIndexer`.
 *
 * @param answer sends an answer and hands over the buffers that it holds
 */
export function serveIndex(
  answer: (message: IndexAnswer, buffers: ArrayBuffer[]) => void,
): (message: UseForms | IndexRequest) => void {
  let matcher: Matcher = createMatcher([]);
  return (message) => {
    if (message.kind === 'forms') {
      matcher = createMatcher(message.texts.map((text, i) => ({ text, entity: message.entities[i] ?? -1 })));
      return;
    }
    const index = packedIndex(message, matcher);
    answer({ id: message.id, index }, [index.numbers.buffer]);
  };
}
