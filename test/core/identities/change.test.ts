import assert from 'node:assert/strict';
import { takeBack } from '../../../src/core/decide/take-back';
import { changeIdentity } from '../../../src/core/identities/parts';
import { previewIdentityChange } from '../../../src/core/identities/preview';
import { change, count, links, mentions, open, refusal, REGISTRY, type Opened } from './support';

const ENTITIES = `postgloss: 1
# Who is who.
entities:
  - id: mara-lind
    name: Mara Lind
    type: person
    aliases:
      - Lind   # as the papers have it
      - M. Lind
    description: Keeper of the light
    links:
      wikidata: Q1
    born: "1950"
  # of the office
  - id: lind
    name: Captain Lind
    type: organization
    aliases:
      - Lind
      - the captain
    not:
      - Linden
      - M. Lind
    description: Sailed the Albatross
    links:
      wikidata: Q2
      site: https://lind.example
    born: "1951"
    rank: captain
  - id: lindau
    name: Lindau
    type: place
`;

const TEXT = 'Lind spoke. Mara Lind and the captain met in Lindau. M. Lind left, Lind stayed. Captain Lind. Lind!\n';

const record = (id: string, quote: string, at: number, rest: string) =>
  `  - id: ${id}\n    quote: ${quote}\n    before: "${TEXT.slice(Math.max(0, at - 12), at)}"\n    after: "${TEXT.slice(at + quote.length, at + quote.length + 12).replace('\n', '\\n')}"\n${rest}    # of ${id}\n`;
const at = (n: number) => [...TEXT.matchAll(/\bLind\b/g)][n]?.index ?? -1;

const SIDECAR = `postgloss: 1
annotations:
${record('a1', 'Lind', at(0), '    entity: lind\n')}${record('a2', 'Lind', at(3), '    not: lind\n')}${record('a3', 'Lind', at(3), '    tags:\n      - claim\n    entity: mara-lind\n')}${record('a4', 'Lindau', TEXT.indexOf('Lindau'), '    not: lindau\n    note: The town, not the lake.\n')}`;

const archive = (files: Readonly<Record<string, string>> = {}) =>
  open({ [REGISTRY]: ENTITIES, 'a.md': TEXT, 'a.md.gloss.yaml': SIDECAR, 'b.md': 'Lind again.\n', ...files });

/** The record of an entity in a registry, comments included. */
const recordOf = (text: string | undefined | null, id: string) =>
  (text ?? '').split(/^ {2}(?=- id: )/m).find((part) => part.startsWith(`- id: ${id}\n`)) ?? '';

