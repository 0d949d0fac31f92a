import assert from 'node:assert/strict';
import { entityPage } from '../../../src/core/entity-page/entity-page';
import { openArchive, TEXT, TEXT_PATH } from '../../support/archive';
import { SIDECAR_PATH } from '../../support/archive';

const REGISTRY = `postgloss: 1
entities:
  - id: basra
    name: Basra
    type: place
    aliases:
      - the port
      - Bassorah
  - id: the-call
    name: The Call
    type: organization
  - id: mara-lind
    name: Mara Lind
    type: person
  - id: jon-vey
    name: Jon Vey
    type: person
`;

const UNDATED = `---
title: A letter
---

Bassorah slept. The Call did not.
`;

async function page(id: string, files: Readonly<Record<string, string>> = {}) {
  const manifest = 'postgloss: 1\narchives:\n  - files: "archives/*.txt"\n  - files: "notes/*.md"\n';
  const { archive } = await openArchive({
    'postgloss.yaml': manifest,
    'entities.gloss.yaml': REGISTRY,
    'notes/letter.md': UNDATED,
    ...files,
  });
  const found = entityPage(archive, id);
  assert.ok(found);
  return found;
}

describe('the page of an entity', () => {
  it('knows nothing of an entity that is not there', async () => {
    const { archive } = await openArchive();
    assert.equal(entityPage(archive, 'nobody'), null);
    assert.equal(entityPage(archive, '__proto__'), null);
  });

  it('counts each spelling, the unused ones too', async () => {
    const { mentions, spellings } = await page('basra');
    assert.deepEqual(
      spellings.map(({ text, mentions: count }) => [text, count]),
      [
        ['Basra', 3],
        ['the port', 0],
        ['Bassorah', 1],
      ],
    );
    assert.equal(mentions, 4);
  });

  it('counts what a person linked apart', async () => {
    const sidecar = 'postgloss: 1\nannotations:\n  - id: a1\n    quote: the new bridge\n    entity: basra\n';
    const { spellings } = await page('basra', { [SIDECAR_PATH]: sidecar });
    assert.deepEqual(spellings.at(-1), { text: null, mentions: 1 });
  });

  it('lists posts, the newest first, and counts those without a date apart', async () => {
    const { posts, undated, outside } = await page('basra');
    assert.deepEqual(
      posts.map(({ path, post, mentions }) => [path, post?.date ?? null, mentions.length]),
      [
        [TEXT_PATH, '2017-06-01', 2],
        [TEXT_PATH, '2016-05-04', 1],
        ['notes/letter.md', null, 1],
      ],
    );
    assert.deepEqual([undated, outside], [1, 0]);
  });

  it('counts what stands in no post apart', async () => {
    const text = TEXT.replace('Posts tagged ‘Harbour’', 'Posts tagged ‘Basra’');
    const { outside, mentions } = await page('basra', { [TEXT_PATH]: text });
    assert.deepEqual([outside, mentions], [1, 5]);
  });

  it('says with whom it is mentioned in the same posts, and in how many', async () => {
    const { companions } = await page('basra');
    assert.deepEqual(
      companions.map(({ entity, posts }) => [entity.id, posts]),
      [
        ['the-call', 3],
        ['jon-vey', 1],
        ['mara-lind', 1],
      ],
    );
  });

  it('lists the annotations that link it, deny it, or lie on a passage that names it', async () => {
    const sidecar = `postgloss: 1
annotations:
  - id: a1
    quote: The Call replied at once
    tags:
      - claim
  - id: a2
    quote: The Call
    after: " returns"
    not: the-call
  - id: a3
    quote: break barriers
    entity: the-call
  - id: a4
    quote: in the rain
    tags:
      - claim
  - id: a5
    quote: nowhere to be found in it
    entity: the-call
`;
    const { annotations } = await page('the-call', { [SIDECAR_PATH]: sidecar });
    assert.deepEqual(
      annotations.map(({ annotation, relation, post }) => [annotation.id, relation, post?.date ?? null]),
      [
        ['a3', 'linked', '2016-05-04'],
        ['a1', 'mentions', '2016-05-04'],
        ['a2', 'not', '2017-06-01'],
        ['a5', 'linked', null],
      ],
    );
  });
});
