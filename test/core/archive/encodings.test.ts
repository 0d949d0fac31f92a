import assert from 'node:assert/strict';
import { OpenArchive } from '../../../src/core/archive/open-archive';
import { checkArchive } from '../../../src/core/check/check';
import type { EarlierText, Host } from '../../../src/core/host';
import type { IndexStore } from '../../../src/core/indexing/index-cache';
import { WorkerIndexer } from '../../../src/core/indexing/worker-indexer';
import { FILES, SIDECAR_PATH, TEXT, TEXT_PATH } from '../../support/archive';
import { Disk } from '../../support/disk';
import { encodeAs } from '../../support/encode';
import { NearWorker } from '../../support/index-ports';
import { MemoryHost } from '../../support/memory-host';

const MANIFEST = FILES['postgloss.yaml'] ?? '';
const IN_LATIN = MANIFEST.replace('*.txt"\n', '*.txt"\n    encoding: latin1\n');
const LATIN = TEXT.replace('The Call replied', '“Café” replied');
const SIDECAR = 'postgloss: 1\nannotations:\n  - quote: “Café” replied\n    note: Größe – 港\n';

/** An archive whose text is in windows-1252, as the manifest says, and its sidecar in UTF-8. */
const ENCODED = {
  ...FILES,
  'postgloss.yaml': IN_LATIN,
  [TEXT_PATH]: encodeAs(LATIN, 'windows-1252'),
  [SIDECAR_PATH]: SIDECAR,
};

async function opened(host: Host): Promise<OpenArchive> {
  const archive = new OpenArchive(host);
  await archive.open();
  return archive;
}

/** An archive whose texts a worker reads from a disk. */
function indexed(disk: Disk, store: IndexStore | null = null): Disk & Host {
  return Object.assign(disk, {
    indexer: new WorkerIndexer(new NearWorker(Infinity, disk.readContent).open),
    indexStore: store,
  });
}

/** Keeps indexes from one session to the next. */
class Kept implements IndexStore {
  readonly waitMs = 0;
  #file: Uint8Array | null = null;
  #tell: () => void = () => undefined;
  readonly saved = new Promise<void>((resolve) => (this.#tell = resolve));

  load() {
    return Promise.resolve(this.#file);
  }

  save(file: Uint8Array) {
    this.#file = file;
    this.#tell();
    return Promise.resolve();
  }
}

describe('texts in other encodings', () => {
  for (const [name, hostOf] of [
    ['here', (files: Record<string, string | Uint8Array>) => new MemoryHost(files)],
    ['by a worker', (files: Record<string, string | Uint8Array>) => indexed(new Disk(files))],
  ] as const) {
    describe(`read ${name}`, () => {
      it('have the letters and places that people see, with sidecars in UTF-8', async () => {
        const archive = await opened(hostOf(ENCODED));
        const text = archive.text(TEXT_PATH);
        assert.equal(text?.text, LATIN);
        assert.deepEqual(
          checkArchive(archive).filter(({ path }) => path !== 'entities.gloss.yaml'),
          [],
        );
        const [placed] = text.annotations;
        assert.deepEqual([placed?.anchor.state, placed?.annotation.note], ['exact', 'Größe – 港']);
        const { span } = placed?.anchor ?? {};
        assert.equal(span && LATIN.slice(span.start, span.end), '“Café” replied');
      });

      it('are those that a byte order mark names', async () => {
        for (const encoding of ['utf-16le', 'utf-16be']) {
          const files = { ...FILES, [TEXT_PATH]: encodeAs(`\ufeff${LATIN}`, encoding) };
          assert.equal((await opened(hostOf(files))).text(TEXT_PATH)?.text, LATIN, encoding);
        }
      });

      it('follow a change of the encoding in the manifest', async () => {
        const host = hostOf(ENCODED);
        const archive = await opened(host);
        host.put('postgloss.yaml', IN_LATIN.replace('latin1', 'windows-1251'));
        await archive.refresh(['postgloss.yaml']);
        assert.match(archive.text(TEXT_PATH)?.text ?? '', /“Cafй” replied/);
        host.put('postgloss.yaml', MANIFEST);
        await archive.refresh(['postgloss.yaml']);
        assert.equal(archive.text(TEXT_PATH), null);
        assert.deepEqual([...archive.unreadable.keys()], [TEXT_PATH]);
        host.put('postgloss.yaml', IN_LATIN);
        await archive.refresh(['postgloss.yaml']);
        assert.equal(archive.text(TEXT_PATH)?.text, LATIN);
      });

      it('that cannot be read are named once, with what to do', async () => {
        const archive = await opened(hostOf({ ...ENCODED, 'postgloss.yaml': MANIFEST }));
        archive.text(TEXT_PATH);
        await archive.refresh(null);
        const found = checkArchive(archive).filter(({ path }) => path === TEXT_PATH);
        assert.deepEqual(
          found.map(({ code }) => code),
          ['not-text'],
        );
        assert.match(found[0]?.message ?? '', /not UTF-8 text.*“encoding” in postgloss\.yaml/);
      });
    });
  }

  it('are not taken from an index that was made in another encoding', async () => {
    const store = new Kept();
    const files = { ...ENCODED, [TEXT_PATH]: encodeAs(LATIN.replace('Mara', 'Märä'), 'windows-1252') };
    const first = await opened(indexed(new Disk(files), store));
    assert.equal(first.text(TEXT_PATH)?.posts[0]?.author, 'Märä Lind');
    await store.saved;
    first.dispose();
    const again = { ...files, 'postgloss.yaml': IN_LATIN.replace('latin1', 'windows-1251') };
    const second = await opened(indexed(new Disk(again), store));
    assert.equal(second.text(TEXT_PATH)?.posts[0]?.author, 'Mдrд Lind');
    second.dispose();
  });

  it('have earlier contents in the same encoding, or with a byte order mark', async () => {
    const passage = 'time has come to break barriers of sects. “Café” replied';
    const sidecar = `postgloss: 1
annotations:
  - id: aaaa1111
    post: 2016-05-04/the-harbour-is-closed
    quote: "${passage}"
    before: Mara Lind argues that
    after: at once.
    tags:
      - claim
`;
    const rewritten = 'time has come to break all barriers of sects. “Café” replied';
    const now = LATIN.replace(passage, rewritten);
    for (const bytes of [encodeAs(LATIN, 'windows-1252'), Buffer.from(`\ufeff${LATIN}`)]) {
      const host = new MemoryHost({ ...ENCODED, [TEXT_PATH]: encodeAs(now, 'windows-1252'), [SIDECAR_PATH]: sidecar });
      const earlier = async function* (): AsyncIterable<EarlierText> {
        yield await Promise.resolve({ bytes });
      };
      const archive = await opened(Object.assign(host, { earlier }));
      await archive.lookBack(null);
      const { found, span } = archive.text(TEXT_PATH)?.annotations[0]?.anchor ?? {};
      assert.deepEqual([found, span && now.slice(span.start, span.end)], ['diff', rewritten]);
    }
  });
});
