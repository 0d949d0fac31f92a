import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OpenArchive } from '../../../src/core/archive/open-archive';
import { takeBack } from '../../../src/core/decide/take-back';
import { knownTags } from '../../../src/core/bulk/known-tags';
import { changeTag, movedTag, previewTagChange, type TagChange } from '../../../src/core/bulk/tag-change';
import { readManifest } from '../../../src/core/entities/manifest';
import type { Decision } from '../../../src/core/decision';
import { readSidecar } from '../../../src/core/sidecar/read-sidecar';
import { MemoryHost } from '../../support/memory-host';
import { trials } from '../../support/trials';

const CODEBOOK = `postgloss: 1
archives:
  - files: "*.txt"
# The tags.
tags:
  - id: claim
    description: Somebody asserts something
    color: blue
    since: 2016   # an unknown field
  # of claims
  - id: claim/unsourced
  - id: evidence
  - id: question
`;

const record = (id: string, tags: string, rest = '') =>
  `  - id: ${id}\n    quote: ${id}\n    tags: [${tags}]\n    colour: grey # unknown\n${rest}`;

const FIRST = `postgloss: 1\nannotations:\n${record('a1', 'claim')}${record('a2', 'evidence', '    # above a3\n')}${record('a3', 'claim/unsourced, rumour', '    note: Why?\n')}${record('a4', 'evidence, claim')}`;
const SECOND = `postgloss: 1\nannotations:\n${record('b1', 'rumour')}${record('b2', 'claims, claim/unsourced/anonymous')}`;

interface Opened {
  readonly host: MemoryHost;
  readonly archive: OpenArchive;
}

async function open(files: Readonly<Record<string, string>> = {}): Promise<Opened> {
  const host = new MemoryHost({
    'postgloss.yaml': CODEBOOK,
    'a.txt': 'a1 a2 a3 a4',
    'a.txt.gloss.yaml': FIRST,
    'b.txt': 'b1 b2',
    'b.txt.gloss.yaml': SECOND,
    'c.txt': 'nothing',
    ...files,
  });
  const archive = new OpenArchive(host);
  await archive.open();
  return { host, archive };
}

/** Changes a tag, and gives the files that became others. */
async function change({ host, archive }: Opened, what: TagChange): Promise<Record<string, string>> {
  const decision = changeTag(archive, what);
  assert(decision.ok, decision.ok ? '' : decision.why);
  host.write(decision.edits);
  await archive.refresh(null);
  return Object.fromEntries(decision.edits.map(({ path, after }) => [path, after]));
}

const why = (decision: Decision) => (decision.ok ? 'done' : decision.why);
const all = (text: string, from: string, to: string) => text.replaceAll(from, to);

