import { OpenArchive } from '../../src/core/archive';
import { MemoryHost } from '../support/memory-host';
import { benchArchive } from './archive';
import { printTable, round, timed } from './timing';

/** What a person waits for who opens a text: from its bytes to the list of what is highlighted, with nothing read before. */
export async function benchOpen(quick: boolean): Promise<void> {
  const rows = [];
  for (let round = 0; round < (quick ? 2 : 5); round++) rows.push(await openOnce(round));
  printTable('Opening a text of 1,000,000 code units with 5,000 aliases, in one process: the first row is cold', rows);
}

async function openOnce(row: number): Promise<Record<string, string | number>> {
  const host = new MemoryHost(benchArchive(1_000_000, 5_000));
  const archive = new OpenArchive(host);
  const before = performance.now();
  const opened = await archive.openText('papers.txt');
  if (!opened) throw new Error('The text cannot be opened.');
  const read = performance.now() - before;
  const mentions = timed(() => opened.mentions);
  return {
    run: row + 1,
    posts: opened.posts.length,
    mentions: mentions.result.length,
    'registry, posts ms': round(read),
    'mentions ms': round(mentions.ms),
    'in all ms': round(read + mentions.ms),
  };
}
