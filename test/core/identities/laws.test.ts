import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { IdentityChange, Splitting } from '../../../src/core/identities/change';
import { previewIdentityChange } from '../../../src/core/identities/preview';
import { countSpellings, linkedAnnotations, spellingsByPost } from '../../../src/core/identities/splittable';
import { readSidecar } from '../../../src/core/sidecar/read-sidecar';
import { trials } from '../../support/trials';
import { change, mentions, open, REGISTRY, type Opened } from './support';

// Archives at random: a few entities that share spellings, posts that use these, and annotations that say who is meant and who is not.

const WORDS = ['Oran', 'Velm', 'Sela', 'Orr', 'Brask', 'Tolv'];
const IDS = ['one', 'two', 'three', 'four'];

interface Said {
  readonly word: number;
  readonly place: number;
  readonly entity: string | null;
  readonly not: string | null;
  readonly scope: boolean;
  readonly tag: boolean;
}

const id = fc.constantFrom(...IDS);
const said: fc.Arbitrary<Said> = fc.record({
  word: fc.nat(WORDS.length - 1),
  place: fc.nat(3),
  entity: fc.option(id),
  not: fc.option(id),
  scope: fc.boolean(),
  tag: fc.boolean(),
});

const archive = fc.record({
  aliases: fc.array(fc.subarray(WORDS), { minLength: 4, maxLength: 4 }),
  posts: fc.array(fc.array(fc.constantFrom(...WORDS, 'One', 'Two', 'spoke'), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 3,
  }),
  said: fc.array(said, { maxLength: 6 }),
});

type Archive = typeof archive extends fc.Arbitrary<infer T> ? T : never;

const nameOf = (own: string) => own.slice(0, 1).toUpperCase() + own.slice(1);

function build({ aliases, posts, said: all }: Archive): Promise<Opened> {
  const registry = IDS.map((own, i) => {
    const list = aliases[i] ?? [];
    const lines = list.length > 0 ? `    aliases:\n${list.map((alias) => `      - ${alias}\n`).join('')}` : '';
    return `  - id: ${own}\n    name: ${nameOf(own)}\n    type: person\n${lines}`;
  }).join('');
  const files: Record<string, string> = { [REGISTRY]: `postgloss: 1\nentities:\n${registry}` };
  posts.forEach((words, i) => {
    const text = `---\ntitle: Post ${i}\ndate: 2020-01-0${i + 1}\n---\n\n${words.map((word, n) => `${n} ${word}.`).join(' ')}\n`;
    files[`p${i}.md`] = text;
    const records = all.flatMap(({ word, place, entity, not, scope, tag }, n) => {
      const quote = WORDS[word] ?? '';
      const places = words.flatMap((other, at) => (other === quote ? [at] : []));
      const at = places[place % Math.max(1, places.length)];
      if (at === undefined || (entity === null && not === null && !tag) || n % posts.length !== i) return [];
      return [
        `  - id: r${n}\n    quote: ${quote}\n    before: "${at} "\n    after: ". ${at + 1}"\n` +
          (tag ? '    tags:\n      - claim\n' : '') +
          (entity === null ? '' : `    entity: ${entity}\n`) +
          (not === null ? '' : `    not: ${not}\n`) +
          (scope ? '    scope: post\n' : ''),
      ];
    });
    if (records.length > 0) files[`p${i}.md.gloss.yaml`] = `postgloss: 1\nannotations:\n${records.join('')}`;
  });
  return open(files);
}

/** The ids that the annotations of an archive name. */
const cited = ({ archive }: Opened) =>
  new Set(archive.texts.flatMap(({ sidecar }) => sidecar.annotations.flatMap(({ entity, not }) => [entity, not])));

const sidecars = ({ archive, host }: Opened) =>
  archive.texts.map(({ path }) => host.text(`${path}.gloss.yaml`) ?? 'none');

const pair = fc.uniqueArray(id, { minLength: 2, maxLength: 2 });

