import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readPosts } from '../../../src/core/posts/read-posts';
import { summary } from './text';

const file = new URL('../../../../shared/corpus/iran-in-iraq.txt', import.meta.url);

describe('the real archive', () => {
  let text = '';
  before('skips with a word when the archive is absent', function () {
    if (!existsSync(file)) {
      console.log('      The real archive is not here; nothing to compare with.');
      this.skip();
    }
    text = readFileSync(file, 'utf8');
  });

  const expected = [
    '2017-07-31 | Tehran’s New Scheme for Iraq | Gatestone Institute | Amir Taheri | 3-70',
    '2017-01-25 | Get to Know Iran’s Terrorist ‘Ambassador’ to Iraq | Clarion Project | Shahriar Kia | 72-133',
    '2016-10-28 | Pro-Iranian Shiites ready to lead Mosul operation | DEBKAfile | - | 135-182',
    '2016-10-24 | MOSUL: Iraqi Military Displays Shi’ite Flags In Advance on Sunni Region | Counter Jihad | - | 184-214',
    '2016-10-19 | The big Mosul offensive is stuck, halted by ISIS | DebkaFile | - | 216-278',
    '2016-06-20 | How US gave Fallujah’s Sunnis into Iranian hands | DEBKAfile | - | 280-304',
    '2016-05-05 | Iraq’s Al-Sadr reportedly summoned to Tehran | Middle East Monitor | - | 306-322',
    '2016-04-07 | Mosul Campaign Hampered by Fear of Iraq’s Shia Army | Washington Free Beacon | - | 324-364',
    '2015-12-22 | US-Iranian-Russian-Iraqi offensive launched to recover Ramadi from ISIS | DEBKAfile | - | 366-397',
  ];

  it('has nine posts, below a header of its own', () => {
    assert.deepEqual(summary(text), expected);
    const { format, header } = readPosts(text);
    assert.deepEqual([format, header], ['post-archive', { start: 0, end: 28 }]);
  });

  it('has the same posts in a copy with a byte order mark, with other line ends, or upside down', () => {
    for (const copy of [`\ufeff${text}`, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `${text}\n\n`]) {
      assert.deepEqual(summary(copy), expected);
    }
    const { posts } = readPosts(text);
    const reversed = posts
      .map((post) => text.slice(post.span.start, post.span.end))
      .reverse()
      .join('\n\n');
    assert.deepEqual(
      readPosts(reversed).posts.map((post) => [post.id, post.source, post.author]),
      posts.map((post) => [post.id, post.source, post.author]).reverse(),
    );
  });

  it('has the same posts when each is read alone', () => {
    for (const post of readPosts(text).posts) {
      const [alone, ...others] = readPosts(text.slice(post.span.start, post.span.end)).posts;
      assert.deepEqual(
        [alone?.id, alone?.source, alone?.author, others.length],
        [post.id, post.source, post.author, 0],
      );
    }
  });
});
