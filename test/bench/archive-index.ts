import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { createHost } from '../../src/cli/files/host';
import { OpenArchive } from '../../src/core/archive';
import type { Host } from '../../src/core/host';
import { SharedIndexer, WorkerIndexer, type IndexStore } from '../../src/core/indexing';
import { countMentions, listPosts } from '../../src/core/lists';
import { decodeText } from '../../src/core/text';
import { openIndexPort } from '../../src/editor/desktop/index-port';
import { directFiles } from '../../src/node/direct-files';
import { mentionsIn } from '../../src/core/lists/mentions';
import { liveBytes, printTable, round, timed } from './timing';

/** The index of a large archive on a disk: what the first opening takes, and for how long it keeps the thread from other work. */
export async function benchArchiveIndex(quick: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'postgloss-bench-'));
  try {
    const megabytes = quick ? 10 : 100;
    // In a process of its own, whose memory is not to be counted.
    const script = join(import.meta.dirname, 'write-archive.ts');
    execFileSync(process.execPath, ['--import=tsx', script, folder, String(megabytes * 10)]);
    buildSync({
      entryPoints: [join(import.meta.dirname, '../../src/editor/desktop/index-worker.ts')],
      outfile: join(folder, 'bundles', 'index-worker.cjs'),
      bundle: true,
      minify: true,
      platform: 'node',
    });
    // Files that were just written are not trusted by their times.
    await pause(2500);
    const rows: Record<string, string | number>[] = [];
    const more: Record<string, string | number>[] = [];
    for (let run = 0; run < (quick ? 1 : 3); run++) {
      const store = new KeptOnDisk(join(folder, 'bundles', `index-${run}.bin`));
      for (const from of ['texts', 'cache']) {
        const { opening, questions } = await openOnce(folder, store, from === 'texts');
        rows.push({ from, ...opening });
        more.push({ from, ...questions });
      }
    }
    const what = `An archive of ${megabytes} MB in ${megabytes * 10} files, with 20,000 aliases`;
    printTable(`${what}: opening it; the first row is cold`, rows);
    printTable(`${what}: what comes after`, more);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Row = Record<string, string | number>;

async function openOnce(
  folder: string,
  store: KeptOnDisk,
  isFirst: boolean,
): Promise<{ opening: Row; questions: Row }> {
  // What git is asked about an archive is asked beside the reading of its texts, and is not measured here.
  const host: Host = {
    ...createHost(folder),
    attributes: () => Promise.resolve([]),
    mergeDriver: () => Promise.resolve(null),
  };
  const reading = await watched(async () => {
    // As an archive is read, six files at a time, and nothing done with what they hold.
    const left = readdirSync(folder)
      .filter((path) => path.endsWith('.txt'))
      .values();
    const lane = async () => {
      for (const path of left) decodeText((await host.read(path)) ?? new Uint8Array());
    };
    await Promise.all(Array.from({ length: 6 }, lane));
  });
  const before = liveBytes();
  const worker = () => new WorkerIndexer(() => openIndexPort(join(folder, 'bundles'), folder));
  const indexer = new SharedIndexer([worker(), worker()]);
  const archive = new OpenArchive({ ...host, indexer, indexStore: store, files: directFiles(folder) });
  const registry = await watched(() => archive.prepare());
  const opening = await watched(() => archive.open());
  const count = timed(() => countMentions(archive));
  const posts = timed(() => listPosts(archive));
  const [most] = [...count.result].sort(([, a], [, b]) => b - a);
  const references = timed(() =>
    archive.texts.flatMap((text) => mentionsIn(text, most?.[0] ?? '').map(({ span }) => text.lines.lineAt(span.start))),
  );
  const kept = (liveBytes() - before) / 1e6;
  // The cache is written when nothing has happened for a while.
  const keeping = isFirst ? await watched(() => store.saved) : null;
  const registryText = readFileSync(join(folder, 'entities.gloss.yaml'), 'utf8');
  const others = registryText.replace(/\n {4}name: .*/, '\n    name: Somebody Else');
  writeFileSync(join(folder, 'entities.gloss.yaml'), others);
  const changed = await watched(() => archive.refresh(['entities.gloss.yaml']));
  writeFileSync(join(folder, 'entities.gloss.yaml'), registryText);
  archive.dispose();
  return {
    opening: {
      'read ms': round(reading.ms, 0),
      'index ms': round(opening.ms, 0),
      ratio: round(opening.ms / reading.ms),
      'read: CPU ms': round(reading.cpuMs, 0),
      'index: CPU ms': round(opening.cpuMs, 0),
      'longest wait ms': round(opening.longest, 0),
      'longest work ms': round(opening.longestWork, 1),
      '… reading only': round(reading.longestWork, 1),
      'registry: work ms': round(registry.longestWork, 0),
      'kept MB': round(kept, 0),
      'peak RSS MB': round(opening.peak / 1e6, 0),
      '… reading only MB': round(reading.peak / 1e6, 0),
    },
    questions: {
      posts: posts.result.length,
      mentions: [...count.result.values()].reduce((sum, one) => sum + one, 0),
      'count ms': round(count.ms, 1),
      'list posts ms': round(posts.ms, 1),
      references: references.result.length,
      'references ms': round(references.ms, 1),
      'keeping: work ms': keeping ? round(keeping.longestWork, 1) : '',
      'other registry ms': round(changed.ms, 0),
      'its longest work ms': round(changed.longestWork, 1),
    },
  };
}

interface Watched {
  readonly ms: number;
  /** Of all threads. */
  readonly cpuMs: number;
  /** For how long at most a timer of one millisecond was kept waiting, and how much of such a wait this thread itself was at work. */
  readonly longest: number;
  readonly longestWork: number;
  /** The most memory that the process took, in bytes, as far as it was seen. */
  readonly peak: number;
}

async function watched(action: () => Promise<unknown>): Promise<Watched> {
  let last = performance.now();
  let worked = workOfThread();
  let [longest, longestWork, peak, looks] = [0, 0, 0, 0];
  const look = () => {
    const [now, work] = [performance.now(), workOfThread()];
    longest = Math.max(longest, now - last - 1);
    longestWork = Math.max(longestWork, work - worked);
    if (looks++ % 10 === 0) peak = Math.max(peak, process.memoryUsage.rss());
    // Looking is no work that anybody waits for.
    [last, worked] = [performance.now(), workOfThread()];
  };
  const timer = setInterval(look, 1);
  const [start, cpu] = [last, process.cpuUsage()];
  await action();
  look();
  clearInterval(timer);
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000, longest, longestWork, peak };
}

/** The milliseconds that the main thread has spent on a processor, from Linux; else NaN. On a busy machine a clock says little. */
function workOfThread(): number {
  return existsSync('/proc/self/schedstat')
    ? Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6
    : NaN;
}

/** Keeps an index in a file. */
class KeptOnDisk implements IndexStore {
  readonly waitMs = 200;
  readonly #file: string;
  #isSaved: () => void = () => undefined;
  readonly saved = new Promise<void>((resolve) => (this.#isSaved = resolve));

  constructor(file: string) {
    this.#file = file;
  }

  load(): Promise<Uint8Array | null> {
    return readFile(this.#file).catch(() => null);
  }

  async save(file: Uint8Array): Promise<void> {
    await writeFile(this.#file, file);
    this.#isSaved();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
