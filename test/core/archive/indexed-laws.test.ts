import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OpenArchive } from '../../../src/core/archive/open-archive';
import type { Indexer } from '../../../src/core/indexing/indexer';
import { SharedIndexer } from '../../../src/core/indexing/shared-indexer';
import { WorkerIndexer } from '../../../src/core/indexing/worker-indexer';
import { changeText, type TextChange } from '../../../src/core/text/change';
import { FILES, TEXT_PATH } from '../../support/archive';
import { Disk } from '../../support/disk';
import { NearWorker } from '../../support/index-ports';
import { MemoryHost } from '../../support/memory-host';
import { trials } from '../../support/trials';

const REGISTRY = FILES['entities.gloss.yaml'] ?? '';
const REGISTRIES = [REGISTRY, REGISTRY.replace('name: Basra', 'name: rain'), 'postgloss: 1\nentities: []\n'];
const SHORT = 'A word\n\nJune 2, 2018\n\nA word, The Lantern, June 2, 2018\n\nBasra.\n';
const OTHER = 'archives/other.txt';

/** What can happen to an archive, and when: with or without a pause in which texts are indexed. */
const happening = fc.record({
  kind: fc.constantFrom('open', 'edit', 'edit', 'reread', 'close', 'write', 'registry', 'pause', 'pause'),
  path: fc.constantFrom(TEXT_PATH, OTHER),
  at: fc.nat(2000),
  removed: fc.nat(400),
  inserted: fc.constantFrom('', 'Basra', '\n\n', 'x', SHORT),
  registry: fc.constantFrom(...REGISTRIES),
});

/** Where files are: handed over to a worker, or on a disk that it reads itself. */
const wheres = fc.constantFrom('elsewhere', 'disk');

function hostOf(where: string, files: Readonly<Record<string, string>>): MemoryHost {
  const host: MemoryHost & { indexer?: Indexer } = where === 'elsewhere' ? new MemoryHost(files) : new Disk(files);
  const readFile = host instanceof Disk ? host.readContent : null;
  const worker = (endsAfter?: number) => new WorkerIndexer(new NearWorker(endsAfter, readFile).open);
  host.indexer = new SharedIndexer([worker(), worker(3)]);
  return host;
}

describe('an archive that is indexed while it changes', () => {
  it('never answers with places outside of its texts, and in the end as a fresh reading does', async () => {
    await fc.assert(
      fc.asyncProperty(wheres, fc.array(happening, { maxLength: 14 }), async (where, happenings) => {
        const host = hostOf(where, { ...FILES, [OTHER]: SHORT });
        const archive = new OpenArchive(host);
        const open = new Map<string, string>();
        const waits: Promise<unknown>[] = [archive.open()];
        for (const { kind, path, at, removed, inserted, registry } of happenings) {
          const shown = open.get(path);
          if (kind === 'open' && shown === undefined) {
            open.set(path, host.text(path) ?? '');
            waits.push(archive.openText(path, () => open.get(path) ?? null));
          } else if (kind === 'edit' && shown !== undefined) {
            const start = at % (shown.length + 1);
            const change: TextChange = { start, removed: Math.min(removed, shown.length - start), inserted };
            const after = changeText(shown, change);
            open.set(path, after);
            archive.editDocument(path, [change], () => after);
          } else if (kind === 'reread' && shown !== undefined) {
            archive.openDocument(path, shown);
            archive.rereadDocument(path);
          } else if (kind === 'close' && shown !== undefined) {
            open.delete(path);
            waits.push(archive.closeDocument(path));
          } else if (kind === 'write') {
            host.put(path, changeText(host.text(path) ?? '', { start: 0, removed, inserted }));
            host.tell([path]);
          } else if (kind === 'registry') {
            host.put('entities.gloss.yaml', registry);
            host.tell(['entities.gloss.yaml']);
          } else if (kind === 'pause') await new Promise((resolve) => setTimeout(resolve, at % 3));
          for (const text of archive.texts) {
            // A text that is stored may have become another one; whoever looks at it sees it as it is.
            const { length } = text.text;
            for (const { span } of [...text.posts, ...text.mentions]) {
              assert(0 <= span.start && span.start <= span.end && span.end <= length);
              assert(text.lines.startOf(text.lines.lineAt(span.start)) <= span.start);
            }
          }
        }
        await Promise.all(waits);
        await archive.refresh([TEXT_PATH, OTHER, 'entities.gloss.yaml']);
        for (const [path, text] of open) archive.openDocument(path, text);
        for (const path of open.keys()) archive.rereadDocument(path);
        const now = Object.fromEntries(
          [TEXT_PATH, OTHER].map((path) => [path, open.get(path) ?? host.text(path) ?? '']),
        );
        const registry = host.text('entities.gloss.yaml') ?? '';
        const fresh = new OpenArchive(new MemoryHost({ ...FILES, 'entities.gloss.yaml': registry, ...now }));
        await fresh.open();
        const seen = (one: OpenArchive) =>
          one.texts.map(({ path, text, posts, mentions, lines }) => ({
            path,
            text,
            posts,
            mentions,
            lines: lines.count,
          }));
        assert.deepEqual(seen(archive), seen(fresh));
        archive.dispose();
      }),
      trials(80),
    );
  });
});