describe('changes of identities', () => {
  it('leave nothing that names an entity which was merged or deleted', async () => {
    await fc.assert(
      fc.asyncProperty(archive, pair, fc.boolean(), async (files, [from = '', into = ''], merges) => {
        const opened = await build(files);
        const what: IdentityChange = merges
          ? { kind: 'merge', entities: [from], into }
          : { kind: 'delete', entities: [from] };
        const preview = previewIdentityChange(opened.archive, what);
        const before = sidecars(opened).map((text) => readSidecar(text).annotations.length);
        await change(opened, what);
        assert(!cited(opened).has(from));
        assert(!opened.archive.registry.byId.has(from));
        const after = sidecars(opened).map((text) => readSidecar(text).annotations.length);
        const sum = (all: number[]) => all.reduce((a, b) => a + b, 0);
        assert.equal(sum(before) - sum(after), preview.removed);
      }),
      trials(120),
    );
  });

  it('find in a merged entity whatever meant one of the two, and take nothing from the others', async () => {
    await fc.assert(
      fc.asyncProperty(archive, pair, async (files, [from = '', into = '']) => {
        // Without decisions about them, what is found depends on the registry alone.
        const opened = await build({ ...files, said: [] });
        const before = mentions(opened);
        const owners = new Map<string, Set<string>>();
        for (const { id: own, name, aliases } of opened.archive.registry.entities) {
          for (const text of [name, ...aliases]) {
            owners.set(text, (owners.get(text) ?? new Set()).add(own === from ? into : own));
          }
        }
        await change(opened, { kind: 'merge', entities: [from], into });
        const after = mentions(opened);
        const place = (line: string) => line.split(' ').slice(0, 2).join(' ');
        assert.deepEqual(after.map(place), before.map(place));
        for (const { alias, entity, others } of opened.archive.texts.flatMap((text) => text.mentions)) {
          // The rest of a post may make clear which of its owners a spelling means; no other one comes in.
          const may = owners.get(alias ?? '') ?? new Set();
          assert([entity, ...others].every((owner) => may.has(owner.id)));
        }
      }),
      trials(120),
    );
  });

  it('keep the place of every mention that somebody linked, through a merge', async () => {
    await fc.assert(
      fc.asyncProperty(archive, pair, async (files, [from = '', into = '']) => {
        const opened = await build({ ...files, said: files.said.map((one) => ({ ...one, not: null, scope: false })) });
        const linked = () =>
          new Set(
            opened.archive.texts.flatMap((text) =>
              text.mentions
                .filter(({ decided }) => decided)
                .map(({ path, span, entity }) => `${path} ${span.start} ${entity.id === from ? into : entity.id}`),
            ),
          );
        const before = linked();
        await change(opened, { kind: 'merge', entities: [from], into });
        assert.deepEqual(linked(), before);
      }),
      trials(120),
    );
  });

  it('give the same mentions when what was split is merged again', async () => {
    const taken = fc.record({
      spellings: fc.subarray(WORDS),
      shared: fc.subarray(WORDS),
      all: fc.infiniteStream(fc.boolean()),
    });
    await fc.assert(
      fc.asyncProperty(archive, taken, async (files, { spellings, shared, all }) => {
        // Nobody else has a say: what a person says of a post is stronger than that somebody else goes by the name.
        // Nor does anybody contradict what was said of a name: to say whom it means then takes the place of one of the two.
        const own = {
          ...files,
          aliases: [files.aliases[0] ?? [], [], [], []],
          said: files.said
            .filter(({ word }, i, list) => list.findIndex((other) => other.word === word) === i)
            .map((one) => ({ ...one, entity: one.entity === null || one.not !== null ? null : 'one' })),
        };
        const opened = await build(own);
        const { archive } = opened;
        const known = countSpellings(archive, 'one').map(({ text }) => text);
        const chosen = spellings.filter((text) => known.includes(text));
        const [name] = chosen;
        if (name === undefined) return;
        const both = shared.filter((text) => chosen.includes(text));
        const kept = known.filter((text) => !chosen.includes(text) || both.includes(text));
        const some = <T>(list: readonly T[]) => list.filter(() => all.next().value);
        const split: Splitting = {
          ...{
            kind: 'split',
            entity: 'one',
            made: { id: 'new', name, type: 'person' },
            spellings: chosen,
            shared: both,
          },
          annotations: some(linkedAnnotations(archive, 'one')),
          posts: some(spellingsByPost(archive, 'one', kept)),
          signature: { by: null, on: null },
        };
        const before = mentions(opened);
        const preview = previewIdentityChange(archive, split);
        const records = sidecars(opened).map((text) => readSidecar(text).annotations.length);
        await change(opened, split);
        const now = sidecars(opened).map((text) => readSidecar(text).annotations.length);
        const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
        assert(sum(now) - sum(records) <= preview.added, 'no more records are made than were said');
        for (const { path, post, spelling } of split.posts) {
          const text = archive.text(path);
          const there = text?.mentions.filter(
            ({ span, alias }) => alias === spelling && text.postAt(span.start)?.id === post,
          );
          assert(there?.some(({ entity }) => entity.id === 'new'));
        }
        await change(opened, { kind: 'merge', entities: ['new'], into: 'one' });
        assert.deepEqual(mentions(opened), before);
      }),
      trials(150),
    );
  });

  it('keep a mention that is nobody’s, where the rest of its post goes to the new entity', async () => {
    const opened = await build({
      aliases: [['Sela', 'Tolv'], [], [], []],
      posts: [['Tolv', 'Tolv', 'Oran']],
      said: [{ word: 5, place: 0, entity: null, not: 'one', scope: false, tag: false }],
    });
    const before = mentions(opened);
    assert.equal(before.length, 1);
    await change(opened, {
      kind: 'split',
      entity: 'one',
      made: { id: 'new', name: 'Sela', type: 'person' },
      spellings: ['Sela'],
      shared: [],
      annotations: [],
      posts: spellingsByPost(opened.archive, 'one', ['Tolv']),
      signature: { by: null, on: null },
    });
    assert.deepEqual(mentions(opened), [before[0]?.replace('one', 'new')]);
    await change(opened, { kind: 'merge', entities: ['new'], into: 'one' });
    assert.deepEqual(mentions(opened), before);
  });

  it('give the same bytes when an id is given and taken back, and whatever else in between', async () => {
    await fc.assert(
      fc.asyncProperty(archive, id, async (files, entity) => {
        const opened = await build(files);
        const before = [opened.host.text(REGISTRY), ...sidecars(opened)];
        await change(opened, { kind: 'rename', entity, id: 'another', name: 'Another', keepName: false });
        assert(!cited(opened).has(entity));
        assert.notDeepEqual([opened.host.text(REGISTRY), ...sidecars(opened)], before);
        await change(opened, { kind: 'rename', entity: 'another', id: entity, name: nameOf(entity), keepName: false });
        assert.deepEqual([opened.host.text(REGISTRY), ...sidecars(opened)], before);
      }),
      trials(80),
    );
  });
});
