import assert from 'node:assert/strict';
import { readPosts } from '../../../src/core/posts/read-posts';
import { CLOSED, entry, OPEN, summary, text, titles } from './text';

const BUILT = entry(
  'The harbour is built',
  'March 1, 2016',
  'The harbour is built, Coastal Review, March 1, 2016',
  'Men dig.',
);
const archive = (...parts: string[]) => parts.join('\n\n');

describe('an archive of posts', () => {
  it('is read post by post, from the title to the last line that is not blank', () => {
    assert.deepEqual(summary(`Posts tagged ‘Harbour’\n\n${CLOSED}\n\n\n\n${OPEN}\n \n\u00a0\n`), [
      '2016-05-04 | The harbour is closed | Coastal Review | Mara Lind | 3-9',
      '2016-04-02 | The harbour is open | Coastal Review | - | 13-19',
    ]);
  });

  it('may have a header that belongs to no post, of several lines', () => {
    const source = `\n Posts tagged ‘Harbour’ \nThe Quay\n\n${CLOSED}`;
    const { header } = readPosts(source);
    assert.equal(header && source.slice(header.start, header.end), 'Posts tagged ‘Harbour’ \nThe Quay');
    assert.equal(readPosts(`\n\n${CLOSED}`).header, null);
    assert.equal(readPosts(CLOSED).header, null);
  });

  it('may hold a single post, run upwards in time, and end without a line end', () => {
    assert.deepEqual(titles(CLOSED), ['The harbour is closed']);
    assert.deepEqual(titles(archive(BUILT, OPEN, CLOSED)), [
      'The harbour is built',
      'The harbour is open',
      'The harbour is closed',
    ]);
  });

  it('keeps what precedes the title on its line, and the indentation of the body, apart', () => {
    const source =
      '\ufeff \u00a0The harbour is closed\u00a0\n\nMay 4, 2016\n\nThe harbour is closed, Coastal Review, May 4, 2016\n\n    Verse.\n';
    const [post] = readPosts(source).posts;
    assert.ok(post);
    assert.deepEqual([post.span.start, post.places.title], [3, { start: 3, end: 24 }]);
    assert.equal(source.slice(post.body.start, post.body.end), '    Verse.');
  });

  it('may hold posts without a body', () => {
    const empty = entry('The harbour is mined', 'April 9, 2016', 'The harbour is mined, Coastal Review, April 9, 2016');
    const { posts } = readPosts(archive(CLOSED, empty, OPEN));
    const [, second] = posts;
    assert.ok(second);
    assert.equal(posts.length, 3);
    assert.deepEqual(second.body, { start: second.span.end, end: second.span.end });
    assert.deepEqual(second.header, second.span);
    assert.deepEqual(titles(empty), ['The harbour is mined']);
  });

  it('reads dates in many forms', () => {
    for (const date of [
      'Wednesday, May 4, 2016',
      'May 4th, 2016',
      '4 May 2016',
      'Sept. 4, 2016',
      '2016-05-04',
      '13/05/2016',
    ]) {
      const [post] = readPosts(
        entry('The harbour is closed', date, `The harbour is closed, Coastal Review, ${date}`, 'Text.'),
      ).posts;
      assert.match(post?.date ?? '', /^2016-0[59]-(?:04|13)$/, date);
      assert.equal(post?.source, 'Coastal Review', date);
    }
  });

  it('starts no post at a date inside a body, even alone on its line', () => {
    const body = archive(
      'What happened',
      'May 1, 2016',
      'The harbour, built in 1870, was closed on May 1, 2016',
      'Later',
      'May 2, 2016',
      'It stayed so, Mayor Roe said, until May 3, 2016',
      'The End',
      'May 3, 2016',
    );
    assert.deepEqual(titles(archive(CLOSED, body, OPEN, BUILT)), [
      'The harbour is closed',
      'The harbour is open',
      'The harbour is built',
    ]);
  });

  it('may have a body that begins with a date alone', () => {
    const dated = entry(
      'The harbour is mined',
      'April 9, 2016',
      'The harbour is mined, Coastal Review',
      'April 8, 2016',
      'It began.',
    );
    assert.deepEqual(
      summary(archive(CLOSED, dated, OPEN))[1],
      '2016-04-09 | The harbour is mined | Coastal Review | - | 9-17',
    );
  });

  it('is not confused by a body that has the next title in it', () => {
    const source = archive(
      CLOSED,
      'The harbour is open',
      'We hoped to read: The harbour is open.',
      'The harbour is open',
      OPEN,
    );
    assert.deepEqual(summary(source), [
      '2016-05-04 | The harbour is closed | Coastal Review | Mara Lind | 1-13',
      '2016-04-02 | The harbour is open | Coastal Review | - | 15-21',
    ]);
  });

  it('takes a first sentence that repeats the title for a body', () => {
    const source = entry(
      'The harbour is closed',
      'May 4, 2016',
      'The harbour is closed, the port authority said, and nobody knows until when.',
      'Ships wait.',
    );
    const [post] = readPosts(source, { format: 'post-archive' }).posts;
    assert.ok(post);
    assert.equal(post.source, null);
    assert.equal(source.slice(post.body.start).startsWith('The harbour is closed, the port'), true);
  });

  it('may have a date for a title', () => {
    const source = archive(
      CLOSED,
      entry('September 11, 2001', 'April 9, 2016', 'September 11, 2001, Coastal Review, April 9, 2016', 'Text.'),
    );
    assert.deepEqual(titles(source), ['The harbour is closed', 'September 11, 2001']);
  });

  it('leaves lists, verse, quotations and captions to the body', () => {
    const body = text`
      harbour_2016-640-320iShips in the harbour. (Photo: © Roe)

      1. The harbour
      2. The ships

      The sea was wet as wet could be,
      The sands were dry as dry

      > May 4, 2016

      Closed on May 4, 2016
    `;
    const source = archive(CLOSED, body, OPEN);
    assert.equal(readPosts(source).posts.length, 2);
    assert.equal(source.slice(0, readPosts(source).posts[0]?.span.end), archive(CLOSED, body));
  });

  it('says the same of a text with other line ends', () => {
    const source = archive('Posts', CLOSED, OPEN);
    for (const end of ['\r\n', '\r']) {
      assert.deepEqual(summary(source.replaceAll('\n', end)), summary(source));
    }
  });

  it('keeps each source as spelled', () => {
    const other = OPEN.replaceAll('Coastal Review', 'COASTALreview');
    assert.deepEqual(
      readPosts(archive(CLOSED, other)).posts.map((post) => post.source),
      ['Coastal Review', 'COASTALreview'],
    );
  });
});

describe('a text that shows no archive', () => {
  it('has none when it is read as one', () => {
    const { header, posts } = readPosts('Ships wait.\n\nMay 4, 2016', { format: 'post-archive' });
    assert.deepEqual([header, posts], [null, []]);
    assert.deepEqual(readPosts('', { format: 'post-archive' }), {
      format: 'post-archive',
      header: null,
      posts: [],
      problems: [],
    });
  });

  it('is plain', () => {
    assert.equal(readPosts('May 4, 2016\n\nDear diary, it rained.').format, 'plain');
  });
});
