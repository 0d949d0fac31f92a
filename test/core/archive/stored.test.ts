import assert from 'node:assert/strict';
import { OpenArchive, type Changed } from '../../../src/core/archive/open-archive';
import { listPosts } from '../../../src/core/lists/post-list';
import { countMentions, mentionsOf } from '../../../src/core/lists/mentions';
import type { IndexStore } from '../../../src/core/indexing/index-cache';
import type { Indexer } from '../../../src/core/indexing/indexer';
import { WorkerIndexer } from '../../../src/core/indexing/worker-indexer';
import { FILES, TEXT, TEXT_PATH } from '../../support/archive';
import { Disk } from '../../support/disk';
import { NearWorker } from '../../support/index-ports';
import { MemoryHost } from '../../support/memory-host';

const PLAIN = 'archives/plain.txt';
const NOTED = 'archives/noted.txt';
// `The Call` is ambiguous: a text that has it is not plain, but has nothing to be read for.
const ARCHIVE = {
  ...FILES,
  [PLAIN]: 'Basra and Basra, says Mara Lind.',
  [NOTED]: 'Basra again.',
  [`${NOTED}.gloss.yaml`]: 'postgloss: 1\nannotations:\n  - quote: again\n    entity: mara-lind\n',
};

/** An archive on a disk, opened by a worker that reads it, with what an earlier session has kept. */
class Session {
  readonly archive: OpenArchive;
  readonly told: Changed[] = [];
  readonly worker: NearWorker;

  constructor(
    readonly disk: Disk,
    store: IndexStore | null = null,
  ) {
    this.worker = new NearWorker(Infinity, disk.readContent);
    const host: Disk & { indexer?: Indexer; indexStore?: IndexStore | null } = disk;
    host.indexer = new WorkerIndexer(this.worker.open);
    host.indexStore = store;
    this.archive = new OpenArchive(host);
    this.archive.onDidChange((changed) => this.told.push(changed));
  }

  async open(): Promise<this> {
    await this.archive.open();
    return this;
  }

  /** The texts that were read by the worker, or for somebody who asked. */
  get read(): string[] {
    return [...this.disk.reads, ...this.disk.readNow].filter((path) => path.endsWith('.txt')).sort();
  }

  forgetReads(): void {
    this.disk.reads.length = 0;
    this.disk.readNow.length = 0;
  }
}

