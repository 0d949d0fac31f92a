import assert from 'node:assert/strict';
import { createLexicon } from '../../../src/core/mentions/lexicon';
import { readRegistry } from '../../../src/core/entities/registry';
import { contentHash } from '../../../src/core/indexing/content-hash';
import { isUntouched, type FileMark } from '../../../src/core/indexing/file-mark';
import { IndexCache, type IndexStore } from '../../../src/core/indexing/index-cache';
import { decodeIndexFile, encodeIndexFile } from '../../../src/core/indexing/index-file';
import { TurnIndexer } from '../../../src/core/indexing/indexer';
import { indexText } from '../../../src/core/indexing/text-index';
import { FILES, TEXT } from '../../support/archive';

const REGISTRY = FILES['entities.gloss.yaml'] ?? '';
const LEXICON = createLexicon(readRegistry(REGISTRY));
const OTHER = createLexicon(readRegistry(REGISTRY.replace('name: Basra', 'name: rain')));
const FOLDED = createLexicon(readRegistry(REGISTRY.replace('name: Basra', 'name: rain\n    match: folded')));
type Lexicon = typeof LEXICON;

class MemoryStore implements IndexStore {
  readonly waitMs = 0;
  file: Uint8Array | null = null;

  load() {
    return Promise.resolve(this.file);
  }

  save(file: Uint8Array) {
    this.file = file;
    return Promise.resolve();
  }
}

/** A reading of a text, as an indexer makes it with what the cache knows. Answers with what had to be read anew. */
async function read(cache: IndexCache, path: string, text: string, lexicon: Lexicon): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const known = cache.find(path, { format: 'auto' }, lexicon);
  const mentionsOnly = known !== null && !known.current;
  const task = { path, format: 'auto' as const, mentionsOnly, known: known?.hash ?? null };
  const reading = await new TurnIndexer().read({ ...task, bytes: () => Promise.resolve(bytes) }, lexicon);
  assert(reading);
  const whole = cache.put(path, { format: 'auto' }, reading, lexicon) ?? assert.fail();
  // Whatever was known: the index is the one of this text.
  const fresh = indexText({ text, path, format: 'auto', mentionsOnly: false }, lexicon.matcher);
  assert.deepEqual(whole.index.packed, fresh.packed);
  assert.deepEqual(whole.index.posts, fresh.posts);
  assert(whole.current);
  return !reading.index ? 'nothing' : reading.index.packed.words ? 'all' : 'mentions';
}

/** One session: reads some texts, has what was found kept at once, and answers with what had to be read. */
async function session(store: IndexStore, ...steps: [text: string, path: string, lexicon: Lexicon][]) {
  const cache = new IndexCache(store);
  await cache.load();
  const asked: string[] = [];
  for (const [text, path, lexicon] of steps) asked.push(await read(cache, path, text, lexicon));
  await new Promise((resolve) => setTimeout(resolve, 10));
  cache.dispose();
  return asked;
}

