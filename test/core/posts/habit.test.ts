import assert from 'node:assert/strict';
import { readPosts } from '../../../src/core/posts/read-posts';
import { CLOSED, entry, OPEN, titles } from './text';

const archive = (...parts: string[]) => parts.join('\n\n');

describe('an archive without bylines', () => {
  const bare = (title: string, date: string) => entry(title, date, null, 'The text of it.');
  const three = [bare('Closed', 'May 4, 2016'), bare('Open again?', 'April 2, 2016'), bare('“Built”', 'March 1, 2016')];

  it('is known by titles and dates in order, from two posts on', () => {
    assert.deepEqual(titles(archive(...three)), ['Closed', 'Open again?', '“Built”']);
    assert.deepEqual(titles(archive(...three.slice(0, 2).reverse())), ['Open again?', 'Closed']);
    assert.equal(readPosts(archive(...three.slice(0, 1))).format, 'plain');
    assert.deepEqual(titles(archive('Posts', ...three.slice(0, 1)), { format: 'post-archive' }), ['Closed']);
  });

  it('leaves out a date that breaks the order', () => {
    const source = archive(three[0] ?? '', 'How it began', 'June 9, 1870', 'Men dug.', three[1] ?? '', three[2] ?? '');
    assert.deepEqual(titles(source), ['Closed', 'Open again?', '“Built”']);
  });

  it('leaves out dates below lead-ins, lists and wrapped lines', () => {
    const [first = '', ...others] = three;
    for (const line of ['These were there:', 'and then,', '- the harbour', '1. the harbour', 'two lines\nof text']) {
      assert.deepEqual(
        titles(archive(first, line, 'April 3, 2016', 'Text.', ...others)),
        ['Closed', 'Open again?', '“Built”'],
        line,
      );
    }
  });

  it('is no archive when the dates run in no order, unless somebody says so', () => {
    const source = archive(...[4, 9, 2, 8, 1, 7, 3].map((day) => bare(`Day ${day}`, `May ${day}, 2016`)));
    assert.equal(readPosts(source).format, 'plain');
    assert.equal(readPosts(source, { format: 'post-archive' }).posts.length, 7);
  });

  it('may have a few bylines; where most have them, all others are dates in bodies', () => {
    assert.deepEqual(
      titles(archive(bare('Mined', 'May 9, 2016'), CLOSED, bare('Shut', 'May 1, 2016'), bare('Free', 'April 9, 2016'))),
      ['Mined', 'The harbour is closed', 'Shut', 'Free'],
    );
    assert.deepEqual(titles(archive(CLOSED, bare('Shut', 'May 1, 2016'), OPEN)), [
      'The harbour is closed',
      'The harbour is open',
    ]);
  });

  it('may hold posts without bodies whose titles are alike', () => {
    const source = archive('Harbour news, part two', 'May 4, 2016', 'Harbour news, part one', 'May 3, 2016', 'Text.');
    assert.deepEqual(titles(source), ['Harbour news, part two', 'Harbour news, part one']);
  });
});
