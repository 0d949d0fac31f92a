import assert from 'node:assert/strict';
import { readManifest } from '../../../src/core/entities/manifest';
import { describeTag, rewriteTags } from '../../../src/core/entities/write-codebook';
import type { Written } from '../../../src/core/yaml/apply';

const HEAD = 'postgloss: 1\narchives:\n  - files: "*.txt"\n';
const TAGS = `${HEAD}tags:
  - id: claim
    color: blue # not red
  - id: evidence
`;

const text = (written: Written) => (written.ok ? written.text : assert.fail(written.why));

describe('the codebook', () => {
  it('takes on and drops colours and descriptions, and leaves the rest as it is', () => {
    const manifest = readManifest(TAGS);
    assert.equal(text(describeTag(manifest, 'claim', { color: 'red' })), TAGS.replace('blue', 'red'));
    assert.equal(
      text(describeTag(manifest, 'evidence', { description: 'It says: so', color: 'green' })),
      `${TAGS}    description: "It says: so"\n    color: green\n`,
    );
    const without = text(describeTag(manifest, 'claim', { color: null }));
    assert.deepEqual(
      readManifest(without).tags.map(({ id, color }) => [id, color]),
      [
        ['claim', null],
        ['evidence', null],
      ],
    );
    assert.equal(text(describeTag(manifest, 'claim', { color: 'blue' })), TAGS);
    assert.equal(text(describeTag(manifest, 'evidence', { description: '' })), TAGS);
  });

  it('takes in a tag that it lacks, and refuses what cannot be one', () => {
    const manifest = readManifest(TAGS);
    assert.equal(text(describeTag(manifest, 'rumour', { color: 'grey' })), `${TAGS}  - id: rumour\n    color: grey\n`);
    assert.equal(text(describeTag(readManifest(HEAD), 'new', {})), `${HEAD}tags:\n  - id: new\n`);
    assert(!describeTag(manifest, 'two words', { color: 'grey' }).ok);
    assert(!describeTag(readManifest(TAGS.replace('postgloss: 1', 'postgloss: 2')), 'claim', { color: 'red' }).ok);
  });

  it('renames every record of an id, in block style and in flow style', () => {
    const twice = `${TAGS}  - id: claim\n    description: Again\n`;
    const mapping = (tag: string) => (tag === 'claim' ? 'assertion' : tag);
    const renamed = text(rewriteTags(readManifest(twice), mapping));
    // The second was never a tag of its own, and must not become one.
    assert.equal(renamed, TAGS.replace('claim', 'assertion'));
    const flow = `${HEAD}tags: [{ id: claim, color: blue }, { id: evidence }]\n`;
    assert.deepEqual(
      readManifest(text(rewriteTags(readManifest(flow), mapping))).tags.map(({ id, color }) => [id, color]),
      [
        ['assertion', 'blue'],
        ['evidence', null],
      ],
    );
    assert.equal(text(rewriteTags(readManifest(TAGS), () => null)), `${HEAD}tags: []\n`);
    assert.equal(text(rewriteTags(readManifest(TAGS), (tag) => tag)), TAGS);
  });

  it('gives a renamed tag the record of its own, and drops it where another tag has that id or has just got it', () => {
    const four = `${HEAD}tags:
  - id: a
    description: Of a
  - id: b
    color: red
  - id: c
  - id: d
`;
    const renamed = (to: Readonly<Record<string, string | null>>) => {
      const written = text(rewriteTags(readManifest(four), (tag) => (tag in to ? (to[tag] ?? null) : tag)));
      return readManifest(written).tags.map(({ id, description, color }) => [id, description, color]);
    };
    const [a, b, c, d] = [
      ['a', 'Of a', null],
      ['b', null, 'red'],
      ['c', null, null],
      ['d', null, null],
    ];
    assert.deepEqual(renamed({}), [a, b, c, d]);
    assert.deepEqual(renamed({ a: 'b' }), [b, c, d]);
    assert.deepEqual(renamed({ b: 'a' }), [a, c, d]);
    assert.deepEqual(renamed({ a: 'x', b: 'x', c: null }), [['x', 'Of a', null], d]);
    assert.deepEqual(renamed({ a: 'b', b: 'e', d: null }), [['b', 'Of a', null], ['e', null, 'red'], c]);
    assert.deepEqual(renamed({ a: null, b: null, c: null }), [d]);
    assert.deepEqual(
      renamed({ a: 'b', b: 'a' }),
      [
        ['b', 'Of a', null],
        ['a', null, 'red'],
      ].concat([c, d]),
    );
  });

  it('leaves records without an id alone, with unknown fields and comments of the others', () => {
    const odd = `${HEAD}tags:
  - description: Nobody named it
  # about a
  - id: a
    weight: 3 # ours
  - [x]
  - id: b
`;
    assert.equal(
      text(describeTag(readManifest(odd.replace('  - [x]\n', '')), 'b', { color: 'red' })),
      `${odd.replace('  - [x]\n', '')}    color: red\n`,
    );
    const without = odd.replace('  - [x]\n', '');
    assert.equal(
      text(rewriteTags(readManifest(without), (tag) => `${tag}2`)),
      without.replace('id: a', 'id: a2').replace('id: b', 'id: b2'),
    );
    assert.equal(
      text(rewriteTags(readManifest(without), (tag) => (tag === 'a' ? null : tag))),
      without.replace('  - id: a\n    weight: 3 # ours\n', ''),
    );
  });

  it('does not describe a tag in two places, and changes the first record of its id', () => {
    const twice = `${TAGS}  - id: claim\n`;
    assert.equal(
      text(describeTag(readManifest(twice), 'claim', { description: 'Said' })),
      twice.replace('id: claim\n', 'id: claim\n    description: Said\n'),
    );
  });

  it('refuses every change of a codebook of another version, and says why', () => {
    const manifest = readManifest(TAGS.replace('postgloss: 1', 'postgloss: 2'));
    for (const written of [
      describeTag(manifest, 'new', { color: 'red' }),
      describeTag(manifest, 'claim', { color: 'red' }),
      rewriteTags(manifest, () => null),
      rewriteTags(manifest, (tag) => `${tag}s`),
    ]) {
      assert(!written.ok && written.why.includes('version'), JSON.stringify(written));
    }
  });
});
