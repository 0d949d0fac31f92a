import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OpenArchive, type Changed } from '../../../src/core/archive/open-archive';
import type { ArchiveText } from '../../../src/core/archive/archive-text';
import { checkArchive } from '../../../src/core/check/check';
import { annotate } from '../../../src/core/decide/annotate';
import type { TextChange } from '../../../src/core/text/change';
import { decide, FILES, openArchive, SIDECAR_PATH, spanOf, TEXT, TEXT_PATH } from '../../support/archive';
import { MemoryHost } from '../../support/memory-host';
import { trials } from '../../support/trials';

const mentions = (text: ArchiveText) =>
  text.mentions.map(({ span, entity, alias, others }) => [span.start, span.end, entity.id, alias, others.length]);

describe('opening an archive', () => {
  it('reads the files that the manifest names, and no others', async () => {
    const { archive, text } = await openArchive({
      'archives/a/b.txt': 'Basra.',
      'other.txt': 'Basra.',
      'archives/x.md': 'Basra.',
    });
    assert.deepEqual(
      archive.texts.map(({ path }) => path),
      ['archives/a/b.txt', TEXT_PATH],
    );
    assert.deepEqual(
      text.posts.map(({ id }) => id),
      ['2016-05-04/the-harbour-is-closed', '2017-06-01/a-bridge-for-basra'],
    );
    assert.deepEqual(
      [archive.names('archives/new.txt'), archive.names('other.txt'), archive.names(SIDECAR_PATH)],
      [true, false, false],
    );
    assert.deepEqual(
      text.mentions.map(({ span }) => TEXT.slice(span.start, span.end)),
      ['Mara Lind', 'Mara Lind', 'The Call', 'Basra', 'Basra', 'Basra', 'The Call'],
    );
  });

  it('does without a manifest, a registry and texts, and says what it cannot read', async () => {
    const nothing = new OpenArchive(new MemoryHost());
    await nothing.open();
    assert.deepEqual(
      [nothing.texts, nothing.manifestText, nothing.registryText, checkArchive(nothing)],
      [[], null, null, []],
    );
    const { archive } = await openArchive({
      'entities.gloss.yaml': null,
      'archives/latin1.txt': new Uint8Array([0xe9, 0x0a]),
    });
    assert.deepEqual([...archive.unreadable.keys()], ['archives/latin1.txt']);
    assert.deepEqual(
      checkArchive(archive).map(({ path, code }) => [path, code]),
      [['archives/latin1.txt', 'not-text']],
    );
  });

  it('reads one text with its sidecar before the rest, and the archive once however often it is opened', async () => {
    const host = new MemoryHost({ ...FILES, 'archives/b.txt': 'Basra.' });
    const archive = new OpenArchive(host);
    assert.equal((await archive.openText(TEXT_PATH))?.text, TEXT);
    assert(!host.reads.includes('archives/b.txt'));
    assert.equal(await archive.openText('other.txt'), null);
    await Promise.all([archive.open(), archive.open()]);
    assert.equal(host.reads.filter((path) => path === 'archives/b.txt').length, 1);
    assert.equal(host.watchers, 1);
    archive.dispose();
    assert.equal(host.watchers, 0);
  });
});

