import { OpenArchive } from '../../src/core/archive/open-archive';
import { listEntities, postsMentioning } from '../../src/core/lists/entity-list';
import { entityStatistics } from '../../src/core/lists/mentions';
import { entityPage } from '../../src/core/entity-page/entity-page';
import { readRegistry } from '../../src/core/entities/registry';
import { meaningsOf } from '../../src/core/registry-import/columns';
import { planImport } from '../../src/core/registry-import/plan-import';
import { readEntries } from '../../src/core/registry-import/read-entries';
import { readTable } from '../../src/core/tables/read-table';
import { writeImport } from '../../src/core/registry-import/write-import';
import { fuzzySearch, NAME_TOLERANCE } from '../../src/core/text/fuzzy';
import { wordSearch } from '../../src/core/text/word-search';
import { idSearch } from '../../src/editor/reading/id-search';
import { MemoryHost } from '../support/memory-host';
import { printTable, quickest, round } from './timing';

/**
 * What a registry of thousands of entities costs wherever entities are listed or looked for: twice as many must take about twice as
 * long. The first entity is mentioned in every post.
 */
export async function benchEntities(quick: boolean): Promise<void> {
  const counts = quick ? [1000, 2000] : [2500, 5000, 10_000];
  const rows = [];
  for (const count of counts) rows.push(await measure(count, quick ? 2 : 4));
  printTable('Entities; milliseconds, the quickest of several rounds', rows);
}

async function measure(count: number, rounds: number): Promise<Record<string, string | number>> {
  const table = tableOf(count);
  const imported = importInto('postgloss: 1\nentities: []\n', table);
  const archive = new OpenArchive(
    new MemoryHost({
      'postgloss.yaml': 'postgloss: 1\narchives:\n  - files: "*.txt"\n',
      'entities.gloss.yaml': imported,
      'papers.txt': textOf(count),
    }),
  );
  await archive.open();
  const { entities } = archive.registry;
  if (entities.length !== count) throw new Error(`${entities.length} of ${count} entities were imported.`);
  const named = entities.map(({ id, name, aliases }) => ({ id, texts: [name, ...aliases] }));
  const ids = idSearch(named, 200);
  const names = wordSearch(named, ({ texts }) => texts);
  const roughNames = fuzzySearch(named, ({ texts }) => texts, NAME_TOLERANCE);
  const [text] = archive.texts;
  const page = entityPage(archive, 'e0');
  if (!text || page?.mentions !== count) throw new Error('The page does not count every mention.');
  const milliseconds = quickest(
    {
      import: () => importInto('postgloss: 1\nentities: []\n', table),
      'import again': () => importInto(imported, table),
      'entity list': () => listEntities(archive),
      'posts of one': () => postsMentioning(archive, 'e0'),
      card: () => entityStatistics(archive, 'e0', text, text.posts[0] ?? null),
      page: () => entityPage(archive, 'e0'),
      'ids prepared': () => idSearch(named, 200),
      'a letter of an id': () => ids('an'),
      'names prepared': () => wordSearch(named, ({ texts }) => texts),
      'a letter of a name': () => names('anders4'),
      'a name, roughly': () => roughNames('andres44'),
    },
    rounds,
  );
  const rounded = Object.entries(milliseconds).map(([name, ms]) => [name, round(ms, 1)]);
  return { entities: count, ...(Object.fromEntries(rounded) as Record<string, number>) };
}

/** Reads a table and imports it, as both hosts do; gives the registry's new text. */
function importInto(registryText: string, table: string): string {
  const read = readTable(table, 'csv');
  if (!read.ok) throw new Error(read.why);
  const { entries } = readEntries(read.table, meaningsOf(read.table.columns));
  const registry = readRegistry(registryText);
  const written = writeImport(registry, planImport(registry, entries));
  if (!written.ok) throw new Error(written.why);
  return written.text;
}

function tableOf(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, i) => `e${i},${nameOf(i)},person,"A. Berg ${i}|Berg${i}",Number ${i},Q${i + 1}`,
  );
  return ['id,name,type,aliases,description,wikidata', ...rows].join('\n');
}

/** Posts of ten sentences, each of which names the first entity and another. */
function textOf(count: number): string {
  const posts = Array.from({ length: Math.ceil(count / 10) }, (_, post) => {
    const date = `May ${1 + (post % 28)}, ${2000 + (post % 20)}`;
    const sentences = Array.from({ length: 10 }, (_, i) => {
      const other = post * 10 + i;
      return other === 0 ? `${nameOf(0)} was there.` : `${nameOf(0)} met ${nameOf(other)}, and they talked.`;
    });
    return `\nPaper Number ${post}\n\n${date}\n\nPaper Number ${post}, Coastal Review, ${date}\n\n${sentences.join(' ')}\n`;
  });
  return `Posts tagged ‘Papers’\n${posts.join('')}`;
}

function nameOf(index: number): string {
  return `Anders${index} Berg`;
}
