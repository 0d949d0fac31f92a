import assert from 'node:assert/strict';
import { findOccurrences, type Subject } from '../../../src/core/bulk/occurrences';
import { decideAll, type BulkPart } from '../../../src/core/bulk/part';
import {
  annotationsOfOccurrences,
  annotationsWithTag,
  removeFromAnnotations,
} from '../../../src/core/bulk/remove-from-occurrences';
import { tagOccurrences, tagPlaces } from '../../../src/core/bulk/tag-occurrences';
import type { FileEdit } from '../../../src/core/decision';
import { readSidecar } from '../../../src/core/sidecar/read-sidecar';
import { openArchive, SIDECAR_PATH, spanOf, TEXT, TEXT_PATH, type Opened } from '../../support/archive';
import { harbourArchive } from '../../support/harbour-archive';
import { itSlow } from '../../support/trials';

const SIGNED = { by: 'jo', on: '2026-11-22' };
const EVERYWHERE = { kind: 'archive' } as const;
const NOTE = 'archives/note.txt';
const word = (text: string): Subject => ({ kind: 'text', query: { text, wholeWord: true, matchCase: true } });

function edits(parts: readonly BulkPart[]): readonly FileEdit[] {
  const decision = decideAll(parts);
  assert(decision.ok, decision.ok ? '' : decision.why);
  return decision.edits;
}

async function write({ host, archive }: Opened, parts: readonly BulkPart[]): Promise<void> {
  host.write(edits(parts));
  await archive.refresh(parts.map(({ path }) => path));
}

const quotes = ({ archive }: Opened) =>
  archive.texts.flatMap(({ path, annotations }) =>
    annotations.map(({ annotation }) => `${path}: ${annotation.quote} [${annotation.tags.join(' ')}]`),
  );

describe('tagging occurrences', () => {
  it('tags each place in each file, and finds every one of them again', async () => {
    const opened = await openArchive({ [NOTE]: 'The Call said nothing. The Call left.' });
    const { archive } = opened;
    const found = findOccurrences(archive, word('The Call'), EVERYWHERE);
    const parts = tagOccurrences(archive, found, ['claim'], SIGNED);
    assert.deepEqual(
      parts.map(({ path }) => path),
      [SIDECAR_PATH, `${NOTE}.gloss.yaml`],
    );
    await write(opened, parts);
    assert.deepEqual(
      archive.texts.flatMap(({ path, annotations }) =>
        annotations.map(({ anchor }) => [path, anchor.state, anchor.span]),
      ),
      found.map(({ path, span }) => [path, 'exact', span]),
    );
    assert.deepEqual(edits(tagOccurrences(archive, found, ['claim'], SIGNED)), []);
  });

  it('adds the tag to what is annotated already, in the order of the text, and leaves the rest of the file alone', async () => {
    const record = '  - id: h1\n    quote: The Call\n    after: replied at once\n    tags: [question] # mine\n';
    const byHand = '  - quote: The Call\n    before: May 4, 2016\n    tags:\n      - old\n';
    const not = '  - id: n1\n    quote: The Call\n    after: returns\n    not: the-call\n';
    const before = `postgloss: 1\n# kept\nannotations:\n${record}${not}`;
    const opened = await openArchive({ [SIDECAR_PATH]: before });
    const found = findOccurrences(opened.archive, word('The Call'), EVERYWHERE);
    assert.equal(found.length, 2);
    await write(opened, tagOccurrences(opened.archive, found, ['claim'], SIGNED));
    const text = opened.host.text(SIDECAR_PATH) ?? '';
    assert(text.includes(not) && text.startsWith('postgloss: 1\n# kept\nannotations:\n  - id: h1\n'), text);
    assert.deepEqual(
      readSidecar(text).annotations.map(({ id, tags }) => [id === 'h1' || id === 'n1' ? id : 'new', tags]),
      [
        ['h1', ['question', 'claim']],
        ['n1', []],
        ['new', ['claim']],
      ],
    );
    assert(!text.includes(byHand));
  });

  it('completes a record that was written by hand', async () => {
    const opened = await openArchive({
      [SIDECAR_PATH]: 'postgloss: 1\nannotations:\n  - quote: break barriers\n    tags: [mine]\n',
    });
    const parts = tagOccurrences(
      opened.archive,
      findOccurrences(opened.archive, word('break barriers'), EVERYWHERE),
      ['claim'],
      SIGNED,
    );
    await write(opened, parts);
    const [annotation, ...others] = readSidecar(opened.host.text(SIDECAR_PATH) ?? '').annotations;
    assert.equal(others.length, 0);
    assert.match(annotation?.id ?? '', /^[a-z0-9]{8}$/);
    assert.deepEqual(annotation?.tags, ['mine', 'claim']);
  });

  it('refuses places of a text that has changed since, and a sidecar that cannot be written', async () => {
    const opened = await openArchive();
    const found = findOccurrences(opened.archive, word('Basra'), EVERYWHERE);
    const parts = tagOccurrences(opened.archive, found, ['claim'], SIGNED);
    opened.archive.openDocument(TEXT_PATH, `A line more.\n${TEXT}`);
    const changed = decideAll(parts);
    assert(!changed.ok && changed.why.includes('has changed since'));

    const newer = await openArchive({ [SIDECAR_PATH]: 'postgloss: 2\nannotations: []\n' });
    const refused = decideAll(tagOccurrences(newer.archive, found, ['claim'], SIGNED));
    assert(!refused.ok && refused.why.includes(SIDECAR_PATH) && refused.why.includes('version'));
  });

  itSlow('costs hardly more for a thousand places than for a few', async () => {
    const filler = 'the quick brown fox jumps over a lazy dog beside the old wall of the town and '.repeat(12);
    const words = Array.from({ length: 1000 }, (_, i) => `${filler}${i} Oran went home.`).join(' ');
    const opened = await openArchive({ [TEXT_PATH]: words });
    const found = findOccurrences(opened.archive, word('Oran'), EVERYWHERE);
    assert.equal(found.length, 1000);
    const start = process.cpuUsage();
    await write(opened, tagOccurrences(opened.archive, found, ['claim'], SIGNED));
    await write(opened, tagOccurrences(opened.archive, found, ['question'], SIGNED));
    assert(process.cpuUsage(start).user < 8_000_000);
    assert(opened.text.annotations.every(({ annotation }) => annotation.tags.length === 2));
    assert(opened.text.annotations.every(({ anchor }, i) => anchor.span?.start === found[i]?.span.start));
  });

  it('takes no places as nothing to do', async () => {
    const { text } = await openArchive();
    assert.deepEqual(tagPlaces(text, [], ['claim'], SIGNED), { ok: true, edits: [] });
    const twice = tagPlaces(text, [spanOf(TEXT, 'rain'), spanOf(TEXT, 'rain')], ['claim'], SIGNED);
    assert(twice.ok && readSidecar(twice.edits[0]?.after ?? '').annotations.length === 1);
  });
});

