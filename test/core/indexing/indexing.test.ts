import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLexicon } from '../../../src/core/annotator/lexicon';
import { readPosts } from '../../../src/core/archive/read-posts';
import { readRegistry } from '../../../src/core/entities/registry';
import { TurnIndexer, type Indexer } from '../../../src/core/indexing/indexer';
import { lineTable, linesOf } from '../../../src/core/indexing/line-table';
import { SharedIndexer } from '../../../src/core/indexing/shared-indexer';
import type { IndexTask, TextIndex } from '../../../src/core/indexing/text-index';
import { WorkerIndexer } from '../../../src/core/indexing/worker-indexer';
import { indexLines } from '../../../src/core/text/lines';
import { FILES, TEXT } from '../../support/archive';
import { NearWorker } from '../../support/index-ports';
import { trials } from '../../support/trials';

const LEXICON = createLexicon(readRegistry(FILES['entities.gloss.yaml'] ?? ''));
const OTHER = createLexicon(readRegistry('postgloss: 1\nentities:\n  - id: rain\n    name: rain\n    type: concept\n'));
const task = (path: string, mentionsOnly = false): IndexTask => ({ path, text: TEXT, format: 'auto', mentionsOnly });

function plain(index: TextIndex | null) {
  assert(index);
  const { mentions, posts, lines } = index;
  const line = (number: number) => [lines?.startOf(number), lines?.endOf(number)];
  return { ...spans(mentions), posts, lines: lines && Array.from({ length: lines.count }, (_, i) => line(i)) };
}

function spans({ starts, ends, forms }: TextIndex['mentions']) {
  return { starts: [...starts], ends: [...ends], forms: [...forms] };
}

describe('the lines of an index', () => {
  it('are those that an editor counts', () => {
    const text = fc
      .array(fc.constantFrom('\n', '\r', '\r\n', 'a', '’'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (made) => {
        const [table, lines] = [linesOf(lineTable(made)), indexLines(made)];
        assert.equal(table.count, lines.count);
        for (let i = 0; i <= made.length + 1; i++) {
          assert.deepEqual(
            [table.lineAt(i), table.startOf(i), table.endOf(i)],
            [lines.lineAt(i), lines.startOf(i), lines.endOf(i)],
          );
        }
      }),
      trials(200),
    );
  });
});

describe('indexing in a worker', () => {
  it('gives what reading the text here gives, by the spellings that were sent ahead of it', async () => {
    const worker = new NearWorker();
    const indexer = new WorkerIndexer(worker.open);
    const [first, second] = await Promise.all([
      indexer.index(task('a.txt'), LEXICON),
      indexer.index(task('b.txt'), OTHER),
    ]);
    assert.deepEqual(worker.asked, ['forms', 'a.txt', 'forms', 'b.txt']);
    assert.deepEqual(plain(first), plain(await new TurnIndexer().index(task('a.txt'), LEXICON)));
    assert.deepEqual(first?.posts, readPosts(TEXT, { path: 'a.txt' }));
    assert(second);
    assert.deepEqual(spans(second.mentions), spans(OTHER.matcher.match(TEXT)));
    assert.equal(second.mentions.count, 1);

    const mentions = await indexer.index(task('c.txt', true), OTHER);
    assert.deepEqual([mentions?.posts, mentions?.lines, mentions?.mentions.count], [null, null, 1]);
    assert.deepEqual(worker.asked.slice(4), ['c.txt'], 'the same spellings are sent once');
    indexer.dispose();
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert(worker.closed);
  });

  it('goes on here where a worker ends, where none starts, and where several share the work', async () => {
    const expected = plain(await new TurnIndexer().index(task('0.txt'), LEXICON));
    const cases: [string, Indexer][] = [
      ['ends', new WorkerIndexer(new NearWorker(2).open)],
      ['none', new WorkerIndexer(() => Promise.resolve(null))],
      ['rejects', new WorkerIndexer(() => Promise.reject(new Error('No worker.')))],
      [
        'shared',
        new SharedIndexer([new WorkerIndexer(new NearWorker().open), new WorkerIndexer(new NearWorker(1).open)]),
      ],
    ];
    for (const [label, indexer] of cases) {
      const made = await Promise.all([0, 1, 2, 3, 4].map(() => indexer.index(task('0.txt'), LEXICON)));
      for (const index of made) assert.deepEqual(plain(index), expected, label);
      indexer.dispose();
    }
  });

  it('shares the texts evenly', async () => {
    const workers = [new NearWorker(), new NearWorker()];
    const indexer = new SharedIndexer(workers.map(({ open }) => new WorkerIndexer(open)));
    await Promise.all(['a', 'b', 'c', 'd'].map((path) => indexer.index(task(path), LEXICON)));
    assert.deepEqual(
      workers.map(({ asked }) => asked),
      [
        ['forms', 'a', 'c'],
        ['forms', 'b', 'd'],
      ],
    );
    indexer.dispose();
  });

  it('is given up when nobody waits for it any more', async () => {
    const worker = new NearWorker();
    const indexer = new WorkerIndexer(worker.open);
    const first = indexer.index(task('a.txt'), LEXICON);
    await Promise.resolve();
    indexer.dispose();
    assert.equal(await first, null);
    assert.equal(await indexer.index(task('b.txt'), LEXICON), null);
  });
});
