import { LARGEST_FILE } from '../host';
import type { Tally } from '../imported/tally';
import { ImportRefusal } from './refusal';

/** The bytes of a file, piece by piece. */
export type Chunks = AsyncIterable<Uint8Array>;

/** A file of an archive that is brought in. */
export interface InputFile {
  /** Its path as a person sees it, with `/`. */
  readonly name: string;
  readonly chunks: Chunks;
  readonly tally: Tally;
  /** Whether it was found in a folder, and not named itself. */
  readonly isInFolder: boolean;
}

/** The first bytes of a file, and the whole of it, these bytes included. */
export async function peek(
  chunks: Chunks,
  most: number,
): Promise<{ readonly head: Uint8Array; readonly chunks: Chunks }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length < most) {
    const next = await iterator.next();
    if (next.done === true) break;
    taken.push(next.value);
    length += next.value.length;
  }
  return { head: joined(taken, length).subarray(0, most), chunks: again(taken, iterator) };
}

async function* again(taken: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): Chunks {
  try {
    yield* taken;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** All bytes of a file. @throws ImportRefusal where there are more than a file of an archive may have */
export async function gather(chunks: Chunks, most = LARGEST_FILE): Promise<Uint8Array> {
  const taken: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most) throw new ImportRefusal(`It has more than ${Math.floor(most / 1_000_000)} MB, and is not read.`);
    taken.push(chunk);
  }
  return taken.length === 1 && taken[0] ? taken[0] : joined(taken, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** A decoder for a name that a file states; UTF-8 where no decoder knows the name. */
export function decoderFor(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label.trim() || 'utf-8');
  } catch {
    return new TextDecoder('utf-8');
  }
}

/** The encoding that the byte order mark at the start of a file tells; null where there is none. */
export function markedEncoding(head: Uint8Array): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

/** The start of a file as ASCII, to look for words in it. */
export function asciiOf(head: Uint8Array): string {
  return new TextDecoder('latin1').decode(head);
}

/** A text by its byte order mark, else as UTF-8, else as windows-1252, which is then noted. */
export function decodePlain(bytes: Uint8Array, tally: Tally): string {
  const marked = markedEncoding(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    tally.note('A file is not UTF-8, and was read as windows-1252');
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
