import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLexicon } from '../../../src/core/mentions/lexicon';
import { FORMATS, type Format } from '../../../src/core/posts/formats';
import { readPosts } from '../../../src/core/posts/read-posts';
import { readRegistry } from '../../../src/core/entities/registry';
import { TurnIndexer, type Indexer } from '../../../src/core/indexing/indexer';
import { packPosts, unpackPosts } from '../../../src/core/indexing/pack-posts';
import { SharedIndexer } from '../../../src/core/indexing/shared-indexer';
import type { IndexTask, TextIndex } from '../../../src/core/indexing/text-index';
import { WorkerIndexer } from '../../../src/core/indexing/worker-indexer';
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

describe('packed posts', () => {
  const span = fc.tuple(fc.nat(1e6), fc.nat(1e6)).map(([start, length]) => ({ start, end: start + length }));
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const words = maybe(fc.string({ unit: 'grapheme' }));
  const plainly = { noNullPrototype: true };
  const places = { title: maybe(span), date: maybe(span), source: maybe(span), author: maybe(span) };
  const posts = fc.record(
    {
      id: fc.string(),
      title: words,
      date: words,
      source: words,
      author: words,
      authors: fc.array(fc.string(), { maxLength: 3 }),
      span,
      header: span,
      body: span,
      places: fc.record(places, plainly),
    },
    plainly,
  );
  const file = fc.record(
    {
      format: fc.constantFrom(...(Object.keys(FORMATS) as Format[])),
      header: maybe(span),
      posts: fc.array(posts, { maxLength: 5 }),
      problems: fc.constantFrom(
        [],
        [{ code: 'no-posts' as const, severity: 'info' as const, message: 'x', span: { start: 0, end: 1 } }],
      ),
    },
    plainly,
  );

  it('give back the posts that were packed', () => {
    fc.assert(
      fc.property(file, (made) => {
        const packed = packPosts(made);
        assert.deepEqual(unpackPosts(Int32Array.from(packed.places), packed.words), made);
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

  it('reads files at the far end, or has their bytes handed over and gets them back', async () => {
    const bytes = new TextEncoder().encode(TEXT);
    const mark = { size: bytes.length, written: 1, touched: 2, number: 3 };
    const far = new NearWorker(Infinity, (path) => (path === 'a.txt' ? { bytes, mark, readAt: 4 } : null));
    const expected = plain(await new TurnIndexer().index(task('a.txt'), LEXICON));
    const asked = (path: string, known: string | null, mentionsOnly = false) => {
      const here = path === 'a.txt' ? bytes : path === 'binary' ? Uint8Array.of(1, 0, 255) : null;
      return { path, format: 'auto' as const, known, mentionsOnly, bytes: () => Promise.resolve(here) };
    };
    const indexers: [string, Indexer][] = [
      ['far', new WorkerIndexer(far.open)],
      ['near', new WorkerIndexer(new NearWorker().open)],
      ['ends', new WorkerIndexer(new NearWorker(0).open)],
      ['here', new TurnIndexer()],
    ];
    for (const [label, indexer] of indexers) {
      const whole = (await indexer.read(asked('a.txt', null), LEXICON)) ?? assert.fail();
      assert.deepEqual(plain(whole.index), expected, label);
      assert.deepEqual(whole.mark, label === 'far' ? mark : null);
      assert.deepEqual(whole.bytes && new Uint8Array(whole.bytes), label === 'far' ? null : bytes, label);
      const same = await indexer.read(asked('a.txt', whole.hash), LEXICON);
      assert.deepEqual([same?.hash, same?.index], [whole.hash, null]);
      const again = await indexer.read(asked('a.txt', whole.hash, true), OTHER);
      assert.deepEqual([again?.index?.posts, again?.index?.mentions.count], [null, 1]);
      // Another content than the known one is read as a whole.
      const other = await indexer.read(asked('a.txt', 'another', true), LEXICON);
      assert.deepEqual(plain(other?.index ?? null), expected, label);
      assert.equal(await indexer.read(asked('none', null), LEXICON), null);
      if (label === 'far') continue;
      const binary = await indexer.read(asked('binary', null), LEXICON);
      assert.deepEqual([binary?.isText, binary?.index], [false, null]);
    }
    assert.equal(bytes.length, mark.size, 'the bytes of whoever gave them are still there');
    for (const [, indexer] of indexers) indexer.dispose();
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