describe('indexes that are kept', () => {
  it('serve again for the same content, and for nothing else', async () => {
    const store = new MemoryStore();
    assert.deepEqual(await session(store, [TEXT, 'a', LEXICON], [TEXT, 'b', LEXICON]), ['all', 'all']);
    assert.deepEqual(await session(store, [TEXT, 'a', LEXICON]), ['nothing']);
    assert.deepEqual(await session(store, [`${TEXT}Basra.`, 'a', LEXICON]), ['all']);
    // The other text is still kept, though nobody asked for it, and of the changed one its content of now.
    assert.deepEqual(await session(store, [TEXT, 'b', LEXICON], [TEXT, 'a', LEXICON]), ['nothing', 'all']);
    const cache = new IndexCache(store);
    await cache.load();
    assert.equal(cache.find('a', { format: 'plain' }, LEXICON), null);
    assert.equal(cache.find('c', { format: 'auto' }, LEXICON), null);
    cache.dispose();
  });

  it('keep their posts when the spellings change', async () => {
    const store = new MemoryStore();
    await session(store, [TEXT, 'a', LEXICON]);
    assert.deepEqual(await session(store, [TEXT, 'a', OTHER]), ['mentions']);
    assert.deepEqual(await session(store, [TEXT, 'a', OTHER], [TEXT, 'a', LEXICON]), ['nothing', 'mentions']);
    assert.deepEqual(await session(store, [`${TEXT}.`, 'a', OTHER]), ['all']);
    assert.deepEqual(await session(store, [`${TEXT}.`, 'a', FOLDED]), ['mentions']);
  });

  it('are forgotten with their files', async () => {
    const store = new MemoryStore();
    await session(store, [TEXT, 'a', LEXICON], [TEXT, 'b', LEXICON]);
    const cache = new IndexCache(store);
    await cache.load();
    assert(cache.find('b', { format: 'auto' }, LEXICON));
    cache.keepOnly(new Set(['a']));
    assert.equal(cache.find('b', { format: 'auto' }, LEXICON), null);
    assert(cache.find('a', { format: 'auto' }, LEXICON));
    cache.dispose();
  });

  it('count as not being there when they are damaged, cut, or nothing of ours', async () => {
    const store = new MemoryStore();
    await session(store, [TEXT, 'a', LEXICON]);
    const file = store.file ?? assert.fail();
    const damaged: Uint8Array[] = [
      new Uint8Array(),
      new Uint8Array([9, 0, 0, 0, 1]),
      new TextEncoder().encode('{"stamp":1, "entries": []} and more than thirty-two bytes of it'),
    ];
    for (let at = 0; at < file.length; at += 5) {
      const other = file.slice();
      other[at] = (other[at] ?? 0) ^ 1;
      damaged.push(other, file.slice(0, at));
    }
    for (const [i, bytes] of damaged.entries()) {
      const cache = new IndexCache({ load: () => Promise.resolve(bytes), save: () => Promise.resolve() });
      await cache.load();
      assert.equal(cache.find('a', { format: 'auto' }, LEXICON), null, `damage ${i}`);
      assert.equal(await read(cache, 'a', TEXT, LEXICON), 'all');
      cache.dispose();
    }
  });

  it('are read out of a Buffer too, wherever in its memory it lies', async () => {
    const store = new MemoryStore();
    await session(store, [TEXT, 'a', LEXICON]);
    for (const skipped of ['x', 'xyz', 'four']) {
      const file = Buffer.concat([Buffer.from(skipped), store.file ?? assert.fail()]).subarray(skipped.length);
      const [found] = decodeIndexFile(file);
      assert(found?.open());
    }
  });

  it('lie in a file that gives back what was put in', async () => {
    const { packed } = indexText({ text: TEXT, path: 'a', format: 'auto', mentionsOnly: false }, LEXICON.matcher);
    const said = { format: 'auto', hash: 'h', stamp: 's' };
    const mark = { size: 1, written: 2.5, touched: 3, number: 4 };
    const entries = [
      { path: 'a', ...said, mark, readAt: 9, index: packed },
      { path: 'ø', ...said, mark: null, readAt: 0.5, index: packed },
    ];
    const read = decodeIndexFile(await encodeIndexFile(entries, () => Promise.resolve()));
    assert.deepEqual(
      read.map((found) => ({ ...found, open: null, index: found.open() })),
      entries.map((entry) => ({ ...entry, open: null })),
    );
  });
});

describe('the mark of a file', () => {
  const mark: FileMark = { size: 10, written: 1000, touched: 2000, number: 7 };
  const LATER = 10_000;

  it('counts while all of it is the same, once the file has been left alone for longer than clocks tick', () => {
    assert(isUntouched(mark, LATER, { ...mark }));
    for (const field of ['size', 'written', 'touched', 'number'] as const) {
      assert(!isUntouched(mark, LATER, { ...mark, [field]: 11 }), field);
    }
    assert(!isUntouched(mark, 2500, mark), 'read within a tick of the last write');
    assert(!isUntouched({ ...mark, written: 99_000 }, LATER, { ...mark, written: 99_000 }), 'a time in the future');
    assert(!isUntouched(null, LATER, mark));
    assert(!isUntouched(mark, LATER, null));
  });
});

describe('the hash of a content', () => {
  it('differs for contents that differ a little, be they text or bytes', () => {
    const contents = Array.from({ length: 2000 }, (_, i) => `${'x'.repeat(i % 40)}${i}`).concat(
      ['', 'a', 'b', 'ab', 'ba', '\0', '\0\0', '\0\0\0\0', '\0\0\0\0\0'],
      // Two words that differ in their highest bit: multiplying alone would let that fall out at the top.
      ['\u0001\u0001\u0001\u0001abcd\u0001', '\u0001\u0001\u0001\u0001abcd\u0002'],
    );
    const bytes = contents.map((content) => new TextEncoder().encode(content));
    const flipped = Array.from({ length: 64 }, (_, bit) => {
      const words = new Uint8Array(8);
      words[bit >> 3] = 1 << (bit & 7);
      return words;
    });
    for (const all of [contents, [...bytes, ...flipped]]) {
      const hashes = new Set(all.map(contentHash));
      assert.equal(hashes.size, all.length);
      for (const hash of hashes) assert.match(hash, /^[0-9a-f]{16}$/);
    }
  });

  it('is the same wherever in memory the bytes lie', () => {
    const bytes = new TextEncoder().encode('The harbour is closed');
    for (const skipped of [1, 2, 3, 4]) {
      const memory = new Uint8Array(64);
      memory.set(bytes, skipped);
      assert.equal(contentHash(memory.subarray(skipped, skipped + bytes.length)), contentHash(bytes));
    }
  });
});
