import assert from 'node:assert/strict';
import { createLexicon } from '../../../src/core/annotator/lexicon';
import { readRegistry } from '../../../src/core/entities/registry';
import { CachedIndexer, type IndexStore } from '../../../src/core/indexing/cached-indexer';
import { contentHash } from '../../../src/core/indexing/content-hash';
import { decodeIndexFile, encodeIndexFile } from '../../../src/core/indexing/index-file';
import { TurnIndexer, type Indexer } from '../../../src/core/indexing/indexer';
import type { IndexTask } from '../../../src/core/indexing/text-index';
import { FILES, TEXT } from '../../support/archive';

const REGISTRY = FILES['entities.gloss.yaml'] ?? '';
const LEXICON = createLexicon(readRegistry(REGISTRY));
const OTHER = createLexicon(readRegistry(REGISTRY.replace('name: Basra', 'name: rain')));
const task = (text = TEXT, path = 'a.txt', mentionsOnly = false): IndexTask => ({
  path,
  text,
  format: 'auto',
  mentionsOnly,
});

/** Indexes here, and notes what was asked for. */
class Counting implements Indexer {
  readonly asked: string[] = [];
  readonly #here = new TurnIndexer();

  index(asked: IndexTask, lexicon: typeof LEXICON) {
    this.asked.push(`${asked.path}${asked.mentionsOnly ? ' mentions' : ''}`);
    return this.#here.index(asked, lexicon);
  }

  dispose(): void {
    this.#here.dispose();
  }
}

class MemoryStore implements IndexStore {
  file: Uint8Array | null = null;

  load() {
    return Promise.resolve(this.file);
  }

  save(file: Uint8Array) {
    this.file = file;
    return Promise.resolve();
  }
}

