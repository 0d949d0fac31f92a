import assert from 'node:assert/strict';
import { findOccurrences, isTagged, type Scope, type Subject } from '../../../src/core/bulk/occurrences';
import { harbourArchive } from '../../support/harbour-archive';

const HARBOUR = 'archives/harbour.txt';
const EVERYWHERE: Scope = { kind: 'archive' };
const word = (text: string): Subject => ({ kind: 'text', query: { text, wholeWord: true, matchCase: false } });

async function places(subject: Subject, scope: Scope = EVERYWHERE, files: Record<string, string> = {}) {
  const archive = await harbourArchive(files);
  return findOccurrences(archive, subject, scope).map(({ path, span, post }) => {
    const text = archive.text(path)?.text ?? '';
    return `${path} ${post?.id ?? '–'} ${text.slice(span.start - 8, span.end).replace(/\s+/g, ' ')}`;
  });
}

describe('occurrences', () => {
  it('are those of a text, file by file and in order, with the post that holds them', async () => {
    assert.deepEqual(await places(word('velmora')), [
      `${HARBOUR} 2016-05-04/the-harbour-is-closed fice of Velmora`,
      `${HARBOUR} 2017-03-12/who-pays-for-the-wall wall of Velmora`,
      `${HARBOUR} 2017-11-30/a-captains-last-voyage an left Velmora`,
      'notes/2018-01-05-bell.md 2018-01-05/the-bell er from Velmora',
    ]);
  });

  it('are the mentions of an entity under any spelling, people’s decisions counted', async () => {
    const oran: Subject = { kind: 'entity', entity: 'oran' };
    const found = (await places(oran)).map((place) => place.slice(place.indexOf(' ')));
    assert.deepEqual(found, [
      ' 2016-05-04/the-harbour-is-closed Captain Qasim Oran',
      ' 2017-11-30/a-captains-last-voyage Captain Oran',
      ' 2017-11-30/a-captains-last-voyage r good. Oran',
    ]);
    const sidecar =
      'postgloss: 1\nannotations:\n  - quote: Oran\n    before: Captain\n    after: left Velmora\n    not: oran\n';
    assert.equal((await places(oran, EVERYWHERE, { [`${HARBOUR}.gloss.yaml`]: sidecar })).length, 2);
    assert.deepEqual(await places({ kind: 'entity', entity: 'nobody' }), []);
  });

  it('are no mentions that may mean somebody else', async () => {
    const registry = `postgloss: 1
entities:
  - { id: oran, name: Qasim Oran, type: person, aliases: [Oran] }
  - { id: ilse, name: Ilse Oran, type: person, aliases: [Oran] }
`;
    const found = await places({ kind: 'entity', entity: 'oran' }, EVERYWHERE, { 'entities.gloss.yaml': registry });
    assert.deepEqual(
      found.map((place) => place.slice(place.indexOf(' '))),
      [' 2016-05-04/the-harbour-is-closed Captain Qasim Oran'],
    );
  });

  it('are looked for in a file, in a post, or in a selection', async () => {
    assert.equal((await places(word('Velmora'), { kind: 'file', path: HARBOUR })).length, 3);
    const post = { kind: 'post', path: HARBOUR, post: '2017-03-12/who-pays-for-the-wall' } as const;
    assert.equal((await places(word('Velmora'), post)).length, 1);
    const archive = await harbourArchive();
    const at = archive.text(HARBOUR)?.text.indexOf('Captain Oran left') ?? -1;
    const within = (length: number) =>
      places(word('Oran'), { kind: 'selection', path: HARBOUR, spans: [{ start: at, end: at + length }] });
    assert.equal((await within(200)).length, 2);
    assert.equal((await within(12)).length, 1);
    assert.equal((await within(11)).length, 0);
    assert.deepEqual(await places(word('Velmora'), { kind: 'file', path: 'none.txt' }), []);
  });

  it('never reach over two posts', async () => {
    const text = 'it pays.\n\nWho pays for the wall?';
    const found = await places({ kind: 'text', query: { text, wholeWord: false, matchCase: false } });
    assert.deepEqual(found, []);
    assert.equal((await places(word('a mistake”.\n\nWho pays'))).length, 0);
  });

  it('know what people have said about them', async () => {
    const archive = await harbourArchive();
    const [one, ...others] = findOccurrences(archive, word('a mistake'), EVERYWHERE);
    assert(one && others.length === 0);
    assert.deepEqual(
      one.annotations.map(({ id }) => id),
      ['first'],
    );
    assert(isTagged(one));
    const [insured] = findOccurrences(archive, word('nobody insured it'), EVERYWHERE);
    assert.equal(insured?.annotations.length, 1);
    assert(!isTagged(insured));
  });
});
