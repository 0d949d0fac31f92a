import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRegistry } from '../../../src/core/entities/registry';
import { ignoreNames, rejectAlias } from '../../../src/core/entities/write-rejections';
import { mergeTexts } from '../../../src/core/merge/merge-texts';
import {
  acceptNames,
  acceptSpellings,
  meansInPost,
  rejectNames,
  rejectSpellings,
} from '../../../src/core/suggest/decide';
import { openSuggestions } from '../../../src/core/suggest/open';
import { inTurns } from '../../../src/core/suggest/slices';
import { suggestAll } from '../../../src/core/suggest/suggest';
import { suggestAliases } from '../../../src/core/suggest/suggest-aliases';
import { suggestEntities } from '../../../src/core/suggest/suggest-entities';
import { decide, openArchive, TEXT_PATH, spanOf } from '../../support/archive';
import { textOf, VELMORA } from './data/archive';

const REGISTRY = `# Who is who
postgloss: 1
entities:
  - id: orhani
    name: Qasem Orhani
    type: person
    aliases: [Orhani]
  # The town
  - id: tarsund
    name: Tarsund
    type: place
`;

const { byId } = readRegistry(REGISTRY);
const entity = (id: string) => byId.get(id) ?? assert.fail(id);

function written(result: ReturnType<typeof ignoreNames>): string {
  assert(result.ok);
  return result.text;
}

const open = (registry: string) =>
  openArchive({ 'entities.gloss.yaml': registry, [TEXT_PATH]: VELMORA, [`${TEXT_PATH}.gloss.yaml`]: null });

describe('rejections in the registry', () => {
  it('stand at their entity, and change no other line', () => {
    const once = written(rejectAlias(readRegistry(REGISTRY), entity('tarsund'), 'Tarsunt'));
    assert.equal(once, `${REGISTRY}    not:\n      - Tarsunt\n`);
    const twice = readRegistry(once);
    assert.equal(written(rejectAlias(twice, entity('tarsund'), 'Tarsunt')), once);
    assert.deepEqual(twice.byId.get('tarsund')?.not, ['Tarsunt']);
    const flow = written(rejectAlias(readRegistry(REGISTRY), entity('orhani'), 'Ourhani: the second'));
    assert.equal(flow, REGISTRY.replace('[Orhani]\n', '[Orhani]\n    not:\n      - "Ourhani: the second"\n'));
  });

  it('of names stand behind the entities', () => {
    const once = written(ignoreNames(readRegistry(REGISTRY), ['Green Gate', 'Guard', 'Guard']));
    assert.equal(once, `${REGISTRY}ignored:\n  - Green Gate\n  - Guard\n`);
    const more = written(ignoreNames(readRegistry(once), ['Guard', 'yes']));
    assert.equal(more, `${once}  - "yes"\n`);
    assert.deepEqual(readRegistry(more).ignored, ['Green Gate', 'Guard', 'yes']);
    assert.deepEqual(readRegistry(more).problems, []);
  });

  it('are refused where the file cannot be written, and leave it as it is', () => {
    for (const text of [
      'postgloss: 2\nentities: []\n',
      '{postgloss: 1, entities: []}\n',
      'postgloss: 1\nentities: []\nignored: {a: b}\n',
    ]) {
      const result = ignoreNames(readRegistry(text), ['Guard']);
      assert.equal(result.ok, false, text);
    }
  });

  it('go when the spelling becomes an alias after all', async () => {
    const opened = await open(written(rejectAlias(readRegistry(REGISTRY), entity('tarsund'), 'Tarsunt')));
    await decide(opened, acceptSpellings(opened.archive, [{ entity: 'tarsund', text: 'Tarsunt' }]));
    const now = opened.archive.registry.byId.get('tarsund');
    assert.deepEqual([now?.aliases, now?.not], [['Tarsunt'], []]);
  });

  it('of two people are put together, and are no conflict', () => {
    const base = written(ignoreNames(readRegistry(REGISTRY), ['Green Gate']));
    const side = (names: string[], spelling: string) => {
      const rejected = written(rejectAlias(readRegistry(base), entity('tarsund'), spelling));
      return written(ignoreNames(readRegistry(rejected), names));
    };
    const merged = mergeTexts(
      { base, ours: side(['Guard'], 'Tarsunt'), theirs: side(['Elena', 'Guard'], 'Tarsand') },
      { path: 'entities.gloss.yaml' },
    );
    assert(merged.kind === 'merged');
    const { ignored, entities } = readRegistry(merged.text);
    assert.deepEqual([...ignored].sort(), ['Elena', 'Green Gate', 'Guard']);
    assert.deepEqual([...(entities[1]?.not ?? [])].sort(), ['Tarsand', 'Tarsunt']);
  });

  it('add names to any registry, and keep every other line of it', () => {
    const name = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.constantFrom('a: b', '- x', '#', 'null', '“Q”', 'é\n'),
    );
    const tail = fc.constantFrom(
      '',
      '\n',
      '# the end\n',
      'ignored:\n- Old\n',
      'ignored: [Old, "b"]\n',
      'ignored: Old # by jo\n',
      'ignored:\nother: 1\n',
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), tail, fc.boolean(), (names, end, crlf) => {
        const source = `${REGISTRY}${end}`.replaceAll('\n', crlf ? '\r\n' : '\n');
        const before = readRegistry(source);
        const result = ignoreNames(before, names);
        if (!result.ok) return;
        const after = readRegistry(result.text);
        assert.deepEqual(after.ignored, [...new Set([...before.ignored, ...names])]);
        assert.ok(result.text.startsWith(REGISTRY.replaceAll('\n', crlf ? '\r\n' : '\n').trimEnd()));
        assert.deepEqual(
          after.entities.map(({ id }) => id),
          ['orhani', 'tarsund'],
        );
      }),
    );
  });
});