/** One session: indexes some texts, has what was found kept at once, and answers with what had to be indexed. */
async function session(store: IndexStore, ...steps: [IndexTask, typeof LEXICON][]): Promise<string[]> {
  const counting = new Counting();
  const indexer = new CachedIndexer(counting, store, 0);
  for (const [asked, lexicon] of steps) {
    const { packed, mentions, lines } = (await indexer.index(asked, lexicon)) ?? assert.fail();
    const fresh = (await new TurnIndexer().index({ ...asked, mentionsOnly: false }, lexicon)) ?? assert.fail();
    assert.deepEqual([...mentions.starts], [...fresh.mentions.starts]);
    if (asked.mentionsOnly) continue;
    assert.deepEqual(packed, fresh.packed);
    assert.equal(lines?.count, fresh.lines?.count);
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
  indexer.dispose();
  return counting.asked;
}

describe('indexes that are kept', () => {
  it('serve again for the same content, and for nothing else', async () => {
    const store = new MemoryStore();
    assert.deepEqual(await session(store, [task(), LEXICON], [task(TEXT, 'b.txt'), LEXICON]), ['a.txt', 'b.txt']);
    assert.deepEqual(await session(store, [task(), LEXICON]), []);
    assert.deepEqual(await session(store, [task(`${TEXT}Basra.`), LEXICON]), ['a.txt']);
    // The other text is still kept, though nobody asked for it, and of the changed one its content of now.
    assert.deepEqual(await session(store, [task(TEXT, 'b.txt'), LEXICON], [task(), LEXICON]), ['a.txt']);
    assert.deepEqual(await session(store, [{ ...task(), format: 'plain' }, LEXICON]), ['a.txt']);
  });

  it('hold one content of each text', async () => {
    const store = new MemoryStore();
    await session(store, [task(), LEXICON], [task(`${TEXT}1`), LEXICON], [task(`${TEXT}2`), LEXICON]);
    assert.equal(decodeIndexFile(store.file ?? assert.fail())?.entries.size, 1);
    assert.deepEqual(await session(store, [task(`${TEXT}2`), LEXICON], [task(), LEXICON]), ['a.txt']);
    assert.equal(decodeIndexFile(store.file ?? assert.fail())?.entries.size, 1);
  });

  it('keep their posts when the spellings change', async () => {
    const store = new MemoryStore();
    await session(store, [task(), LEXICON]);
    assert.deepEqual(await session(store, [task(), OTHER]), ['a.txt mentions']);
    assert.deepEqual(await session(store, [task(), OTHER]), []);
    const steps = [task(), task(TEXT, 'a.txt', true)].map((asked, i): [IndexTask, typeof LEXICON] => [
      asked,
      i ? LEXICON : OTHER,
    ]);
    assert.deepEqual(await session(store, ...steps), ['a.txt mentions']);
    assert.deepEqual(await session(store, [task(), LEXICON]), []);
  });

  it('count as not being there when they are damaged, cut, or nothing of ours', async () => {
    const store = new MemoryStore();
    await session(store, [task(), LEXICON]);
    const file = store.file ?? assert.fail();
    const damaged: Uint8Array[] = [
      new Uint8Array(),
      new Uint8Array([9, 0, 0, 0, 1]),
      new TextEncoder().encode('{"stamp":1}'),
    ];
    for (let at = 0; at < file.length; at += 7) {
      const other = file.slice();
      other[at] = (other[at] ?? 0) ^ 1;
      damaged.push(other, file.slice(0, at));
    }
    for (const [i, bytes] of damaged.entries()) {
      store.file = bytes;
      // `session` compares what it gets with a fresh reading. Where only the name of the spellings is damaged, the posts are still right.
      const asked = await session(store, [task(), LEXICON]);
      assert(asked.length === 1 && /^a\.txt(?: mentions)?$/.test(asked[0] ?? ''), `damage ${i}`);
    }
  });

  it('are of no use to another version, not even in part', async () => {
    const store = new MemoryStore();
    await session(store, [task(), LEXICON]);
    const { stamp, entries } = decodeIndexFile(store.file ?? assert.fail()) ?? assert.fail();
    for (const other of [stamp.replace(/^\d+/, (version) => String(Number(version) + 1)), '']) {
      store.file = encodeIndexFile({ stamp: other, entries });
      assert.deepEqual(await session(store, [task(), LEXICON]), ['a.txt']);
    }
  });

  it('lie in a file that gives back what was put in', () => {
    const entries = new Map([
      ['a', new Uint8Array([1, 2, 3])],
      ['b', new Uint8Array()],
    ]);
    const read = decodeIndexFile(encodeIndexFile({ stamp: 's', entries }));
    assert.deepEqual([read?.stamp, [...(read?.entries ?? [])]], ['s', [...entries]]);
  });
});

describe('the hash of a content', () => {
  it('differs for contents that differ a little', () => {
    const contents = Array.from({ length: 2000 }, (_, i) => `${'x'.repeat(i % 40)}${i}`).concat(
      '',
      'a',
      'b',
      'ab',
      'ba',
      '\0',
      '\0\0',
    );
    const hashes = new Set(contents.map(contentHash));
    assert.equal(hashes.size, contents.length);
    for (const hash of hashes) assert.match(hash, /^[0-9a-f]{16}$/);
  });
});

describe('an index that was kept', () => {
  it('reads what was kept out of a Buffer too, wherever in its memory it lies', async () => {
    const store = new MemoryStore();
    const first = new CachedIndexer(new Counting(), store, 0);
    const made = await first.index(task(), LEXICON);
    while (!store.file) await new Promise((resolve) => setTimeout(resolve, 1));
    store.file = Buffer.concat([Buffer.from('xyz'), store.file]).subarray(3);
    const counting = new Counting();
    const again = await new CachedIndexer(counting, store, 0).index(task(), LEXICON);
    assert.deepEqual(counting.asked, []);
    assert.deepEqual([...(again?.packed.numbers ?? [])], [...(made?.packed.numbers ?? [])]);
    assert.equal(again?.lines?.startOf(1), made?.lines?.startOf(1));
  });
});
