import assert from 'node:assert/strict';
import { readRegistry } from '../../../src/core/entities/registry';
import type { Splitting } from '../../../src/core/identities/change';
import { mergeEntities } from '../../../src/core/identities/merged-entity';
import { registryChange } from '../../../src/core/identities/registry-change';

const REGISTRY = readRegistry(`postgloss: 1
entities:
  - id: lind
    name: Lind
    aliases: [Captain Lind]
    match: folded
  - id: mara
    name: Mara Lind
`);
const [LIND, MARA] = REGISTRY.entities;

describe('how names are found', () => {
  it('stays with the entity that others are merged into, and is named as lost', () => {
    assert(LIND && MARA);
    assert.deepEqual(mergeEntities(REGISTRY, MARA, [LIND]).conflicts, [
      { field: 'match', kept: 'exact', lost: 'folded' },
    ]);
    assert.deepEqual(mergeEntities(REGISTRY, LIND, [MARA]).conflicts, [
      { field: 'match', kept: 'folded', lost: 'exact' },
    ]);
    assert.equal('match' in mergeEntities(REGISTRY, MARA, [LIND]).fields, false);
  });

  it('goes along with the spellings that become another entity', () => {
    const split: Splitting = {
      kind: 'split',
      entity: 'lind',
      made: { id: 'captain', name: 'Captain Lind', type: 'person' },
      spellings: ['Captain Lind'],
      shared: [],
      annotations: [],
      posts: [],
      signature: { by: 'jo', on: '2026-11-22' },
    };
    assert.deepEqual(
      [split, { ...split, entity: 'mara' }].map((change) => registryChange(REGISTRY, change).added?.[0]?.match),
      ['folded', 'exact'],
    );
  });
});