describe('deciding about suggestions', () => {
  it('a rejected spelling is suggested for the entity no more, and a name of its own may be', async () => {
    const opened = await open(REGISTRY);
    const texts = [textOf(VELMORA)];
    const has = () => suggestAliases(texts, opened.archive.registry).some(({ text }) => text === 'Tarsunt');
    const named = () => suggestEntities(texts, opened.archive.registry).some(({ text }) => text === 'Tarsunt');
    assert.deepEqual([has(), named()], [true, false]);
    await decide(opened, rejectSpellings(opened.archive, [{ entity: 'tarsund', text: 'Tarsunt' }]));
    assert.deepEqual([has(), named()], [false, true]);
    await decide(opened, rejectNames(opened.archive, ['Tarsunt']));
    assert.deepEqual([has(), named()], [false, false]);
  });

  it('several at once are one edit', async () => {
    const opened = await open(REGISTRY);
    const decision = acceptSpellings(opened.archive, [
      { entity: 'tarsund', text: 'Tarsunt' },
      { entity: 'orhani', text: 'Kassem Ourhani' },
    ]);
    assert(decision.ok);
    assert.equal(decision.edits.length, 1);
    await decide(opened, decision);
    assert.deepEqual(
      opened.archive.registry.entities.map(({ aliases }) => aliases),
      [['Orhani', 'Kassem Ourhani'], ['Tarsunt']],
    );
  });

  it('are refused as a whole where one of them cannot be', async () => {
    const opened = await open(REGISTRY);
    const decision = acceptSpellings(opened.archive, [
      { entity: 'tarsund', text: 'Tarsunt' },
      { entity: 'nobody', text: 'X' },
    ]);
    assert.equal(decision.ok, false);
  });

  it('makes a registry where there is none', async () => {
    const opened = await openArchive({ 'entities.gloss.yaml': null });
    await decide(
      opened,
      acceptNames(opened.archive, [{ id: 'jon-vey', name: 'Jon Vey', type: 'person', aliases: ['Vey'] }]),
    );
    assert.equal(
      opened.host.text('entities.gloss.yaml'),
      'postgloss: 1\nentities:\n  - id: jon-vey\n    name: Jon Vey\n    type: person\n    aliases:\n      - Vey\n',
    );
  });

  it('a spelling that means an entity in one post is suggested for the others still', async () => {
    const opened = await openArchive();
    const { text } = opened;
    const span = spanOf(text.text, 'Vey', 1);
    await decide(opened, meansInPost(text, span, 'mara-lind', { by: null, on: null }));
    const found = text.mentions.filter(({ inPost }) => inPost);
    assert.deepEqual(
      found.map((mention) => [text.text.slice(mention.span.start, mention.span.end), mention.entity.id]),
      [
        ['Vey', 'mara-lind'],
        ['Vey', 'mara-lind'],
      ],
    );
    assert.match(text.sidecarText ?? '', /quote: Vey\n[^]*entity: mara-lind\n {4}scope: post\n/);
  });

  it('leaves open what is neither accepted nor rejected, without a new computation', async () => {
    const opened = await open(REGISTRY);
    const { archive } = opened;
    const all = await inTurns(
      suggestAll([textOf(VELMORA)], archive.registry),
      () => Promise.resolve(true),
      () => 0,
      1,
    );
    assert(all);
    const aliases = () => openSuggestions(all, archive.registry).aliases.map(({ text }) => text);
    const names = () => openSuggestions(all, archive.registry).entities.map(({ text }) => text);
    assert.ok(aliases().includes('Tarsunt') && names().includes('Velmora'));
    assert.deepEqual(openSuggestions(all, archive.registry), all);
    const before = opened.host.text('entities.gloss.yaml');
    await decide(opened, acceptSpellings(archive, [{ entity: 'tarsund', text: 'Tarsunt' }]));
    await decide(opened, rejectNames(archive, ['Velmora']));
    assert.ok(!aliases().includes('Tarsunt') && !names().includes('Velmora'));
    const edits = [
      { path: 'entities.gloss.yaml', before: opened.host.text('entities.gloss.yaml'), after: before ?? '' },
    ];
    await decide(opened, { ok: true, edits });
    assert.ok(aliases().includes('Tarsunt') && names().includes('Velmora'), 'they come back with an undo');
  });
});

describe('suggestions in slices', () => {
  it('are those that are made at once', async () => {
    const texts = [textOf(VELMORA), textOf(VELMORA.replaceAll('Orhani', 'Orhanni'), 'b.txt')];
    const registry = readRegistry(REGISTRY);
    let turns = 0;
    const clock = () => turns++;
    const all = await inTurns(suggestAll(texts, registry), () => Promise.resolve(true), clock, 1);
    assert.ok(turns > 20);
    assert.deepEqual(all, { aliases: suggestAliases(texts, registry), entities: suggestEntities(texts, registry) });
  });

  it('stop when nobody waits for them any more', async () => {
    let pauses = 0;
    const all = await inTurns(
      suggestAll([textOf(VELMORA)], readRegistry(REGISTRY)),
      () => Promise.resolve(++pauses < 3),
      () => pauses,
      0,
    );
    assert.deepEqual([all, pauses], [null, 3]);
  });
});
