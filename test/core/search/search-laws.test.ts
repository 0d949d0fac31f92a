import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { OpenArchive } from '../../../src/core/archive/open-archive';
import type { Query } from '../../../src/core/query/query';
import { search } from '../../../src/core/search/search';
import { trials } from '../../support/trials';
import { query } from './query';
import { archives, opened, queries } from './random-archives';
import { referenceAnswer } from './reference';

function answer(archive: OpenArchive, asked: Query): string[] {
  const { places, entities, total } = search(archive, asked);
  assert.equal(total, asked.show === 'entities' ? entities.length : places.length);
  const lines = places.map(({ kind, text, index, placed, mention }) => {
    if (kind === 'post') return `${text.path} ${index}`;
    if (kind === 'passage') return `${text.path} ${placed?.annotation.id ?? ''}`;
    return `${text.path} ${mention?.span.start ?? ''} ${mention?.entity.id ?? ''}`;
  });
  const tallied = entities.map(
    ({ entity, posts, mentions, first, last }) => `${entity.id} ${posts} ${mentions} ${first ?? '-'} ${last ?? '-'}`,
  );
  return [...lines, ...tallied].sort();
}

describe('searching', () => {
  it('finds what the plainest evaluation finds, in random archives', () =>
    fc.assert(
      fc.asyncProperty(archives, fc.array(queries, { minLength: 1, maxLength: 20 }), async (files, texts) => {
        const { archive } = await opened(files);
        for (const text of texts) {
          const asked = query(text);
          assert.deepEqual(answer(archive, asked), referenceAnswer(archive, asked), text);
        }
      }),
      trials(100),
    ));

  it('finds with a kept query what a new one finds, after any change', () =>
    fc.assert(
      fc.asyncProperty(archives, archives, queries, async (before, after, text) => {
        const { archive, host } = await opened(before);
        const asked = query(text);
        answer(archive, asked);
        for (const path of new Set([...Object.keys(before), ...Object.keys(after)]))
          host.put(path, after[path] ?? null);
        await archive.refresh(null);
        assert.deepEqual(answer(archive, asked), answer(archive, query(text)));
      }),
      trials(50),
    ));
});