describe('renaming an entity', () => {
  it('gives it another name, keeps the old one as an alias, and touches no sidecar', async () => {
    const opened = await archive();
    const before = mentions(opened);
    const files = await change(opened, { kind: 'rename', entity: 'mara-lind', name: 'Mara J. Lind', keepName: true });
    assert.deepEqual(Object.keys(files), [REGISTRY]);
    const expected = ENTITIES.replace('name: Mara Lind', 'name: Mara J. Lind').replace(
      '      - M. Lind\n    desc',
      '      - M. Lind\n      - Mara Lind\n    desc',
    );
    assert.equal(files[REGISTRY], expected);
    assert.deepEqual(mentions(opened), before);
  });

  it('trades places with an alias, there and back to the same bytes', async () => {
    const opened = await archive();
    const rename = (name: string) =>
      change(opened, { kind: 'rename' as const, entity: 'mara-lind', name, keepName: true });
    await rename('M. Lind');
    assert.match(
      opened.host.text(REGISTRY) ?? '',
      /name: M\. Lind\n[^]*- Lind {3}# as the papers have it\n {6}- Mara Lind\n {4}desc/,
    );
    await rename('Mara Lind');
    assert.equal(opened.host.text(REGISTRY), ENTITIES);
  });

  it('loses the mentions of the old name where it is not kept, and says how many', async () => {
    const opened = await archive();
    const what = { kind: 'rename' as const, entity: 'mara-lind', name: 'Mara J. Lind', keepName: false };
    assert.equal(previewIdentityChange(opened.archive, what).mentions, 1);
    const before = mentions(opened);
    await change(opened, what);
    // “Lind” is still found in it.
    assert.equal(mentions(opened).length, before.length);
    await change(opened, { ...what, name: 'Mara Lind' });
    assert.equal(opened.host.text(REGISTRY), ENTITIES);
  });

  it('gives it another id, which all annotations follow, and back to the same bytes', async () => {
    const opened = await archive();
    const what = { kind: 'rename' as const, entity: 'lind', id: 'captain-lind', keepName: true };
    const { annotations, files: count } = previewIdentityChange(opened.archive, what);
    assert.deepEqual([annotations, count], [2, 1]);
    const before = mentions(opened);
    const files = await change(opened, what);
    assert.deepEqual(Object.keys(files), ['a.md.gloss.yaml', REGISTRY]);
    assert.equal(files[REGISTRY], ENTITIES.replace('- id: lind\n', '- id: captain-lind\n'));
    assert.equal(
      files['a.md.gloss.yaml'],
      SIDECAR.replace('entity: lind\n', 'entity: captain-lind\n').replace('not: lind\n', 'not: captain-lind\n'),
    );
    assert.deepEqual(
      mentions(opened),
      before.map((line) => {
        const [path, span, ids = ''] = line.split(' ');
        const now = ids.split('|').map((id) => (id === 'lind' ? 'captain-lind' : id));
        return `${path} ${span} ${now.sort().join('|')}`;
      }),
    );
    await change(opened, { kind: 'rename', entity: 'captain-lind', id: 'lind', keepName: true });
    assert.equal(opened.host.text(REGISTRY), ENTITIES);
    assert.equal(opened.host.text('a.md.gloss.yaml'), SIDECAR);
  });

  it('keeps what an entity without a name goes by', async () => {
    const opened = await open({ [REGISTRY]: 'postgloss: 1\nentities:\n  - id: Sela\n', 'a.md': 'Sela sings.\n' });
    await change(opened, { kind: 'rename', entity: 'Sela', id: 'sela-orr', keepName: true });
    assert.equal(opened.host.text(REGISTRY), 'postgloss: 1\nentities:\n  - id: sela-orr\n    name: Sela\n');
    assert.equal(count(opened, 'sela-orr'), 1);
  });

  it('refuses ids that are taken or none, and names without a letter', async () => {
    const opened = await archive();
    const id = (to: string) => refusal(opened, { kind: 'rename', entity: 'lind', id: to, keepName: true });
    assert.match(id('mara-lind'), /“mara-lind” already\. Merge/);
    assert.match(id('two words'), /cannot be an id/);
    assert.match(refusal(opened, { kind: 'rename', entity: 'nobody', id: 'x', keepName: true }), /no entity “nobody”/);
    assert.match(refusal(opened, { kind: 'rename', entity: 'lind', name: ' – ', keepName: true }), /letter or a digit/);
  });
});