class Kept implements IndexStore {
  readonly waitMs = 0;
  file: Uint8Array | null = null;
  #saved: () => void = () => undefined;
  readonly saved = new Promise<void>((resolve) => (this.#saved = resolve));

  load() {
    return Promise.resolve(this.file);
  }

  save(file: Uint8Array) {
    this.file = file;
    this.#saved();
    return Promise.resolve();
  }
}

const answers = (archive: OpenArchive) => ({
  counts: [...countMentions(archive)],
  mentions: archive.registry.entities.map(({ id }) => mentionsOf(archive, id)),
  posts: listPosts(archive),
  lines: archive.texts.map(({ lines, mentions }) => mentions.map(({ span }) => lines.lineAt(span.start))),
  annotations: archive.texts.map(({ annotations }) => annotations),
});

async function freshAnswers(disk: Disk) {
  const paths = [...(await disk.list(['**/*']))];
  const files = Object.fromEntries(paths.map((path) => [path, disk.text(path) ?? '']));
  const fresh = new OpenArchive(new MemoryHost(files));
  await fresh.open();
  return answers(fresh);
}

/** Opens an archive and has its index kept. */
async function keep(disk: Disk): Promise<Kept> {
  const kept = new Kept();
  const session = await new Session(disk, kept).open();
  await kept.saved;
  session.archive.dispose();
  session.forgetReads();
  return kept;
}

describe('texts that no editor shows', () => {
  it('are not kept in memory, and are not read for what their index can tell', async () => {
    const session = await new Session(new Disk(ARCHIVE)).open();
    assert(session.archive.texts.every(({ stored }) => stored !== null));
    session.forgetReads();
    for (const path of [TEXT_PATH, PLAIN]) {
      const text = session.archive.text(path);
      assert(text && text.mentions.length > 0 && text.posts.length > 0 && text.lines.count > 0);
    }
    assert.deepEqual(session.read, []);
    assert.deepEqual(answers(session.archive), await freshAnswers(session.disk));
    assert.equal(session.archive.text(TEXT_PATH)?.text, TEXT);
    session.archive.dispose();
  });

  it('are in memory while an editor shows them, and count as it shows them', async () => {
    const { archive, disk } = await new Session(new Disk(ARCHIVE)).open();
    archive.openDocument(PLAIN, ARCHIVE[PLAIN]);
    archive.editDocument(PLAIN, [{ start: 0, removed: 0, inserted: 'Mara Lind: ' }], () => '');
    const text = archive.text(PLAIN);
    assert(text);
    assert.equal(text.stored, null);
    assert.deepEqual(
      text.mentions.map(({ span }) => span.start),
      [0, 11, 21, 33],
    );
    // Saved and closed: the same text is stored from here on. Closed without being saved: the disk's counts.
    disk.put(PLAIN, text.text);
    await archive.closeDocument(PLAIN);
    assert(archive.text(PLAIN)?.stored);
    assert.equal(archive.text(PLAIN)?.mentions.length, 4);
    archive.openDocument(PLAIN, 'Nobody.');
    assert.equal(archive.text(PLAIN)?.mentions.length, 0);
    await archive.closeDocument(PLAIN);
    assert.deepEqual(answers(archive), await freshAnswers(disk));
    archive.dispose();
  });

  it('follow a new registry without being kept', async () => {
    const { archive, disk } = await new Session(new Disk(ARCHIVE)).open();
    disk.put('entities.gloss.yaml', (FILES['entities.gloss.yaml'] ?? '').replace('name: Basra', 'name: says'));
    await archive.refresh(['entities.gloss.yaml']);
    assert.deepEqual(answers(archive), await freshAnswers(disk));
    assert(archive.texts.every(({ stored }) => stored !== null));
    archive.dispose();
  });

  it('are gone, and come back, with their files', async () => {
    const { archive, disk } = await new Session(new Disk(ARCHIVE)).open();
    disk.put(PLAIN, null);
    await archive.refresh([PLAIN]);
    assert.equal(archive.text(PLAIN), null);
    disk.put(PLAIN, Uint8Array.of(0xff, 0));
    await archive.refresh([PLAIN]);
    assert.equal(archive.text(PLAIN), null);
    assert(archive.unreadable.has(PLAIN));
    disk.put(PLAIN, 'Basra.');
    await archive.refresh([PLAIN]);
    assert.equal(archive.text(PLAIN)?.mentions.length, 1);
    assert(!archive.unreadable.has(PLAIN));
    archive.dispose();
  });

  it('are told of with the reason of the host where their files cannot be read', async () => {
    const disk = new Disk(ARCHIVE);
    const read = disk.read.bind(disk);
    // The worker gets nothing of the file, and the host says why.
    disk.put(PLAIN, null);
    disk.list = () => Promise.resolve([TEXT_PATH, PLAIN, NOTED]);
    disk.read = (path) => (path === PLAIN ? Promise.reject(new Error('It is too large')) : read(path));
    const { archive } = await new Session(disk).open();
    assert.equal(archive.text(PLAIN), null);
    assert.equal(archive.unreadable.get(PLAIN), 'It is too large.');
    assert(archive.text(NOTED));
    archive.dispose();
  });
});

describe('a second opening', () => {
  it('reads no text that has been left alone, and gives the same answers', async () => {
    const disk = new Disk(ARCHIVE);
    const kept = await keep(disk);
    const session = await new Session(disk, kept).open();
    // One has an annotation, which must be placed.
    assert.deepEqual(session.read, [NOTED]);
    assert.deepEqual(session.worker.asked, []);
    assert.deepEqual(answers(session.archive), await freshAnswers(disk));
    session.archive.dispose();
  });

  it('reads again what was changed, and what was written so lately that its times do not tell', async () => {
    const disk = new Disk({ ...ARCHIVE, 'archives/late.txt': '' });
    disk.putNow('archives/late.txt', 'Basra, lately.');
    const kept = await keep(disk);
    disk.put(PLAIN, 'Mara Lind.');
    const session = await new Session(disk, kept).open();
    assert.deepEqual(session.read, ['archives/late.txt', NOTED, PLAIN]);
    assert.deepEqual(answers(session.archive), await freshAnswers(disk));
    session.archive.dispose();
  });

  it('notices when a text is opened, or asked for, that it was changed with nothing to show for it', async () => {
    const disk = new Disk(ARCHIVE);
    const kept = await keep(disk);
    const other = 'Basra, not Basra; Jon Vey, Basra';
    assert.equal(other.length, ARCHIVE[PLAIN].length);
    for (const how of ['opened', 'asked for'] as const) {
      disk.putUnseen(PLAIN, other);
      const { archive, told } = await new Session(disk, kept).open();
      assert.equal(archive.text(PLAIN)?.mentions.length, 3, 'what was kept is trusted');
      assert.equal(mentionsOf(archive, 'mara-lind').length, 4);
      told.length = 0;
      if (how === 'opened') archive.openDocument(PLAIN, other);
      else assert.equal(archive.text(PLAIN)?.text, other);
      assert.equal(archive.text(PLAIN)?.mentions.length, 3);
      assert.equal(mentionsOf(archive, 'mara-lind').length, 3);
      await archive.refresh([]);
      assert(told.some(({ paths }) => paths === null || paths.includes(PLAIN)));
      assert.deepEqual(answers(archive), await freshAnswers(disk));
      archive.dispose();
    }
  });
});

describe('a branch switch', () => {
  it('reads each changed file once, and none that has stayed as it was', async () => {
    const paths = Array.from({ length: 200 }, (_, i) => `archives/${i}.txt`);
    const disk = new Disk({ ...FILES, ...Object.fromEntries(paths.map((path) => [path, 'Basra.'])) });
    const session = await new Session(disk).open();
    session.forgetReads();
    const changed = paths.slice(0, 120);
    for (const path of changed) disk.put(path, 'Basra and Basra.');
    // More is told of than has changed, and much of it more than once.
    disk.tell(paths.slice(0, 80));
    await Promise.resolve();
    disk.tell(paths.slice(60));
    disk.tell(paths.slice(110), true);
    await session.archive.refresh([]);
    assert.deepEqual(session.read, [...changed].sort());
    assert.deepEqual(answers(session.archive), await freshAnswers(disk));
    session.archive.dispose();
  });
});

describe('the reading of an archive', () => {
  it('tells how far it has come, can be stopped, and goes on from there', async () => {
    const paths = Array.from({ length: 100 }, (_, i) => `archives/${i}.txt`);
    const disk = new Disk({ ...FILES, ...Object.fromEntries(paths.map((path) => [path, 'Basra.'])) });
    const { archive } = new Session(disk);
    const seen: number[] = [];
    const unsubscribe = archive.onDidProgress(({ done, total }) => {
      seen.push(done);
      assert.equal(total, 101);
      if (done === 20) archive.stop();
    });
    await archive.open();
    assert.deepEqual([archive.complete, archive.stopped], [false, true]);
    assert(archive.texts.length >= 20 && archive.texts.length < 60, String(archive.texts.length));
    const read = archive.texts.length;
    await archive.open();
    await archive.refresh(null);
    assert.equal(archive.texts.length, read, 'nobody has asked to go on');
    unsubscribe();
    disk.reads.length = 0;
    await archive.resume();
    assert.deepEqual([archive.complete, archive.stopped], [true, false]);
    assert.equal(archive.texts.length, 101);
    assert.equal(disk.reads.filter((path) => path.endsWith('.txt')).length, 101 - read);
    archive.dispose();
  });

  it('is not begun where it was stopped before', async () => {
    const { archive, disk } = new Session(new Disk(ARCHIVE));
    archive.stop();
    await archive.open();
    assert.deepEqual([archive.texts.length, disk.reads], [0, []]);
    await archive.resume();
    assert.deepEqual(answers(archive), await freshAnswers(disk));
    archive.dispose();
  });
});
