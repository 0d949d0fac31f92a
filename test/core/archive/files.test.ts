import assert from 'node:assert/strict';
import { annotate } from '../../../src/core/decide/annotate';
import { FILES, openArchive, spanOf } from '../../support/archive';

const SIGNED = { by: 'jo', on: '2026-11-22' };

describe('the files of an archive', () => {
  it('A14: keeps texts apart whose names differ in case or composition only', async () => {
    const names = ['archives/é.txt', 'archives/e\u0301.txt', 'archives/É.txt'];
    const { archive, host } = await openArchive(Object.fromEntries(names.map((name, i) => [name, `Basra ${i}.\n`])));
    for (const [i, name] of names.entries()) {
      const text = archive.text(name);
      assert(text);
      assert.equal(text.text, `Basra ${i}.\n`);
      const decision = annotate(text, [spanOf(text.text, 'Basra')], { tags: ['claim'] }, SIGNED);
      assert(decision.ok);
      host.write(decision.edits);
    }
    await archive.refresh(null);
    for (const [i, name] of names.entries()) {
      assert.match(host.text(`${name}.gloss.yaml`) ?? '', new RegExp(`after: "?${i}\\.`));
      assert.equal(archive.text(name)?.annotations.length, 1);
    }
  });

  it('C16: reads each of a thousand files once when all change at once', async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `archives/${i}.txt`);
    const { archive, host } = await openArchive(Object.fromEntries(names.map((name) => [name, 'Basra.\n'])));
    host.reads.length = 0;
    for (const name of names) host.put(name, 'Basra, and Basra.\n');
    // A burst comes as one call, and what was told meanwhile as another.
    host.tell(names);
    await archive.refresh([]);
    const read = host.reads.filter((path) => path.endsWith('.txt'));
    assert.equal(read.length, 1000);
    assert.equal(new Set(read).size, 1000);
    assert.equal(archive.text('archives/7.txt')?.mentions.length, 2);
    assert(Object.keys(FILES).every((path) => host.text(path) !== null));
  });

  it('takes the document for right when an edit comes before its opening was told', async () => {
    const { archive } = await openArchive();
    const path = 'archives/harbour.txt';
    const shown = 'Quite another text.';
    archive.editDocument(path, [{ start: 5, removed: 1, inserted: ' ' }], () => shown);
    assert.equal(archive.text(path)?.text, shown);
    assert.deepEqual(
      archive.text(path)?.posts.filter(({ span }) => span.start < 0),
      [],
    );
  });
});
