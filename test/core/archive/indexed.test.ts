import assert from 'node:assert/strict';
import { OpenArchive, type Changed } from '../../../src/core/archive/open-archive';
import { countMentions, mentionsIn, mentionsOf } from '../../../src/core/lists/mentions';
import { TurnIndexer, type Indexer } from '../../../src/core/indexing/indexer';
import { SharedIndexer } from '../../../src/core/indexing/shared-indexer';
import { WorkerIndexer } from '../../../src/core/indexing/worker-indexer';
import { FILES, openArchive, TEXT, TEXT_PATH } from '../../support/archive';
import { NearWorker } from '../../support/index-ports';
import { MemoryHost } from '../../support/memory-host';

const PLAIN = 'archives/plain.txt';
const MORE = 'archives/more.txt';
const ARCHIVE = {
  ...FILES,
  [PLAIN]: 'Basra and Basra, says Mara Lind.',
  [MORE]: 'Basra again.',
  [`${MORE}.gloss.yaml`]: 'postgloss: 1\nannotations:\n  - quote: again\n    entity: mara-lind\n',
};
const RENAMED = (FILES['entities.gloss.yaml'] ?? '').replace('name: Basra', 'name: says');

async function openIndexed(worker = new NearWorker()) {
  const host: MemoryHost & { indexer?: Indexer } = new MemoryHost(ARCHIVE);
  host.indexer = new SharedIndexer([new WorkerIndexer(worker.open)]);
  const archive = new OpenArchive(host);
  await archive.open();
  return { host, archive, worker };
}

const seen = (archive: OpenArchive) =>
  archive.texts.map(({ path, posts, mentions, lines }) => ({ path, posts, mentions, lines: lines.count }));

describe('an archive that is indexed in a worker', () => {
  it('reads the same as one that is not, and again after the registry has changed', async () => {
    const { host, archive, worker } = await openIndexed();
    const plain = new OpenArchive(new MemoryHost(ARCHIVE));
    await plain.open();
    assert.deepEqual(seen(archive), seen(plain));
    assert.deepEqual(worker.asked.filter((path) => path !== 'forms').sort(), [TEXT_PATH, MORE, PLAIN]);

    host.put('entities.gloss.yaml', RENAMED);
    await archive.refresh(['entities.gloss.yaml']);
    const again = new OpenArchive(new MemoryHost({ ...ARCHIVE, 'entities.gloss.yaml': RENAMED }));
    await again.open();
    assert.deepEqual(seen(archive), seen(again));

    const folded = RENAMED.replaceAll(/^( +)name: (.*)$/gm, (_, indent: string, name: string) => {
      return `${indent}name: ${name.toUpperCase()}\n${indent}match: folded`;
    });
    host.put('entities.gloss.yaml', folded);
    await archive.refresh(['entities.gloss.yaml']);
    const other = new OpenArchive(new MemoryHost({ ...ARCHIVE, 'entities.gloss.yaml': folded }));
    await other.open();
    assert.deepEqual(seen(archive), seen(other));
    assert(archive.texts.some(({ mentions }) => mentions.some(({ alias }) => alias === alias?.toUpperCase())));
    archive.dispose();
  });

  it('shows a new registry in open editors at once, and follows edits that come while a text is being indexed', async () => {
    const { host, archive } = await openIndexed();
    archive.openDocument(TEXT_PATH, TEXT);
    host.put('entities.gloss.yaml', RENAMED);
    const told: (Changed & { counts: (number | undefined)[] })[] = [];
    archive.onDidChange((changed) => {
      const counts = [TEXT_PATH, PLAIN].map((path) => archive.text(path)?.mentions.length);
      told.push({ ...changed, counts });
      if (told.length > 1) return;
      // The text is in an editor from here on, while it waits for its index.
      archive.openDocument(PLAIN, ARCHIVE[PLAIN]);
      archive.editDocument(PLAIN, [{ start: 0, removed: 0, inserted: 'Mara Lind: ' }], () => '');
    });
    await archive.refresh(['entities.gloss.yaml']);
    assert.deepEqual(told.at(0), { paths: [TEXT_PATH], typing: false, counts: [4, 3] });
    assert.equal(told.at(-1)?.paths, null);
    const mentions = archive.text(PLAIN)?.mentions.map(({ span, entity }) => [span.start, span.end, entity.name]);
    assert.deepEqual(mentions, [
      [0, 9, 'Mara Lind'],
      [28, 32, 'says'],
      [33, 42, 'Mara Lind'],
    ]);
    archive.dispose();
  });

  it('needs no worker again for a registry with the same spellings', async () => {
    const { host, archive, worker } = await openIndexed();
    worker.asked.length = 0;
    host.put('entities.gloss.yaml', `${FILES['entities.gloss.yaml'] ?? ''}    description: A harbour.\n`);
    await archive.refresh(['entities.gloss.yaml']);
    assert.deepEqual(worker.asked, []);
    assert.equal(archive.text(PLAIN)?.mentions.at(0)?.entity.description, 'A harbour.');
    archive.dispose();
  });
});

