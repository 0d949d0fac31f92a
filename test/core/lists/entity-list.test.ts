import assert from 'node:assert/strict';
import { listEntities, postsMentioning } from '../../../src/core/lists/entity-list';
import { postLabel } from '../../../src/core/lists/post-list';
import { harbourArchive } from '../../support/harbour-archive';

describe('the list of entities', () => {
  it('has known types first, then the archive’s own; in each the most mentioned first, the unmentioned last', async () => {
    const groups = listEntities(await harbourArchive()).map(({ type, entities }) => [
      type,
      ...entities.map(({ entity, mentions }) => `${entity.name} ${mentions}`),
    ]);
    assert.deepEqual(groups, [
      ['person', 'Qasim Oran 3', 'Mara Linden 0'],
      ['organization', 'Port Office 2'],
      ['place', 'Velmora 4'],
      ['ship', 'Albatross 0'],
    ]);
  });

  it('gathers mentions by post, the newest first', async () => {
    const found = postsMentioning(await harbourArchive(), 'oran').map(({ path, post, mentions }) =>
      post ? `${postLabel({ path, post })} ${mentions.length}` : path,
    );
    assert.deepEqual(found, ['A captain’s last voyage 2', 'The harbour is closed 1']);
  });

  it('keeps mentions outside of posts apart, last', async () => {
    const registry = 'postgloss: 1\nentities:\n  - id: harbour\n    name: Harbour\n';
    const archive = await harbourArchive({ 'entities.gloss.yaml': registry });
    const found = postsMentioning(archive, 'harbour');
    assert.equal(found.at(-1)?.post, null);
    assert.equal(found.at(-1)?.mentions.length, 1);
  });

  it('knows nothing of an entity that is not there', async () => {
    assert.deepEqual(postsMentioning(await harbourArchive(), 'nobody'), []);
  });

  it('counts and lists a mention that may mean several entities for each of them', async () => {
    const registry = `postgloss: 1
entities:
  - { id: oran, name: Qasim Oran, type: person, aliases: [Oran] }
  - { id: ilse, name: Ilse Oran, type: person, aliases: [Oran] }
`;
    const archive = await harbourArchive({ 'entities.gloss.yaml': registry });
    const [people] = listEntities(archive);
    assert.deepEqual(
      people?.entities.map(({ entity, mentions }) => [entity.id, mentions]),
      [
        ['oran', 3],
        ['ilse', 2],
      ],
    );
    const [post] = postsMentioning(archive, 'ilse');
    assert.deepEqual(
      post?.mentions.map(({ entity, others }) => [entity, ...others].map(({ id }) => id)),
      [
        ['oran', 'ilse'],
        ['oran', 'ilse'],
      ],
    );
  });
});