describe('merging entities', () => {
  const what = { kind: 'merge' as const, entities: ['lind'], into: 'mara-lind' };

  it('unites the spellings, fills what is missing, and says what is lost', async () => {
    const opened = await archive();
    const { merged, mentions: moved } = previewIdentityChange(opened.archive, what);
    assert.deepEqual(merged?.conflicts, [
      { field: 'type', kept: 'person', lost: 'organization' },
      { field: 'wikidata', kept: 'Q1', lost: 'Q2' },
      { field: 'born', kept: '1950', lost: '1951' },
    ]);
    assert.deepEqual(
      merged.described.map(({ id }) => id),
      ['lind'],
    );
    assert.deepEqual(merged.disputed, ['M. Lind']);
    assert.equal(moved, count(opened, 'lind'));
    await change(opened, what);
    assert.equal(
      recordOf(opened.host.text(REGISTRY), 'mara-lind'),
      `- id: mara-lind
    name: Mara Lind
    type: person
    aliases:
      - Lind   # as the papers have it
      - M. Lind
      - Captain Lind
      - the captain
    not:
      - Linden
    description: |-
      Keeper of the light
      Sailed the Albatross
    links:
      wikidata: Q1
      site: https://lind.example
    born: "1950"
    rank: captain
  # of the office
`,
    );
    assert.equal(recordOf(opened.host.text(REGISTRY), 'lind'), '');
    assert.equal(recordOf(opened.host.text(REGISTRY), 'lindau'), recordOf(ENTITIES, 'lindau'));
  });

  it('relinks the annotations, and drops what only told the two apart', async () => {
    const opened = await archive();
    const preview = previewIdentityChange(opened.archive, what);
    assert.deepEqual([preview.annotations, preview.removed, preview.dropped, preview.files], [2, 1, 1, 1]);
    const all = mentions(opened).length;
    await change(opened, what);
    assert.deepEqual(links(opened.host.text('a.md.gloss.yaml')), [
      'a1 entity:mara-lind',
      'a3 entity:mara-lind',
      'a4 not:lindau',
    ]);
    assert.equal(mentions(opened).length, all);
    assert(mentions(opened).every((line) => line.endsWith(' mara-lind')));
    assert.doesNotMatch(opened.host.text('a.md.gloss.yaml') ?? '', /(?:entity|not): lind\n/);
  });

  it('keeps a decision against both, once', async () => {
    const both =
      SIDECAR + record('a5', 'Lind', at(5), '    not: lind\n') + record('a6', 'Lind', at(5), '    not: mara-lind\n');
    const opened = await archive({ 'a.md.gloss.yaml': both });
    const before = mentions(opened);
    const preview = previewIdentityChange(opened.archive, what);
    assert.equal(preview.dropped, 1);
    await change(opened, what);
    assert(links(opened.host.text('a.md.gloss.yaml')).includes('a5 not:mara-lind'));
    assert(!links(opened.host.text('a.md.gloss.yaml')).some((line) => line.startsWith('a6')));
    assert.equal(mentions(opened).length, before.length);
  });

  it('drops a decision against the one that stays, where the other was meant', async () => {
    const against = SIDECAR + record('a5', 'Lind', at(5), '    not: mara-lind\n    note: Hm.\n');
    const opened = await archive({ 'a.md.gloss.yaml': against });
    const before = mentions(opened).length;
    await change(opened, what);
    assert(links(opened.host.text('a.md.gloss.yaml')).includes('a5'));
    assert.equal(mentions(opened).length, before);
  });

  it('is taken back as one step, to the same bytes', async () => {
    const opened = await archive();
    const decision = changeIdentity(opened.archive, what);
    assert(decision.ok);
    opened.host.write(decision.edits);
    const back = takeBack(decision.edits, (path) => opened.host.text(path));
    assert(back.ok);
    opened.host.write(back.edits);
    await opened.archive.refresh(null);
    assert.deepEqual(links(opened.host.text('a.md.gloss.yaml')), links(SIDECAR));
    assert.deepEqual(
      recordOf(opened.host.text(REGISTRY), 'mara-lind').replace(/ {2}# of the office\n/, ''),
      recordOf(ENTITIES, 'mara-lind').replace(/ {2}# of the office\n/, ''),
    );
  });

  it('refuses to merge into itself, and what would lose a field', async () => {
    const opened = await archive({ [REGISTRY]: `${ENTITIES}    own:\n      - deep: yes\n` });
    assert.match(refusal(opened, { ...what, entities: ['mara-lind'] }), /into itself/);
    assert.match(refusal(opened, { ...what, entities: ['lindau'] }), /nested too deeply/);
    assert.equal(refusal(opened, { kind: 'merge', entities: ['lind'], into: 'lindau' }), 'done');
  });
});

describe('changing what entities are and go by', () => {
  it('changes the type of several at once', async () => {
    const opened = await archive();
    await change(opened, { kind: 'retype', entities: ['mara-lind', 'lind'], type: 'group' });
    assert.equal(
      opened.host.text(REGISTRY),
      ENTITIES.replace('type: person', 'type: group').replace('type: organization', 'type: group'),
    );
  });

  it('moves an alias, and removes one for good', async () => {
    const opened = await archive();
    const move = { kind: 'move-alias' as const, entity: 'lind', alias: 'the captain', to: 'mara-lind' };
    assert.equal(previewIdentityChange(opened.archive, move).mentions, 1);
    await change(opened, move);
    assert(
      mentions(opened).some(
        (line) => line === `a.md ${TEXT.indexOf('the captain')}-${TEXT.indexOf('the captain') + 11} mara-lind`,
      ),
    );
    await change(opened, { kind: 'remove-alias', entity: 'mara-lind', alias: 'the captain' });
    assert.match(recordOf(opened.host.text(REGISTRY), 'mara-lind'), /not:\n {6}- the captain\n/);
    assert.match(refusal(opened, { ...move, alias: 'Captain Lind' }), /the name itself/);
    assert.match(refusal(opened, { ...move, alias: 'Nobody' }), /no alias of “Captain Lind”/);
  });

  it('takes a rejection back where the spelling comes to an entity after all', async () => {
    const opened = await archive();
    await change(opened, { kind: 'move-alias', entity: 'mara-lind', alias: 'M. Lind', to: 'lind' });
    assert.doesNotMatch(recordOf(opened.host.text(REGISTRY), 'lind').replace(/[^]*not:/, ''), /M\. Lind/);
  });

  it('deletes an entity with what annotations say of it', async () => {
    const opened = await archive();
    const what = { kind: 'delete' as const, entities: ['lind', 'lindau'] };
    const preview = previewIdentityChange(opened.archive, what);
    assert.deepEqual([preview.annotations, preview.removed, preview.files], [3, 2, 1]);
    const files = await change(opened, what);
    assert.deepEqual(links(files['a.md.gloss.yaml']), ['a3 entity:mara-lind', 'a4']);
    assert.match(files['a.md.gloss.yaml'] ?? '', /note: The town, not the lake\./);
    assert.deepEqual(
      opened.archive.registry.entities.map(({ id }) => id),
      ['mara-lind'],
    );
    assert(files[REGISTRY]?.includes('# of the office'), 'a comment above a record may speak of more');
  });
});

describe('files that cannot be written', () => {
  const newer = SIDECAR.replace('postgloss: 1', 'postgloss: 2');
  const rename = { kind: 'rename' as const, entity: 'lind', id: 'x', keepName: true };

  it('keep everything as it is, if the id stands in them', async () => {
    const opened = await archive({ 'a.md.gloss.yaml': newer });
    assert.match(refusal(opened, rename), /a\.md\.gloss\.yaml cannot be written: .*Nothing was changed/);
    // A part of another id is none, and a change of the registry alone does not concern it.
    const elsewhere = newer.replace(/(entity|not): lind\n/g, '$1: lind-2\n');
    assert.equal(refusal(await archive({ 'a.md.gloss.yaml': elsewhere }), rename), 'done');
    assert.equal(refusal(opened, { kind: 'retype', entities: ['lind'], type: 'group' }), 'done');
  });

  it('are named, be it the registry or an entity that is there twice', async () => {
    const twice: Opened = await archive({ [REGISTRY]: `${ENTITIES}  - id: lind\n    name: Second\n` });
    assert.match(refusal(twice, rename), /there twice/);
    const cut = await archive({ [REGISTRY]: ENTITIES.replace('postgloss: 1', 'postgloss: 9') });
    assert.match(refusal(cut, rename), /no entity|entities\.gloss\.yaml cannot be written/);
  });

  it('tell of sidecars without a text, which stay', async () => {
    const opened = await archive({ 'gone.md.gloss.yaml': SIDECAR });
    assert.deepEqual(previewIdentityChange(opened.archive, rename).strays, ['gone.md.gloss.yaml']);
  });
});