describe('changing a tag across an archive', () => {
  it('renames it with its kinds, in the codebook and in all annotations, and touches nothing else', async () => {
    const opened = await open();
    const what: TagChange = { kind: 'rename', tag: 'claim', to: 'assertion' };
    const preview = previewTagChange(opened.archive, what);
    assert.deepEqual(preview, { tags: 2, annotations: 4, files: 2, both: 0, removed: 0 });
    const files = await change(opened, what);
    assert.deepEqual(Object.keys(files), ['postgloss.yaml', 'a.txt.gloss.yaml', 'b.txt.gloss.yaml']);
    assert.equal(files['postgloss.yaml'], all(CODEBOOK, 'id: claim', 'id: assertion'));
    const tags = (text = '') => readSidecar(text).annotations.map((annotation) => annotation.tags.join(' '));
    assert.deepEqual(tags(files['a.txt.gloss.yaml']), [
      'assertion',
      'evidence',
      'assertion/unsourced rumour',
      'evidence assertion',
    ]);
    assert.deepEqual(tags(files['b.txt.gloss.yaml']), ['rumour', 'claims assertion/unsourced/anonymous']);
    assert(files['a.txt.gloss.yaml']?.includes(record('a2', 'evidence', '    # above a3\n')));
  });

  it('gives back the same bytes when it is renamed back', async () => {
    const block = (text: string) =>
      text.replace(/tags: \[(.*)\]/g, (_, list: string) =>
        ['tags:', ...list.split(', ').map((tag) => `      - ${tag}`)].join('\n'),
      );
    const before = { 'a.txt.gloss.yaml': block(FIRST), 'b.txt.gloss.yaml': block(SECOND) };
    const opened = await open(before);
    await change(opened, { kind: 'rename', tag: 'claim', to: 'assertion' });
    assert.deepEqual(await change(opened, { kind: 'rename', tag: 'assertion', to: 'claim' }), {
      'postgloss.yaml': CODEBOOK,
      ...before,
    });
  });

  it('moves it under another one, and to the top', async () => {
    const opened = await open();
    assert.equal(movedTag('claim/unsourced', 'evidence'), 'evidence/unsourced');
    assert.equal(movedTag('claim', 'evidence'), 'evidence/claim');
    const to = movedTag('claim/unsourced', null);
    assert.equal(to, 'unsourced');
    const files = await change(opened, { kind: 'rename', tag: 'claim/unsourced', to });
    assert.equal(files['postgloss.yaml'], all(CODEBOOK, 'claim/unsourced', 'unsourced'));
    assert(files['b.txt.gloss.yaml']?.includes('unsourced/anonymous'));
  });

  it('merges one into another: an annotation that has both keeps one', async () => {
    const opened = await open();
    const what: TagChange = { kind: 'merge', tag: 'claim', into: 'evidence' };
    assert.deepEqual(previewTagChange(opened.archive, what), {
      tags: 2,
      annotations: 4,
      files: 2,
      both: 1,
      removed: 0,
    });
    const files = await change(opened, what);
    // What the codebook says of the tag that stays, stays.
    assert.deepEqual(
      readManifest(files['postgloss.yaml'] ?? '').tags.map(({ id, color }) => [id, color]),
      [
        ['evidence/unsourced', null],
        ['evidence', null],
        ['question', null],
      ],
    );
    assert(files['postgloss.yaml']?.includes('# The tags.\n') && files['postgloss.yaml'].includes('  # of claims\n'));
    assert.deepEqual(
      readSidecar(files['a.txt.gloss.yaml'] ?? '').annotations.map(({ tags }) => tags),
      [['evidence'], ['evidence'], ['evidence/unsourced', 'rumour'], ['evidence']],
    );
  });

  it('merges a tag into a kind of it, and a kind into what it is a kind of', async () => {
    const down = await open();
    const files = await change(down, { kind: 'merge', tag: 'claim', into: 'claim/unsourced' });
    assert.deepEqual(
      readManifest(files['postgloss.yaml'] ?? '').tags.map(({ id }) => id),
      ['claim/unsourced', 'evidence', 'question'],
    );
    assert(!('b.txt.gloss.yaml' in files));
    const up = await open();
    const upwards = await change(up, { kind: 'merge', tag: 'claim/unsourced', into: 'claim' });
    assert.equal(upwards['postgloss.yaml'], CODEBOOK.replace('  - id: claim/unsourced\n', ''));
    assert(upwards['b.txt.gloss.yaml']?.includes('claim/anonymous'));
  });

  it('renames and merges tags that the codebook does not have, and puts them into those it has', async () => {
    const opened = await open();
    const renamed = await change(opened, { kind: 'rename', tag: 'rumour', to: 'claim/hearsay' });
    assert.deepEqual(Object.keys(renamed), ['a.txt.gloss.yaml', 'b.txt.gloss.yaml']);
    const merged = await change(opened, { kind: 'merge', tag: 'question', into: 'claims' });
    assert.equal(merged['postgloss.yaml'], CODEBOOK.replace('id: question', 'id: claims'));
  });

  it('deletes it with its kinds from the codebook only, or from the annotations too', async () => {
    const opened = await open();
    const only: TagChange = { kind: 'delete', tag: 'claim', annotations: false };
    assert.deepEqual(previewTagChange(opened.archive, only), {
      tags: 2,
      annotations: 0,
      files: 0,
      both: 0,
      removed: 0,
    });
    const kept = changeTag(opened.archive, only);
    assert(kept.ok && kept.edits.length === 1);
    const what: TagChange = { kind: 'delete', tag: 'claim', annotations: true };
    assert.deepEqual(previewTagChange(opened.archive, what), {
      tags: 2,
      annotations: 4,
      files: 2,
      both: 0,
      removed: 1,
    });
    const files = await change(opened, what);
    assert.deepEqual(
      readSidecar(files['a.txt.gloss.yaml'] ?? '').annotations.map(({ id, tags }) => [id, ...tags]),
      [
        ['a2', 'evidence'],
        ['a3', 'rumour'],
        ['a4', 'evidence'],
      ],
    );
    const left = knownTags(opened.archive).map(({ id }) => id);
    assert.deepEqual(left, ['evidence', 'question', 'claims', 'rumour']);
    for (const tag of left) await change(opened, { kind: 'delete', tag, annotations: true });
    assert.deepEqual(readManifest(opened.host.text('postgloss.yaml') ?? '').tags, []);
    assert.deepEqual(
      readSidecar(opened.host.text('a.txt.gloss.yaml') ?? '').annotations.map(({ id }) => id),
      ['a3'],
    );
  });

  it('is undone as one step', async () => {
    const opened = await open();
    const { host, archive } = opened;
    const decision = changeTag(archive, { kind: 'delete', tag: 'claim', annotations: true });
    assert(decision.ok);
    host.write(decision.edits);
    const back = takeBack(decision.edits, (path) => host.text(path));
    assert(back.ok);
    host.write(back.edits);
    assert.deepEqual(readSidecar(host.text('a.txt.gloss.yaml') ?? '').annotations.length, 4);
    assert.deepEqual(
      readManifest(host.text('postgloss.yaml') ?? '').tags.map(({ id }) => id),
      ['claim', 'claim/unsourced', 'evidence', 'question'],
    );
  });

  it('refuses names that are no tags, are taken, or lie below the tag itself', async () => {
    const { archive } = await open();
    const rename = (tag: string, to: string) => why(changeTag(archive, { kind: 'rename', tag, to }));
    assert.match(rename('claim', 'two words'), /“two words” cannot be a tag/);
    assert.match(rename('claim', 'claim'), /is called “claim” already/);
    assert.match(rename('claim', 'evidence'), /“evidence” already. Merge/);
    assert.match(rename('claim', 'rumour'), /“rumour” already/);
    assert.match(rename('claim', 'claim/all'), /kind of “claim” itself/);
    assert.match(rename('nothing', 'all'), /no tag “nothing”/);
    assert.match(rename('claim', 'c'.repeat(115)), /120 characters/);
    assert.match(why(changeTag(archive, { kind: 'merge', tag: 'claim', into: 'nothing' })), /no tag “nothing”/);
    assert.match(why(changeTag(archive, { kind: 'merge', tag: 'claim', into: 'claim' })), /is called “claim” already/);
  });

  it('refuses before anything is written where one of the files cannot be', async () => {
    const rename: TagChange = { kind: 'rename', tag: 'claim', to: 'assertion' };
    const newer = await open({ 'b.txt.gloss.yaml': SECOND.replace('postgloss: 1', 'postgloss: 2') });
    assert.match(why(changeTag(newer.archive, rename)), /^b\.txt\.gloss\.yaml cannot be written: .*version/);
    const broken = await open({ 'b.txt.gloss.yaml': `${SECOND}  - id: [claim\n` });
    assert.match(why(changeTag(broken.archive, rename)), /^b\.txt\.gloss\.yaml cannot be written/);
    const elsewhere = await open({ 'c.txt.gloss.yaml': 'postgloss: 2\nannotations: []\n' });
    assert.equal(why(changeTag(elsewhere.archive, rename)), 'done');
    const codebook = await open({ 'postgloss.yaml': CODEBOOK.replace('postgloss: 1', 'postgloss: 3') });
    assert.match(why(changeTag(codebook.archive, rename)), /^postgloss\.yaml cannot be written/);
  });
});

