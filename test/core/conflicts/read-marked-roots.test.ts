import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OpenArchive } from '../../../src/core/archive/open-archive';
import { checkArchive } from '../../../src/core/check/check';
import { readManifestOrMarked, readRegistryOrMarked } from '../../../src/core/conflicts/read-marked-roots';
import { readManifest } from '../../../src/core/entities/manifest';
import { readRegistry } from '../../../src/core/entities/registry';
import { addAlias, addEntity } from '../../../src/core/entities/write-registry';
import { conflicted } from '../../support/conflicted';
import { MemoryHost } from '../../support/memory-host';
import { trials } from '../../support/trials';

const ids = (...records: readonly (readonly { readonly id: string }[])[]) => [
  ...new Set(records.flatMap((list) => list.map(({ id }) => id))),
];

describe('a registry with conflict markers', () => {
  it('has the entities that either side has, each once, and says where they stand', () => {
    fc.assert(
      fc.property(
        conflicted.filter(({ fork }) => fork.shape.kind === 'registry'),
        ({ text, stages }) => {
          const { entities, byId, writable } = readRegistryOrMarked(text);
          const known = new Set(entities.map(({ id }) => id));
          assert.equal(known.size, entities.length);
          // What both sides have nobody has taken out; and nobody is there whom no side has.
          const [ours, theirs] = [readRegistry(stages.ours).entities, readRegistry(stages.theirs).entities];
          const common = ids(ours).filter((id) => ids(theirs).includes(id));
          for (const id of common) assert.ok(known.has(id), id);
          for (const id of known) assert.ok(ids(ours, theirs).includes(id), id);
          assert.equal(byId.size, entities.length);
          assert.equal(writable, false);
          for (const { id, record, place } of entities) {
            assert.match(text.slice(record.start, record.end), new RegExp(`id: ["']?${id}`));
            assert.deepEqual(place, record);
          }
        },
      ),
      trials(50),
    );
  });

  it('is not written, and says why', () => {
    const registry = readRegistryOrMarked(REGISTRY);
    const [oran] = registry.entities;
    assert.ok(oran);
    for (const written of [
      addAlias(registry, oran, 'The captain'),
      addEntity(registry, { id: 'new', name: 'New', type: 'person' }),
    ]) {
      assert.ok(!written.ok);
      assert.match(written.why, /conflict markers/);
    }
  });
});

describe('a codebook with conflict markers', () => {
  it('keeps its rules, and the tags of both sides', () => {
    fc.assert(
      fc.property(
        conflicted.filter(({ fork }) => fork.shape.kind === 'codebook'),
        ({ text, stages }) => {
          const manifest = readManifestOrMarked(text);
          const [ours, theirs] = [readManifest(stages.ours), readManifest(stages.theirs)];
          const known = ids(manifest.tags);
          assert.equal(known.length, manifest.tags.length);
          for (const id of ids(ours.tags).filter((tag) => ids(theirs.tags).includes(tag)))
            assert.ok(known.includes(id));
          const files = ({ archives }: typeof manifest) => archives.map((rule) => rule.files);
          for (const rule of files(ours)) if (files(theirs).includes(rule)) assert.ok(files(manifest).includes(rule));
          assert.equal(manifest.writable, false);
        },
      ),
      trials(50),
    );
  });
});

const REGISTRY = `postgloss: 1
entities:
  - id: oran
    name: Oran
    type: person
<<<<<<< HEAD
    description: A captain
=======
    description: The captain
  - id: velmora
    name: Velmora
    type: place
>>>>>>> side
`;

const MANIFEST = `postgloss: 1
archives:
  - files: "*.txt"
tags:
<<<<<<< HEAD
  - id: claim
=======
  - id: evidence
>>>>>>> side
`;

describe('an archive whose registry and codebook are in conflict', () => {
  it('still shows its texts, mentions and tags, and reports the conflicts and nothing else', async () => {
    const host = new MemoryHost({
      'postgloss.yaml': MANIFEST,
      'entities.gloss.yaml': REGISTRY,
      'harbour.txt': 'Oran left Velmora.\n',
      'harbour.txt.gloss.yaml':
        'postgloss: 1\nannotations:\n  - quote: left\n    tags:\n      - claim\n      - evidence\n    entity: oran\n',
    });
    const archive = new OpenArchive(host);
    try {
      await archive.open();
      const [text] = archive.texts;
      assert.deepEqual(
        text?.mentions.map(({ entity }) => entity.name),
        ['Oran', 'Oran', 'Velmora'],
      );
      assert.deepEqual(ids(archive.manifest.tags), ['claim', 'evidence']);
      assert.deepEqual(
        checkArchive(archive)
          .filter(({ severity }) => severity === 'error')
          .map(({ path, code }) => [path, code]),
        [
          ['postgloss.yaml', 'conflict-markers'],
          ['entities.gloss.yaml', 'conflict-markers'],
        ],
      );
    } finally {
      archive.dispose();
    }
  });
});
