import { readArchive } from '../../../src/core/import-archive';
import type { ImportFormat, ImportReport } from '../../../src/core/imported';
import type { RawPost } from '../../../src/core/imported/post';
import { Tally } from '../../../src/core/imported/tally';

export interface Read {
  readonly posts: RawPost[];
  readonly report: ImportReport;
}

/** Reads the posts of a file that comes in pieces of a size. */
export async function read(
  name: string,
  content: string | Uint8Array,
  { format = null, size = 1_000_000 }: { readonly format?: ImportFormat | null; readonly size?: number } = {},
): Promise<Read> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const tally = new Tally();
  const posts: RawPost[] = [];
  const file = { name, chunks: pieces(bytes, size), tally, isInFolder: false };
  for await (const post of readArchive(file, format)) posts.push(post);
  return { posts, report: tally.report([], [], false) };
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