describe('following the disk', () => {
  it('reads again only what changed, and tells which files are others now', async () => {
    const { archive, host } = await openArchive({ 'archives/b.txt': 'Basra.' });
    const told: Changed[] = [];
    archive.onDidChange((changed) => told.push(changed));
    host.reads.length = 0;
    host.put('archives/b.txt', 'Basra and Basra.');
    await archive.refresh(['archives/b.txt']);
    assert.deepEqual(host.reads, ['archives/b.txt', 'archives/b.txt.gloss.yaml']);
    assert.deepEqual(told, [{ paths: ['archives/b.txt'], typing: false }]);
    assert.equal(archive.text('archives/b.txt')?.mentions.length, 2);

    await archive.refresh(['archives/b.txt', SIDECAR_PATH, 'README.md', 'x.gloss.yaml']);
    assert.equal(told.length, 1, 'nothing is told where nothing changed');
    host.put(SIDECAR_PATH, 'postgloss: 1\nannotations:\n  - quote: rain\n    tags: [a]\n');
    host.tell([SIDECAR_PATH]);
    await archive.refresh([]);
    assert.deepEqual(told.slice(1), [{ paths: [TEXT_PATH], typing: false }]);
    assert.equal(archive.text(TEXT_PATH)?.annotations.length, 1);
  });

  it('takes up new texts, drops removed ones, and forgets what was wrong with them', async () => {
    const { archive, host } = await openArchive({ 'archives/bad.txt': new Uint8Array([0xff]) });
    host.put('archives/new.txt', 'Basra.');
    host.put('archives/bad.txt', null);
    host.put(TEXT_PATH, null);
    await archive.refresh(['archives/new.txt', 'archives/bad.txt', TEXT_PATH]);
    assert.deepEqual([archive.texts.map(({ path }) => path), archive.unreadable.size], [['archives/new.txt'], 0]);
    host.put('archives/new.txt', null);
    host.put('archives/other.txt', 'Basra.');
    await archive.refresh(null);
    assert.deepEqual(
      archive.texts.map(({ path }) => path),
      ['archives/other.txt'],
    );
    host.put('postgloss.yaml', 'postgloss: 1\narchives:\n  - files: "notes/*.txt"\n');
    await archive.refresh(['postgloss.yaml']);
    assert.deepEqual(archive.texts, []);
  });

  it('lights up the whole archive for a new alias, without reading the texts again', async () => {
    const { archive, host, text } = await openArchive();
    host.reads.length = 0;
    host.put(
      'entities.gloss.yaml',
      (FILES['entities.gloss.yaml'] ?? '').replace('type: place', 'type: place\n    aliases: [harbour]'),
    );
    await archive.refresh(['entities.gloss.yaml']);
    assert.deepEqual([...host.reads].sort(), ['entities.gloss.yaml', 'postgloss.yaml']);
    assert(text.mentions.some(({ alias }) => alias === 'harbour'));
  });

  it('finds names whatever their case and diacritics where the registry says so, and from then on', async () => {
    const { archive, host, text } = await openArchive();
    const places = (entity: string) =>
      text.mentions.flatMap(({ entity: { id }, span }) =>
        id === entity ? [text.text.slice(span.start, span.end)] : [],
      );
    const harbour = (match: string) => `postgloss: 1\nentities:\n  - id: bay\n    name: HÁRBOUR\n${match}`;
    for (const [match, found] of [
      ['', 0],
      ['    match: folded\n', text.text.match(/\bharbour\b/gi)?.length],
      ['    match: exact\n', 0],
    ] as const) {
      host.put('entities.gloss.yaml', harbour(match));
      await archive.refresh(['entities.gloss.yaml']);
      assert.equal(places('bay').length, found, match);
    }
    // Written as it is in the text, the name is that of another one too, and is not taken from either.
    const both = `${harbour('    match: folded\n')}    aliases: [harbour]\n  - id: port\n    name: harbour\n`;
    host.put('entities.gloss.yaml', both);
    await archive.refresh(['entities.gloss.yaml']);
    const owners = text.mentions.map(({ entity, others, span }) => ({
      text: text.text.slice(span.start, span.end),
      ids: [entity, ...others].map(({ id }) => id).sort(),
    }));
    assert(
      owners.some((mention) => mention.text === 'harbour') && owners.some((mention) => mention.text === 'Harbour'),
    );
    for (const { text: name, ids } of owners)
      assert.deepEqual(ids, name === 'harbour' ? ['bay', 'port'] : ['bay'], name);
  });

  it('reads one thing after the other when changes come at once', async () => {
    const { archive, host } = await openArchive();
    const waits = [1, 2, 3].map((n) => {
      host.put(TEXT_PATH, `Basra ${n}`);
      return archive.refresh([TEXT_PATH]);
    });
    await Promise.all(waits);
    assert.equal(archive.text(TEXT_PATH)?.text, 'Basra 3');
  });
});

