import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { createHost } from '../../src/cli/host';
import {
  Annotator,
  CachedIndexer,
  countMentions,
  decodeText,
  listPosts,
  SharedIndexer,
  WorkerIndexer,
  type Host,
  type IndexStore,
} from '../../src/core/index';
import { openIndexPort } from '../../src/editor/desktop/index-port';
import { mentionsIn } from '../../src/core/annotator/mentions';
import { benchArchive } from './archive';
import { printTable, round, timed } from './timing';

/** The index of a large archive on a disk: what the first opening takes, and for how long it keeps the thread from other work. */
export async function benchArchiveIndex(quick: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'postgloss-bench-'));
  try {
    const megabytes = quick ? 10 : 100;
    writeArchive(folder, megabytes * 10);
    buildSync({
      entryPoints: [join(import.meta.dirname, '../../src/editor/desktop/index-worker.ts')],
      outfile: join(folder, 'bundles', 'index-worker.cjs'),
      bundle: true,
      platform: 'node',
    });
    const rows = [];
    for (let run = 0; run < (quick ? 1 : 3); run++) {
      const store = new KeptInMemory();
      rows.push({ from: 'texts', ...(await openOnce(folder, store)) });
      rows.push({ from: 'cache', ...(await openOnce(folder, store)) });
    }
    printTable(
      `An archive of ${megabytes} MB in ${megabytes * 10} files, with 20,000 aliases; the first row is cold`,
      rows,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openOnce(folder: string, store: IndexStore): Promise<Record<string, string | number>> {
  const host: Host = createHost(folder);
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
  const worker = () => new WorkerIndexer(() => openIndexPort(join(folder, 'bundles')));
  const indexer = new CachedIndexer(new SharedIndexer([worker(), worker()]), store, 200);
  const annotator = new Annotator({ ...host, indexer });
  const registry = await watched(() => annotator.prepare());
  const opening = await watched(() => annotator.open());
  // The cache is written when nothing has happened for a while.
  const keeping = await watched(() => new Promise((resolve) => setTimeout(resolve, 600)));
  const counts = timed(() => countMentions(annotator));
  const posts = timed(() => listPosts(annotator));
  const [most] = [...counts.result].sort(([, a], [, b]) => b - a);
  const references = timed(() =>
    annotator.texts.flatMap((text) =>
      mentionsIn(text, most?.[0] ?? '').map(({ span }) => text.lines.lineAt(span.start)),
    ),
  );
  const registryText = readFileSync(join(folder, 'entities.gloss.yaml'), 'utf8');
  writeFileSync(
    join(folder, 'entities.gloss.yaml'),
    registryText.replace(/\n {4}name: .*/, '\n    name: Somebody Else'),
  );
  const changed = await watched(() => annotator.refresh(['entities.gloss.yaml']));
  writeFileSync(join(folder, 'entities.gloss.yaml'), registryText);
  annotator.dispose();
  return {
    'read ms': round(reading.ms, 0),
    'index ms': round(opening.ms, 0),
    ratio: round(opening.ms / reading.ms),
    'read: CPU ms': round(reading.cpuMs, 0),
    'index: CPU ms': round(opening.cpuMs, 0),
    'longest wait ms': round(opening.longest, 0),
    'longest work ms': round(opening.longestWork, 1),
    '… reading only': round(reading.longestWork, 1),
    'keeping: work ms': round(keeping.longestWork, 1),
    'registry: work ms': round(registry.longestWork, 0),
    'other registry ms': round(changed.ms, 0),
    'its longest work ms': round(changed.longestWork, 1),
    posts: posts.result.length,
    mentions: [...counts.result.values()].reduce((sum, count) => sum + count, 0),
    'count ms': round(counts.ms, 1),
    'list posts ms': round(posts.ms, 1),
    'references ms': round(references.ms, 1),
    references: references.result.length,
    'RSS MB': round(process.memoryUsage().rss / 1e6, 0),
  };
}

interface Watched {
  readonly ms: number;
  /** Of all threads. */
  readonly cpuMs: number;
  /** For how long at most a timer of one millisecond was kept waiting, and how much of such a wait this thread itself was at work. */
  readonly longest: number;
  readonly longestWork: number;
}

async function watched(action: () => Promise<unknown>): Promise<Watched> {
  let last = performance.now();
  let worked = workOfThread();
  let [longest, longestWork] = [0, 0];
  const look = () => {
    const [now, work] = [performance.now(), workOfThread()];
    longest = Math.max(longest, now - last - 1);
    longestWork = Math.max(longestWork, work - worked);
    [last, worked] = [now, work];
  };
  const timer = setInterval(look, 1);
  const [start, cpu] = [last, process.cpuUsage()];
  await action();
  look();
  clearInterval(timer);
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000, longest, longestWork };
}

/** The milliseconds that the main thread has spent on a processor, from Linux; else NaN. On a busy machine a clock says little. */
function workOfThread(): number {
  return existsSync('/proc/self/schedstat')
    ? Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6
    : NaN;
}

/** Keeps an index in memory: what a disk takes is the same for every format. */
class KeptInMemory implements IndexStore {
  #file: Uint8Array | null = null;

  load(): Promise<Uint8Array | null> {
    return Promise.resolve(this.#file);
  }

  save(file: Uint8Array): Promise<void> {
    this.#file = file;
    return Promise.resolve();
  }
}

function writeArchive(folder: string, files: number): void {
  const made = benchArchive(files * 100_000, 20_000);
  const whole = made['papers.txt'] ?? '';
  for (const name of ['postgloss.yaml', 'entities.gloss.yaml']) writeFileSync(join(folder, name), made[name] ?? '');
  mkdirSync(join(folder, 'bundles'));
  const size = Math.ceil(whole.length / files);
  for (let i = 0; i < files; i++) {
    writeFileSync(join(folder, `papers-${String(i).padStart(4, '0')}.txt`), whole.slice(i * size, (i + 1) * size));
  }
}