describe('the tags of an archive', () => {
  it('are those of the codebook as a tree, with what they are kinds of, and then the others', async () => {
    const { archive } = await open({
      'postgloss.yaml': `${CODEBOOK}  - id: claim/sourced\n  - id: money/tax\n`,
    });
    assert.deepEqual(
      knownTags(archive).map(({ id, inCodebook, annotations }) => `${id} ${inCodebook ? 'known' : '–'} ${annotations}`),
      [
        'claim known 2',
        'claim/unsourced known 1',
        'claim/unsourced/anonymous – 1',
        'claim/sourced known 0',
        'evidence known 1'.replace('1', '2'),
        'question known 0',
        'money – 0',
        'money/tax known 0',
        'claims – 1',
        'rumour – 2',
      ],
    );
  });
});

describe('laws of changing tags', () => {
  const part = fc.constantFrom('a', 'b', 'c', 'ä');
  const tag = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  const archive = fc.record({
    codebook: fc.uniqueArray(tag, { maxLength: 6 }),
    annotations: fc.array(fc.uniqueArray(tag, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
  });
  const opened = ({ codebook, annotations }: { codebook: string[]; annotations: string[][] }) => {
    const tags = codebook.map((id) => `  - id: ${id}\n`).join('');
    const list = (items: string[]) => items.map((item) => `      - ${item}\n`).join('');
    const records = annotations
      .map((items, i) => `  - id: r${i}\n    quote: q${i}\n    tags:\n${list(items)}`)
      .join('');
    return open({
      'postgloss.yaml': `postgloss: 1\narchives:\n  - files: a.txt\ntags:${tags === '' ? ' []' : ''}\n${tags}`,
      'a.txt.gloss.yaml': `postgloss: 1\nannotations:\n${records}`,
    });
  };
  const state = ({ archive }: Opened) => ({
    tags: archive.manifest.tags.map(({ id }) => id),
    annotations: archive.texts.flatMap(({ sidecar }) => sidecar.annotations.map(({ id, tags }) => [id, ...tags])),
  });

  it('renaming to a free name and back gives the same bytes, and the preview counts what changes', async () => {
    await fc.assert(
      fc.asyncProperty(archive, tag, async (files, from) => {
        const it = await opened(files);
        const before = [it.host.text('postgloss.yaml'), it.host.text('a.txt.gloss.yaml')];
        const there: TagChange = { kind: 'rename', tag: from, to: 'free' };
        if (!knownTags(it.archive).some(({ id }) => id === from)) {
          assert(!changeTag(it.archive, there).ok);
          return;
        }
        const preview = previewTagChange(it.archive, there);
        const old = state(it);
        await change(it, there);
        const now = state(it);
        assert.equal(
          now.annotations.filter((one, i) => String(one) !== String(old.annotations[i])).length,
          preview.annotations,
        );
        assert.equal(now.tags.filter((id, i) => id !== old.tags[i]).length, preview.tags);
        await change(it, { kind: 'rename', tag: 'free', to: from });
        assert.deepEqual([it.host.text('postgloss.yaml'), it.host.text('a.txt.gloss.yaml')], before);
      }),
      trials(150),
    );
  });

  it('merging leaves no trace of the one, loses no annotation, and doubles no tag', async () => {
    await fc.assert(
      fc.asyncProperty(archive, tag, tag, async (files, from, into) => {
        const it = await opened(files);
        const what: TagChange = { kind: 'merge', tag: from, into };
        if (!changeTag(it.archive, what).ok) return;
        const preview = previewTagChange(it.archive, what);
        const old = state(it);
        await change(it, what);
        const now = state(it);
        assert.deepEqual(
          now.annotations.map(([id]) => id),
          old.annotations.map(([id]) => id),
        );
        // A kind of the one may move to where the one was: `a/b/b`, when `a/b` becomes `a`.
        if (!from.startsWith(`${into}/`)) assert(![...now.tags, ...now.annotations.flat()].includes(from));
        assert.equal(new Set(now.tags).size, now.tags.length);
        for (const one of now.annotations) assert.equal(new Set(one).size, one.length);
        assert.equal(
          now.annotations.filter((one, i) => String(one) !== String(old.annotations[i])).length,
          preview.annotations,
        );
        const had = (tags: readonly (string | null)[] = []) => tags.includes(from) || tags.includes(into);
        assert.deepEqual(
          now.annotations.filter((one) => one.includes(into)).length >= old.annotations.filter(had).length,
          true,
        );
      }),
      trials(150),
    );
  });
});
