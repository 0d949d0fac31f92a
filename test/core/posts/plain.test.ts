import assert from 'node:assert/strict';
import { readPathFacts } from '../../../src/core/posts/path-facts';
import { readPosts } from '../../../src/core/posts/read-posts';
import { summary } from './text';

describe('a plain text', () => {
  it('is one post from its first to its last line that is not blank', () => {
    const source = '\ufeff\n  Ships wait.\n\nThey sail.\n\n';
    const { format, header, posts } = readPosts(source, { path: 'notes/Harbour log.txt' });
    const empty = { start: 2, end: 2 };
    assert.deepEqual([format, header], ['plain', null]);
    assert.deepEqual(posts, [
      {
        id: 'undated/harbour-log',
        title: null,
        date: null,
        source: null,
        author: null,
        authors: [],
        span: { start: 2, end: 27 },
        header: empty,
        body: { start: 2, end: 27 },
        places: { title: null, date: null, source: null, author: null },
      },
    ]);
  });

  it('has its date and name in its path', () => {
    assert.equal(readPosts('Text.', { path: 'a/2016-05-04-closed.txt' }).posts[0]?.id, '2016-05-04/closed');
    assert.equal(readPosts('Text.').posts[0]?.id, 'undated/untitled');
  });

  it('has no post when it is blank', () => {
    for (const blank of ['', '\ufeff', ' \n\u00a0\r\n\t', '\r\r']) assert.deepEqual(readPosts(blank).posts, []);
  });

  it('has a title only where it is Markdown', () => {
    const source = 'Intro\n\n# The harbour is closed\n\nShips wait.';
    assert.deepEqual(summary(source, { path: 'a/closed.md' }), ['- | The harbour is closed | - | - | 1-5']);
    assert.deepEqual(summary(source, { path: 'a/closed.txt' }), ['- | - | - | - | 1-5']);
    assert.equal(readPosts(source, { path: 'x.markdown' }).posts[0]?.id, 'undated/the-harbour-is-closed');
  });

  it('has no heading in code, nor a rule for one', () => {
    for (const source of [
      '```\n# no\n```',
      '~~~~\n~~~\n# no\n~~~~',
      '    # no',
      '#no',
      '## no',
      '#',
      '===',
      'a\n\n===',
      '> a\n===',
      '```\n# no',
    ]) {
      assert.equal(readPosts(source, { path: 'a.md' }).posts[0]?.title, null, source);
    }
    assert.equal(readPosts('```\n# no\n```\n# C#', { path: 'a.md' }).posts[0]?.title, 'C#');
  });

  it('is what a text is read as when somebody says so', () => {
    assert.equal(readPosts('---\ntitle: x\n---\n', { format: 'plain' }).posts[0]?.title, null);
  });
});

describe('readPathFacts', () => {
  for (const [path, date, name] of [
    ['2016-05-04-closed.md', '2016-05-04', 'closed'],
    ['a/2016-05-04_closed.md', '2016-05-04', 'closed'],
    ['a/2016_05_04_closed.md', '2016-05-04', 'closed'],
    ['a/2016-05-04.md', '2016-05-04', null],
    ['a/2016-05-04-closed/index.md', '2016-05-04', 'closed'],
    ['a/2016-05-04/_index.md', '2016-05-04', null],
    ['a/2016/05/04/closed.md', '2016-05-04', 'closed'],
    ['a/2016/05/04/closed/index.md', '2016-05-04', 'closed'],
    ['2015/01/01/2016-05-04-closed.md', '2016-05-04', 'closed'],
    ['a/2016-02-30-closed.md', null, '2016-02-30-closed'],
    ['a/2016/13/04/closed.md', null, 'closed'],
    ['a/12016-05-041.md', null, '12016-05-041'],
    ['a/closed.tar.gz', null, 'closed.tar'],
    ['.hidden', null, '.hidden'],
    ['index.md', null, null],
    ['', null, null],
  ] as const) {
    it(`reads ${JSON.stringify(path)}`, () => assert.deepEqual(readPathFacts(path), { date, name }));
  }
});
