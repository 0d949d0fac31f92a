import { join } from 'node:path';
import { readHead, type WrittenHead } from '../../core/imported';
import { readStart } from '../read-chunks';
import { walk } from '../walk';

/** Longer heads are those of no import. In bytes. */
const HEAD = 16 * 1024;

/** The files of a folder by path, each with what its head tells of the import that wrote it; empty where there is no folder. */
export async function headsIn(folder: string): Promise<Map<string, WrittenHead | null>> {
  const heads = new Map<string, WrittenHead | null>();
  const decoder = new TextDecoder();
  for (const path of await walk(folder, folder)) {
    const isMarkdown = path.endsWith('.md');
    const start = isMarkdown ? await readStart(join(folder, path), HEAD).catch(() => null) : null;
    heads.set(path, start && readHead(decoder.decode(start)));
  }
  return heads;
}