describe('removing from occurrences', () => {
  it('takes a tag from the places of a subject, and what then says nothing altogether: the way back', async () => {
    const opened = await openArchive({ [NOTE]: 'The Call said nothing.' });
    const { archive } = opened;
    const found = findOccurrences(archive, word('The Call'), EVERYWHERE);
    await write(opened, tagOccurrences(archive, found, ['claim'], SIGNED));
    await write(opened, tagOccurrences(archive, found.slice(0, 1), ['question'], SIGNED));
    await write(
      opened,
      tagOccurrences(archive, findOccurrences(archive, word('Basra'), EVERYWHERE), ['claim'], SIGNED),
    );
    const some = annotationsOfOccurrences(archive, word('The Call'), EVERYWHERE);
    assert.equal(some.length, found.length);
    await write(opened, removeFromAnnotations(archive, some, 'claim'));
    assert.deepEqual(quotes(opened), [
      `${TEXT_PATH}: The Call [question]`,
      `${TEXT_PATH}: Basra [claim]`,
      `${TEXT_PATH}: Basra [claim]`,
      `${TEXT_PATH}: Basra [claim]`,
    ]);
    await write(
      opened,
      removeFromAnnotations(archive, annotationsOfOccurrences(archive, word('The Call'), EVERYWHERE), null),
    );
    assert.equal(quotes(opened).length, 3);
  });

  it('lists the annotations of a tag, also those whose place is gone', async () => {
    const archive = await harbourArchive();
    const rumours = annotationsWithTag(archive, 'rumour', EVERYWHERE);
    assert.deepEqual(
      rumours.map(({ annotation, span, post }) => [annotation.id, span, post?.id]),
      [['gone', null, '2016-05-04/the-harbour-is-closed']],
    );
    assert.equal(annotationsWithTag(archive, 'claim', EVERYWHERE).length, 1);
    const selection = { kind: 'selection', path: 'archives/harbour.txt', spans: [{ start: 0, end: 1e6 }] } as const;
    assert.equal(annotationsWithTag(archive, 'rumour', selection).length, 0);
    const [edit] = edits(removeFromAnnotations(archive, rumours, 'rumour'));
    assert.equal(edit?.before?.replace(/ {2}- id: gone\n(?: {4}.*\n)*/, ''), edit?.after);
  });

  it('refuses when an annotation cannot be told for sure any more', async () => {
    const record = (quote: string, id = '') => `  - ${id}quote: ${quote}\n    tags: [claim]\n`;
    const opened = await openArchive({
      [SIDECAR_PATH]: `postgloss: 1\nannotations:\n${record('rain')}${record('bridge', 'id: b\n    ')}`,
    });
    const all = annotationsWithTag(opened.archive, 'claim', EVERYWHERE);
    const parts = removeFromAnnotations(opened.archive, all, 'claim');
    opened.host.put(SIDECAR_PATH, `postgloss: 1\nannotations:\n${record('Basra')}${record('bridge', 'id: b\n    ')}`);
    await opened.archive.refresh([SIDECAR_PATH]);
    const decision = decideAll(parts);
    assert(!decision.ok && decision.why.includes('has changed'));
    const named = all.filter(({ annotation }) => annotation.id === 'b');
    assert.equal(edits(removeFromAnnotations(opened.archive, named, null)).length, 1);
  });
});
