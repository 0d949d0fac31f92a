import assert from 'node:assert/strict';
import { lookBack } from '../../../src/core/archive/look-back';
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

/** Lets a host remember earlier contents, and counts how many are asked for. */
function remembering(host: MemoryHost, contents: readonly string[]): { asked: number } {
  const counter = { asked: 0 };
  Object.assign(host, {
    async *earlier(path: string) {
      assert.equal(path, TEXT_PATH);
      for (const content of contents) {
        counter.asked++;
        yield await Promise.resolve(new TextEncoder().encode(content));
      }
    },
  });
  return counter;
}

async function opened(text: string, earlier: readonly string[]) {
  const opening = await openArchive({ [TEXT_PATH]: text, [SIDECAR_PATH]: SIDECAR });
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
});
