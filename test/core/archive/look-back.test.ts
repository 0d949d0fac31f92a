import assert from 'node:assert/strict';
import { lookBack } from '../../../src/core/archive/look-back';
import type { EarlierText } from '../../../src/core/host';
import { openArchive, SIDECAR_PATH, TEXT, TEXT_PATH } from '../../support/archive';
import type { MemoryHost } from '../../support/memory-host';

const PASSAGE = 'time has come to break barriers of sects';
const SIDECAR = `postgloss: 1
annotations:
  - id: aaaa1111
    post: 2016-05-04/the-harbour-is-closed
    quote: ${PASSAGE}
    before: Mara Lind argues that
    after: . The Call replied at once.
    tags:
      - claim
`;

/** The text after somebody has rewritten the sentence. */
const REWRITTEN = TEXT.replace(`argues that ${PASSAGE}`, 'argues that time has come to break all barriers of sects');

/** A content with the sidecar of the time in which it was replaced, and the last one. */
interface Remembered {
  readonly text: string;
  readonly then: string | null;
  readonly last: string | null;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function versionOf({ text, then, last }: Remembered): EarlierText {
  const read = (sidecar: string | null) => (sidecar === null ? null : bytesOf(sidecar));
  return { bytes: bytesOf(text), sidecars: () => Promise.resolve({ then: read(then), last: read(last) }) };
}

/** Lets a host remember earlier contents, and counts how many are asked for. */
function remembering(host: MemoryHost, contents: readonly (string | Remembered)[]): { asked: number } {
  const counter = { asked: 0 };
  Object.assign(host, {
    async *earlier(path: string) {
      assert.equal(path, TEXT_PATH);
      for (const content of contents) {
        counter.asked++;
        yield await Promise.resolve(typeof content === 'string' ? { bytes: bytesOf(content) } : versionOf(content));
      }
    },
  });
  return counter;
}

async function opened(text: string, earlier: readonly (string | Remembered)[], sidecar = SIDECAR) {
  const opening = await openArchive({ [TEXT_PATH]: text, [SIDECAR_PATH]: sidecar });
  const counter = remembering(opening.host, earlier);
  const anchor = () => opening.archive.text(TEXT_PATH)?.annotations[0]?.anchor;
  return { ...opening, counter, anchor };
}

describe('looking back', () => {
  it('finds out from an earlier content what became of a passage', async () => {
    const { archive, anchor } = await opened(REWRITTEN, ['Something else.', TEXT, 'Older still.']);
    assert.notEqual(anchor()?.found, 'diff');
    await archive.lookBack(null);
    const { state, found, span } = anchor() ?? {};
    assert.deepEqual([state, found], ['changed', 'diff']);
    assert(span);
    assert.match(REWRITTEN.slice(span.start, span.end), /^time has come to break all barriers of sects$/);
  });

  it('asks for no more than it needs, and not at all while every place is known', async () => {
    const known = await opened(TEXT, [TEXT]);
    await known.archive.lookBack(null);
    assert.equal(known.counter.asked, 0);
    const moved = await opened(`A new header.\n\n${TEXT}`, [TEXT]);
    await moved.archive.lookBack(null);
    assert.equal(moved.counter.asked, 0);
    const lost = await opened(REWRITTEN, Array<string>(100).fill('Nothing of it.'));
    await lost.archive.lookBack(null);
    assert.equal(lost.counter.asked, 20);
    await lost.archive.lookBack(null);
    assert.equal(lost.counter.asked, 20, 'the same text is not looked for twice');
  });

  it('remembers what it learnt when the sidecar is read anew', async () => {
    const { archive, host, anchor } = await opened(REWRITTEN, [TEXT]);
    await archive.lookBack(null);
    const before = anchor();
    host.put(SIDECAR_PATH, SIDECAR.replace('- claim', '- question'));
    await archive.refresh([SIDECAR_PATH]);
    assert.deepEqual(anchor(), before);
    assert.deepEqual(archive.text(TEXT_PATH)?.annotations[0]?.annotation.tags, ['question']);
  });

  it('writes nothing, and gives way to whoever types', async () => {
    const { archive, host, text } = await opened(REWRITTEN, [TEXT]);
    archive.openDocument(TEXT_PATH, REWRITTEN);
    archive.editDocument(TEXT_PATH, [{ start: 0, removed: 0, inserted: 'x' }], () => `x${REWRITTEN}`);
    assert.equal(await lookBack(text, host), false);
    assert.equal(host.text(SIDECAR_PATH), SIDECAR);
    assert.equal(host.text(TEXT_PATH), REWRITTEN);
  });

  describe('at a short quote that still stands in the text', () => {
    /** The record of a word that stood twice, as a person wrote it by hand. */
    const WORD = `postgloss: 1
annotations:
  - post: 2016-05-04/the-harbour-is-closed
    quote: quietly
    tags:
      - claim
`;
    const once = TEXT.replace(PASSAGE, `${PASSAGE}. They quietly left`);
    const twice = once.replace('Mara Lind argues', 'Mara Lind quietly argues');

    it('asks where an earlier text had the words twice', async () => {
      const { archive, anchor } = await opened(once, [twice], WORD);
      assert.equal(anchor()?.state, 'exact');
      await archive.lookBack(null);
      assert.equal(anchor()?.state, 'ambiguous');
    });

    it('does not ask where the record is younger than that text', async () => {
      const empty = 'postgloss: 1\nannotations: []\n';
      for (const [then, state] of [
        [WORD, 'ambiguous'],
        [empty, 'exact'],
        [null, 'exact'],
      ] as const) {
        const { archive, anchor } = await opened(once, [{ text: twice, then, last: WORD }], WORD);
        await archive.lookBack(null);
        assert.equal(anchor()?.state, state, then ?? 'no sidecar');
      }
    });

    it('asks once, and not again when records come or somebody types', async () => {
      const { archive, host, counter } = await opened(once, [once], WORD);
      await archive.lookBack(null);
      assert.equal(counter.asked, 1);
      host.put(SIDECAR_PATH, `${WORD}  - quote: left\n    note: Who?\n`);
      await archive.refresh([SIDECAR_PATH]);
      await archive.lookBack(null);
      archive.openDocument(TEXT_PATH, once);
      archive.editDocument(TEXT_PATH, [{ start: 0, removed: 0, inserted: 'x' }], () => `x${once}`);
      archive.text(TEXT_PATH)?.reread();
      await archive.lookBack(null);
      assert.equal(counter.asked, 1);
    });
  });
});
