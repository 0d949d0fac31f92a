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
});