describe('following an open editor', () => {
  it('counts its content before the disk’s, until it is closed', async () => {
    const { archive, host, text } = await openArchive();
    archive.openDocument(TEXT_PATH, 'Basra is open.');
    assert.deepEqual([text.text, text.mentions.length], ['Basra is open.', 1]);
    host.put(TEXT_PATH, 'Nothing.');
    await archive.refresh([TEXT_PATH]);
    await archive.refresh(null);
    assert.equal(text.text, 'Basra is open.');
    archive.editDocument(TEXT_PATH, [{ start: 0, removed: 0, inserted: 'Basra! ' }], () =>
      assert.fail('The text is known.'),
    );
    assert.deepEqual([text.text, text.mentions.length, text.shifted], ['Basra! Basra is open.', 2, true]);
    await archive.closeDocument(TEXT_PATH);
    assert.deepEqual([text.text, text.mentions.length, text.shifted], ['Nothing.', 0, false]);
  });

  it('reads again what is closed before the typing has paused', async () => {
    const { archive, host, text } = await openArchive();
    archive.openDocument(TEXT_PATH, TEXT);
    const saved = TEXT.replace('A bridge for Basra', 'A bridge');
    archive.editDocument(TEXT_PATH, [{ start: TEXT.indexOf(' for Basra'), removed: 10, inserted: '' }], () => saved);
    host.put(TEXT_PATH, saved);
    await archive.closeDocument(TEXT_PATH);
    assert.deepEqual([text.shifted, text.posts[1]?.id], [false, '2017-06-01/a-bridge']);
  });

  it('keeps a text that is open although it is gone from the disk, and one that was open before it was read', async () => {
    const { archive, host } = await openArchive();
    archive.openDocument(TEXT_PATH, TEXT);
    archive.openDocument('archives/late.txt', 'Basra');
    archive.editDocument('archives/late.txt', [{ start: 5, removed: 0, inserted: ', Basra' }], () => 'Basra, Basra');
    host.put(TEXT_PATH, null);
    await archive.refresh(null);
    await archive.refresh(['archives/late.txt']);
    assert.deepEqual(
      archive.texts.map(({ text }) => text),
      [TEXT, 'Basra, Basra'],
    );
  });

  it('takes a passage whose quote was edited for changed, and not for another', async () => {
    const opened = await openArchive();
    const { archive, text } = opened;
    await decide(opened, annotate(text, [spanOf(TEXT, 'break barriers')], { tags: ['claim'] }, { by: null, on: null }));
    assert.equal(text.annotations.at(0)?.anchor.state, 'exact');
    archive.openDocument(TEXT_PATH, TEXT);
    const at = TEXT.indexOf('barriers');
    archive.editDocument(TEXT_PATH, [{ start: at, removed: 0, inserted: 'all ' }], () => '');
    archive.rereadDocument(TEXT_PATH);
    const placed = text.annotations.at(0);
    assert.equal(placed?.anchor.state, 'changed');
    assert.deepEqual(placed.anchor.span, spanOf(text.text, 'break all barriers'));
    archive.editDocument(TEXT_PATH, [{ start: at, removed: 4, inserted: '' }], () => '');
    archive.rereadDocument(TEXT_PATH);
    assert.equal(text.annotations.at(0)?.anchor.state, 'exact');
  });

  it('never mixes up hand-written records, which lack an id, while a text is shifted', async () => {
    const hand = (quotes: string[]) =>
      `postgloss: 1\nannotations:\n${quotes.map((quote) => `  - quote: ${quote}\n    tags: [a]\n`).join('')}`;
    const { archive, host, text } = await openArchive({ [SIDECAR_PATH]: hand(['rain', 'snow']) });
    assert.equal(text.annotations.length, 2);
    archive.openDocument(TEXT_PATH, TEXT);
    archive.editDocument(TEXT_PATH, [{ start: TEXT.length, removed: 0, inserted: 'x' }], () => '');
    host.put(SIDECAR_PATH, hand(['snow', 'rain']));
    await archive.refresh([SIDECAR_PATH]);
    assert.deepEqual(
      text.annotations.map(({ anchor }) => anchor.state),
      ['orphan', 'exact'],
    );
  });

  it('shifts mentions and annotations as a fresh reading places them', async () => {
    // Every word of the text is another one, so that no passage has a like one.
    const words = Array.from({ length: 90 }, (_, i) => `w${i}x${(i * 7919) % 97}`);
    const names = ['Mara Lind', 'Ad-Dawah', 'Basra'];
    const source = words
      .map(
        (word, i) => (i % 31 === 15 ? `${word} ${names[(i - 15) / 31] ?? ''}` : word) + (i % 11 === 10 ? '.\n\n' : ' '),
      )
      .join('');
    const quotes = ['w2x', 'w20x', 'w50x', 'w88x'].map((start) => {
      const at = source.indexOf(start);
      return { start: at, end: source.indexOf(' ', at + 12) };
    });
    const base = await openArchive({ [TEXT_PATH]: source });
    await decide(base, annotate(base.text, quotes, { tags: ['claim'] }, { by: null, on: null }));
    const sidecar = base.host.text(SIDECAR_PATH);
    const edit = fc.record({
      at: fc.nat(),
      removed: fc.nat(12),
      inserted: fc.constantFrom('', 'new', ' ', '\n\n', 'Basra', 'B', 'Mara ', '.', 'é', '\r\n'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), async (edits, rereadBetween) => {
        const { archive, text } = await openArchive({ [TEXT_PATH]: source, [SIDECAR_PATH]: sidecar });
        assert(text.annotations.every(({ anchor }) => anchor.state === 'exact'));
        assert.equal(text.mentions.length, 3);
        archive.openDocument(TEXT_PATH, source);
        for (const { at, removed, inserted } of edits) {
          const start = at % (text.text.length + 1);
          const change: TextChange = { start, removed: Math.min(removed, text.text.length - start), inserted };
          archive.editDocument(TEXT_PATH, [change], () => '');
          const fresh = await openArchive({ [TEXT_PATH]: text.text });
          assert.deepEqual(mentions(text), mentions(fresh.text), 'mentions right behind the edit');
          if (rereadBetween) archive.rereadDocument(TEXT_PATH);
        }
        archive.rereadDocument(TEXT_PATH);
        const fresh = await openArchive({ [TEXT_PATH]: text.text, [SIDECAR_PATH]: sidecar });
        assert.deepEqual(text.posts, fresh.text.posts);
        assert.deepEqual(mentions(text), mentions(fresh.text));
        text.annotations.forEach(({ anchor, annotation }, i) => {
          const expected = fresh.text.annotations[i]?.anchor;
          if (expected?.state === 'exact') {
            assert.deepEqual(anchor, expected);
            return;
          }
          // Where a fresh reading is in doubt, the edits may tell more: the passage that was followed, or nothing.
          if (anchor.state === 'exact')
            assert.equal(
              text.text.slice(anchor.span?.start, anchor.span?.end).replace(/\r\n?/g, '\n'),
              annotation.quote,
            );
          else assert.notEqual(anchor.state, 'ambiguous');
        });
        archive.dispose();
      }),
      trials(60),
    );
  });
});
