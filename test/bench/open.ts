import { Annotator } from '../../src/core/index';
import { MemoryHost } from '../support/memory-host';
import { generate } from './text';
import { printTable, round, timed } from './timing';

/** What a person waits for who opens a text: from its bytes to the list of what is highlighted, with nothing read before. */
export async function benchOpen(quick: boolean): Promise<void> {
  const rows = [];
  for (let round = 0; round < (quick ? 2 : 5); round++) rows.push(await openOnce(round));
  printTable('Opening a text of 1,000,000 code units with 5,000 aliases, in one process: the first row is cold', rows);
}

async function openOnce(row: number): Promise<Record<string, string | number>> {
  const { text, forms } = generate(1_000_000, 5_000);
  const host = new MemoryHost({
    'postgloss.yaml': 'postgloss: 1\narchives:\n  - files: "*.txt"\n',
    'entities.gloss.yaml': registry(forms.map((form) => form.text)),
    'papers.txt': asPosts(text),
  });
  const annotator = new Annotator(host);
  const before = performance.now();
  const opened = await annotator.openText('papers.txt');
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

/** Three spellings an entity. */
function registry(names: readonly string[]): string {
  const records = [];
  for (let i = 0; i < names.length; i += 3) {
    const [name, ...aliases] = names.slice(i, i + 3).map((form) => JSON.stringify(form));
    const list = aliases.map((alias) => `\n      - ${alias}`).join('');
    records.push(`  - id: e${i}\n    name: ${name}\n    type: person${list ? `\n    aliases:${list}` : ''}\n`);
  }
  return `postgloss: 1\nentities:\n${records.join('')}`;
}

/** Gives every fortieth paragraph the header of a post. */
function asPosts(text: string): string {
  return text
    .split('\n')
    .map((line, i) => {
      if (i % 40 !== 0) return line;
      const date = `May ${1 + (i % 28)}, ${2000 + (i % 20)}`;
      return `\nPaper Number ${i}\n\n${date}\n\nPaper Number ${i}, Coastal Review, ${date}\n\n${line}`;
    })
    .join('\n');
}