describe('an index that comes too late', () => {
  it('says nothing of a text that is another one by then, or is being edited', async () => {
    const { archive, text } = await openArchive();
    const task = { path: TEXT_PATH, text: TEXT, format: text.rule.format, mentionsOnly: false };
    const index = (await new TurnIndexer().index(task, text.lexicon)) ?? assert.fail();
    text.replace('Basra.');
    text.takeIndex(index, TEXT, text.lexicon);
    assert.deepEqual([text.mentions.length, text.posts.length, text.lines.count], [1, 1, 1]);

    text.replace(TEXT);
    text.edit({ start: 0, removed: 0, inserted: 'Basra.\n' });
    text.edit({ start: 0, removed: 7, inserted: '' });
    text.takeIndex(index, TEXT, text.lexicon);
    assert.equal(text.postsKnown, false);
    text.reread();
    text.takeIndex(index, TEXT, text.lexicon);
    assert.equal(text.postFile, index.posts);
    archive.dispose();
  });
});

describe('counting mentions', () => {
  it('gives the same from numbers alone as from the mentions one by one', async () => {
    const { archive } = await openIndexed();
    assert.deepEqual(
      archive.texts.map(({ path, plain }) => [path, plain]),
      [
        [TEXT_PATH, false],
        [MORE, false],
        [PLAIN, true],
      ],
    );
    const all = archive.texts.flatMap((text) => text.mentions);
    for (const { id } of archive.registry.entities) {
      const expected = all.filter(({ entity, others }) => [entity, ...others].some((owner) => owner.id === id));
      assert.deepEqual(mentionsOf(archive, id), expected);
      assert.equal(countMentions(archive).get(id) ?? 0, expected.length, id);
    }
    const text = archive.text(PLAIN);
    assert(text);
    assert.deepEqual(mentionsIn(text, 'nobody'), []);
    archive.dispose();
  });
});

describe('a burst of changes', () => {
  it('reads each file once, however the events come', async () => {
    const paths = Array.from({ length: 300 }, (_, i) => `archives/${i}.txt`);
    const host = new MemoryHost({ ...FILES, ...Object.fromEntries(paths.map((path) => [path, 'Basra.'])) });
    const archive = new OpenArchive(host);
    await archive.open();
    host.reads.length = 0;
    for (const path of paths) host.put(path, 'Basra and Basra.');
    // As a branch switch does: many bursts while the first is being read, and some files told of more than once.
    host.tell(paths.slice(0, 100));
    await Promise.resolve();
    host.tell(paths.slice(100, 200));
    host.tell(paths.slice(150));
    host.tell(paths.slice(290));
    await archive.refresh([]);
    const texts = host.reads.filter((path) => path.endsWith('.txt'));
    assert.deepEqual([...texts].sort(), [...paths].sort());
    assert.equal(countMentions(archive).get('basra'), 603);
  });

  it('reads of an archive in which files came and went only what is new', async () => {
    const host = new MemoryHost({ ...FILES, [PLAIN]: 'Basra.', 'archives/old/a.txt': 'Basra.' });
    const archive = new OpenArchive(host);
    await archive.open();
    const told: Changed[] = [];
    archive.onDidChange((changed) => told.push(changed));
    host.reads.length = 0;
    host.put('archives/old/a.txt', null);
    host.put('archives/new/b.txt', 'Basra.');
    host.put(PLAIN, 'Changed, but nobody has said so.');
    for (const watcher of [['archives/old'], ['archives/new/b.txt']]) host.tell(watcher, true);
    await archive.refresh([]);
    assert.deepEqual(
      host.reads.filter((path) => path.endsWith('.txt')),
      ['archives/new/b.txt'],
    );
    assert.deepEqual(
      archive.texts.map(({ path }) => path),
      [TEXT_PATH, 'archives/new/b.txt', PLAIN],
    );
    assert.equal(told.length, 1);
  });

  it('reads all files below a folder that took another’s place', async () => {
    const host = new MemoryHost({ ...FILES, 'archives/old/a.txt': 'Basra.' });
    const archive = new OpenArchive(host);
    await archive.open();
    host.put('archives/old/a.txt', 'Basra, Basra.');
    host.tell(['archives/old'], true);
    await archive.refresh([]);
    assert.equal(archive.text('archives/old/a.txt')?.mentions.length, 2);
  });
});
