import assert from 'node:assert/strict';
import { Annotator, type Changed } from '../../../src/core/archive/annotator';
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
  readonly annotator: Annotator;
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
    this.annotator = new Annotator(host);
    this.annotator.onDidChange((changed) => this.told.push(changed));
  }

  async open(): Promise<this> {
    await this.annotator.open();
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

const answers = (annotator: Annotator) => ({
  counts: [...countMentions(annotator)],
  mentions: annotator.registry.entities.map(({ id }) => mentionsOf(annotator, id)),
  posts: listPosts(annotator),
  lines: annotator.texts.map(({ lines, mentions }) => mentions.map(({ span }) => lines.lineAt(span.start))),
  annotations: annotator.texts.map(({ annotations }) => annotations),
});

async function freshAnswers(disk: Disk) {
  const paths = [...(await disk.list(['**/*']))];
  const files = Object.fromEntries(paths.map((path) => [path, disk.text(path) ?? '']));
  const fresh = new Annotator(new MemoryHost(files));
  await fresh.open();
  return answers(fresh);
}

/** Opens an archive and has its index kept. */
async function keep(disk: Disk): Promise<Kept> {
  const kept = new Kept();
  const session = await new Session(disk, kept).open();
  await kept.saved;
  session.annotator.dispose();
  session.forgetReads();
  return kept;
}

describe('texts that no editor shows', () => {
  it('are not kept in memory, and are not read for what their index can tell', async () => {
    const session = await new Session(new Disk(ARCHIVE)).open();
    assert(session.annotator.texts.every(({ stored }) => stored !== null));
    session.forgetReads();
    for (const path of [TEXT_PATH, PLAIN]) {
      const text = session.annotator.text(path);
      assert(text && text.mentions.length > 0 && text.posts.length > 0 && text.lines.count > 0);
    }
    assert.deepEqual(session.read, []);
    assert.deepEqual(answers(session.annotator), await freshAnswers(session.disk));
    assert.equal(session.annotator.text(TEXT_PATH)?.text, TEXT);
    session.annotator.dispose();
  });

  it('are in memory while an editor shows them, and count as it shows them', async () => {
    const { annotator, disk } = await new Session(new Disk(ARCHIVE)).open();
    annotator.openDocument(PLAIN, ARCHIVE[PLAIN]);
    annotator.editDocument(PLAIN, [{ start: 0, removed: 0, inserted: 'Mara Lind: ' }], () => '');
    const text = annotator.text(PLAIN);
    assert(text);
    assert.equal(text.stored, null);
    assert.deepEqual(
      text.mentions.map(({ span }) => span.start),
      [0, 11, 21, 33],
    );
    // Saved and closed: the same text is stored from here on. Closed without being saved: the disk's counts.
    disk.put(PLAIN, text.text);
    await annotator.closeDocument(PLAIN);
    assert(annotator.text(PLAIN)?.stored);
    assert.equal(annotator.text(PLAIN)?.mentions.length, 4);
    annotator.openDocument(PLAIN, 'Nobody.');
    assert.equal(annotator.text(PLAIN)?.mentions.length, 0);
    await annotator.closeDocument(PLAIN);
    assert.deepEqual(answers(annotator), await freshAnswers(disk));
    annotator.dispose();
  });

  it('follow a new registry without being kept', async () => {
    const { annotator, disk } = await new Session(new Disk(ARCHIVE)).open();
    disk.put('entities.gloss.yaml', (FILES['entities.gloss.yaml'] ?? '').replace('name: Basra', 'name: says'));
    await annotator.refresh(['entities.gloss.yaml']);
    assert.deepEqual(answers(annotator), await freshAnswers(disk));
    assert(annotator.texts.every(({ stored }) => stored !== null));
    annotator.dispose();
  });

  it('are gone, and come back, with their files', async () => {
    const { annotator, disk } = await new Session(new Disk(ARCHIVE)).open();
    disk.put(PLAIN, null);
    await annotator.refresh([PLAIN]);
    assert.equal(annotator.text(PLAIN), null);
    disk.put(PLAIN, Uint8Array.of(0xff, 0));
    await annotator.refresh([PLAIN]);
    assert.equal(annotator.text(PLAIN), null);
    assert(annotator.unreadable.has(PLAIN));
    disk.put(PLAIN, 'Basra.');
    await annotator.refresh([PLAIN]);
    assert.equal(annotator.text(PLAIN)?.mentions.length, 1);
    assert(!annotator.unreadable.has(PLAIN));
    annotator.dispose();
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
    assert.deepEqual(answers(session.annotator), await freshAnswers(disk));
    session.annotator.dispose();
  });

  it('reads again what was changed, and what was written so lately that its times do not tell', async () => {
    const disk = new Disk({ ...ARCHIVE, 'archives/late.txt': '' });
    disk.putNow('archives/late.txt', 'Basra, lately.');
    const kept = await keep(disk);
    disk.put(PLAIN, 'Mara Lind.');
    const session = await new Session(disk, kept).open();
    assert.deepEqual(session.read, ['archives/late.txt', NOTED, PLAIN]);
    assert.deepEqual(answers(session.annotator), await freshAnswers(disk));
    session.annotator.dispose();
  });

  it('notices when a text is opened, or asked for, that it was changed with nothing to show for it', async () => {
    const disk = new Disk(ARCHIVE);
    const kept = await keep(disk);
    const other = 'Basra, not Basra; Jon Vey, Basra';
    assert.equal(other.length, ARCHIVE[PLAIN].length);
    for (const how of ['opened', 'asked for'] as const) {
      disk.putUnseen(PLAIN, other);
      const { annotator, told } = await new Session(disk, kept).open();
      assert.equal(annotator.text(PLAIN)?.mentions.length, 3, 'what was kept is trusted');
      assert.equal(mentionsOf(annotator, 'mara-lind').length, 4);
      told.length = 0;
      if (how === 'opened') annotator.openDocument(PLAIN, other);
      else assert.equal(annotator.text(PLAIN)?.text, other);
      assert.equal(annotator.text(PLAIN)?.mentions.length, 3);
      assert.equal(mentionsOf(annotator, 'mara-lind').length, 3);
      await annotator.refresh([]);
      assert(told.some(({ paths }) => paths === null || paths.includes(PLAIN)));
      assert.deepEqual(answers(annotator), await freshAnswers(disk));
      annotator.dispose();
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
    await session.annotator.refresh([]);
    assert.deepEqual(session.read, [...changed].sort());
    assert.deepEqual(answers(session.annotator), await freshAnswers(disk));
    session.annotator.dispose();
  });
});

describe('the reading of an archive', () => {
  it('tells how far it has come, can be stopped, and goes on from there', async () => {
    const paths = Array.from({ length: 100 }, (_, i) => `archives/${i}.txt`);
    const disk = new Disk({ ...FILES, ...Object.fromEntries(paths.map((path) => [path, 'Basra.'])) });
    const { annotator } = new Session(disk);
    const seen: number[] = [];
    const unsubscribe = annotator.onDidProgress(({ done, total }) => {
      seen.push(done);
      assert.equal(total, 101);
      if (done === 20) annotator.stop();
    });
    await annotator.open();
    assert.deepEqual([annotator.complete, annotator.stopped], [false, true]);
    assert(annotator.texts.length >= 20 && annotator.texts.length < 60, String(annotator.texts.length));
    const read = annotator.texts.length;
    await annotator.open();
    await annotator.refresh(null);
    assert.equal(annotator.texts.length, read, 'nobody has asked to go on');
    unsubscribe();
    disk.reads.length = 0;
    await annotator.resume();
    assert.deepEqual([annotator.complete, annotator.stopped], [true, false]);
    assert.equal(annotator.texts.length, 101);
    assert.equal(disk.reads.filter((path) => path.endsWith('.txt')).length, 101 - read);
    annotator.dispose();
  });

  it('is not begun where it was stopped before', async () => {
    const { annotator, disk } = new Session(new Disk(ARCHIVE));
    annotator.stop();
    await annotator.open();
    assert.deepEqual([annotator.texts.length, disk.reads], [0, []]);
    await annotator.resume();
    assert.deepEqual(answers(annotator), await freshAnswers(disk));
    annotator.dispose();
  });
});
