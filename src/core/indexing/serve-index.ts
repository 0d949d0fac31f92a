import { createMatcher, type Matcher } from '../match';
import { readContent, type FileContent } from './file-reading';
import type { Answer, ReadRequest, Request } from './messages';
import { unpackForms } from './packed-forms';
import { packedIndex, type PackedIndex } from './text-index';

/**
 * Answers the messages of a `WorkerIndexer`, in the worker.
 *
 * @param answer sends an answer and hands over its buffers
 * @param readFile reads a file of the archive; null where there is no such file. Left out where this thread cannot read files
 * @returns the listener of messages
 */
export function serveIndex(
  answer: (message: Answer, buffers: ArrayBuffer[]) => void,
  readFile: (path: string) => FileContent | null = () => null,
): (message: Request) => void {
  let matcher: Matcher = createMatcher([]);
  return (message) => {
    switch (message.kind) {
      case 'forms':
        matcher = createMatcher(unpackForms(message));
        return;
      case 'index': {
        const index = packedIndex(message, matcher);
        answer({ kind: 'index', id: message.id, index }, buffersOf(index));
        return;
      }
      case 'read': {
        const { id, bytes } = message;
        const content = contentOf(message, readFile);
        const reading = content && { ...readContent(message, content, matcher), bytes };
        const buffers = reading?.index ? buffersOf(reading.index) : [];
        if (bytes?.buffer instanceof ArrayBuffer) buffers.push(bytes.buffer);
        answer({ kind: 'read', id, reading }, buffers);
      }
    }
  };
}

function contentOf({ bytes, path }: ReadRequest, readFile: (path: string) => FileContent | null): FileContent | null {
  return bytes ? { bytes, mark: null, readAt: Date.now() } : readFile(path);
}

function buffersOf({ numbers, words }: PackedIndex): ArrayBuffer[] {
  return words ? [numbers.buffer, words.buffer] : [numbers.buffer];
}
