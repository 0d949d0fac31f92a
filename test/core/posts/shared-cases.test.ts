import assert from 'node:assert/strict';
import { findArchives, setUpArchive } from '../../../src/core/decide/set-up-archive';
import { readPosts } from '../../../src/core/posts/read-posts';
import { MemoryHost } from '../../support/memory-host';
import { sharedCase } from '../../support/shared-cases';

describe('archives of other people', () => {
  it('with titles that end as sentences lose no post', function () {
    const { 'a.txt': text = '' } = sharedCase(this, 'bare-titles-with-full-stop');
    const dates = readPosts(text, { path: 'a.txt' }).posts.map(({ date }) => date ?? '');
    assert.deepEqual([dates.length, dates], [7, [...dates].sort().reverse()]);
  });

  it('with a source of one word before its authors tell the two apart', function () {
    const { 'a.txt': text = '' } = sharedCase(this, 'fused-one-word-source');
    const { posts } = readPosts(text, { path: 'a.txt' });
    assert.deepEqual(
      posts.map(({ source }) => source),
      posts.map(() => 'Kurier'),
    );
    assert.equal(posts.filter(({ author }) => author !== null).length, 5);
  });

  it('that are declared to have posts have them, where their days stand above titles', function () {
    const { 'a.txt': text = '' } = sharedCase(this, 'declared-archive-without-posts');
    const { posts, problems } = readPosts(text, { path: 'a.txt', format: 'post-archive' });
    assert.deepEqual(
      [posts.length, posts.every(({ title, author, date }) => title && author && date), problems],
      [2, true, []],
    );
  });

  it('that names and folders date are offered at set-up', async function () {
    const found = await findArchives(new MemoryHost(sharedCase(this, 'set-up-dated-names')));
    const [manifest] = setUpArchive(found, true);
    assert.match(
      manifest?.after ?? '',
      /archives:\n {2}- files: "blog\/\*\*\/index\.md"\n {2}- files: "notes\/\*\.md"\n/,
    );
  });
});
