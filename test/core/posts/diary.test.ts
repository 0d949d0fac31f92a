import assert from 'node:assert/strict';
import { parseDate } from '../../../src/core/posts/dates';
import { readPosts, type ReadPostsOptions } from '../../../src/core/posts/read-posts';
import { entry, summary } from './text';

const lines = (...parts: string[]) => parts.join('\n\n');

/** Date, title, author and text of each post. */
function seen(source: string, options?: ReadPostsOptions): (string | null)[][] {
  return readPosts(source, options).posts.map(({ date, title, author, body }) => [
    date,
    title,
    author,
    source.slice(body.start, body.end),
  ]);
}

describe('a diary', () => {
  it('is read entry by entry, with the days of any language, above the text or set off by marks', () => {
    for (const [first, second] of [
      ['4 May 2016', '5 May 2016'],
      ['Wednesday, 4 May 2016', 'Thursday, 5 May 2016'],
      ['2016 May 4', '2016 May 5'],
      ['4. Mai 2016', '5. Mai 2016'],
      ['mercredi 4 mai 2016', 'jeudi 5 mai 2016'],
      ['4 мая 2016 г.', '5 мая 2016 г.'],
      ['٤ مايو ٢٠١٦', '٥ مايو ٢٠١٦'],
      ['2016年5月4日', '2016年5月5日'],
      ['2016년 5월 4일', '2016년 5월 5일'],
      ['== 2016-05-04 ==', '== 2016-05-05 =='],
      ['**4 May 2016**', '**5 May 2016**'],
      ['[2016-05-04]', '[2016-05-05]'],
      ['4 May 2016:', '5 May 2016:'],
    ] as const) {
      const expected = [
        ['2016-05-04', null, null, 'It rained.\n\nWe stayed.'],
        ['2016-05-05', null, null, 'Sun'],
      ];
      assert.deepEqual(seen(lines(first, 'It rained.', 'We stayed.', second, 'Sun')), expected, first);
      assert.deepEqual(seen(`${first}\nIt rained.\n\nWe stayed.\n\n${second}\nSun`), expected, first);
    }
  });

  it('has ids of its days, and a header of its own', () => {
    const source = lines('My diary', '4 May 2016', 'It rained.', '5 May 2016', 'Sun.', '5 May 2016', 'And wind.');
    const { header, posts } = readPosts(source);
    assert.deepEqual(
      posts.map(({ id }) => id),
      ['2016-05-04/untitled', '2016-05-05/untitled', '2016-05-05/untitled-2'],
    );
    assert.deepEqual(header, { start: 0, end: 8 });
  });

  it('takes the year from above, from the days before or from its file, and says so', () => {
    const days = ['Friday, 30 December', 'It snowed.', '31 December', 'More.', '1 January', 'None.'];
    const dates = ['2016-12-30', '2016-12-31', '2017-01-01'];
    for (const [source, path] of [
      [lines('Diary of 2016', ...days), 'a.txt'],
      [lines(...days), 'diary-2016.txt'],
    ] as const) {
      const { posts, problems } = readPosts(source, { path });
      assert.deepEqual(
        posts.map(({ date }) => date),
        dates,
      );
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['assumed-date'],
      );
      assert.match(problems[0]?.message ?? '', /in the year that stands above it/);
    }
    const unknown = readPosts(lines(...days), { path: 'a.txt' });
    assert.deepEqual(
      [...unknown.posts.map(({ date }) => date), ...unknown.problems.map(({ code }) => code)],
      [null, null, null, 'unread-date'],
    );
    assert.equal(
      readPosts(lines('5月4日', '雨。', '5月5日', '晴れ。'), { path: 'nikki/2016.txt' }).posts[1]?.date,
      '2016-05-05',
    );
  });

  it('may have titles and writers below its days, where most entries have them', () => {
    const source = lines(
      '14 May 2016', 'The harbour is closed', 'By Mara Lind', 'It is closed now.',
      '21 June 2017', 'A bridge', 'By Jon Vey', 'It opened.',
    ); // prettier-ignore
    assert.deepEqual(seen(source, { format: 'post-archive' }), [
      ['2016-05-14', 'The harbour is closed', 'Mara Lind', 'It is closed now.'],
      ['2017-06-21', 'A bridge', 'Jon Vey', 'It opened.'],
    ]);
  });

  it('may have its days before the text of a line; the lines of one day in a log are one entry', () => {
    assert.deepEqual(seen('2016-05-04: Rain\n2016-05-05: Sun and\n more sun\n2016-05-06: Wind'), [
      ['2016-05-04', null, null, 'Rain'],
      ['2016-05-05', null, null, 'Sun and\n more sun'],
      ['2016-05-06', null, null, 'Wind'],
    ]);
    const log = ['14/May/2016:10:00:00 +0200', '14/May/2016:23:00:00 +0200', '15/May/2016:00:00:01 +0200'];
    assert.deepEqual(
      seen(log.map((time) => `[${time}] GET /`).join('\n')).map(([date]) => date),
      ['2016-05-14', '2016-05-15'],
    );
  });

  it('is no archive of titles above dates, and no letter, list or programme of dates', () => {
    const archive = ['Closed', 'Open', 'Built'].map((title, day) =>
      entry(title, `May ${9 - day}, 2016`, null, 'Text.'),
    );
    assert.deepEqual(
      readPosts(lines('May 20, 2016', ...archive)).posts.map(({ title }) => title),
      ['Closed', 'Open', 'Built'],
    );
    for (const source of [
      lines('4 May 2016', 'Dear Jon,', 'I write.'),
      lines('Dates:', '4 May 2016\n5 May 2016\n6 May 2016'),
      lines('The harbour was closed.', 'On 4 May 2016 it was.', 'On 5 May 2016 it was not.'),
    ]) {
      assert.equal(readPosts(source).format, 'plain', source);
    }
  });

  it('of one entry is known where somebody says so', () => {
    assert.deepEqual(seen(lines('4 May 2016', 'It rained.'), { format: 'post-archive' }), [
      ['2016-05-04', null, null, 'It rained.'],
    ]);
  });
});

describe('dates of diaries', () => {
  it('of the Old Style with two years mean the later one', () => {
    for (const [written, date] of [
      ['Feb. 11, 1731/32', '1732-02-11'],
      ['1 January 1659/60', '1660-01-01'],
      ['24 March 1699/1700', '1700-03-24'],
      ['11 Feb. 1731/2', '1732-02-11'],
      ['11 Feb. 1731/33', null],
    ] as const) {
      assert.equal(parseDate(written), date, written);
    }
  });
});

describe('titles that end as sentences do', () => {
  const bare = (title: string, date: string) => entry(title, date, null, 'The text of it.');

  it('are titles where other headers show the habit, in any script', () => {
    for (const title of [
      'It is over.',
      'And then...',
      'Why I write&#8230;',
      '“No,” he said. “No.”',
      '终于结束了。',
      'यह खत्म हुआ।',
      'انتهى الأمر۔',
      'Why (again.)',
    ]) {
      const source = lines(bare('Closed', 'May 4, 2016'), bare(title, 'April 9, 2016'), bare('Open', 'April 2, 2016'));
      assert.deepEqual(
        readPosts(source).posts.map((post) => post.title),
        ['Closed', title, 'Open'],
        title,
      );
    }
  });

  it('are titles where all are such', () => {
    assert.deepEqual(
      summary(lines(bare('It is over.', 'May 4, 2016'), bare('It began.', 'April 9, 2016'))).map((line) =>
        line.slice(0, 24),
      ),
      ['2016-05-04 | It is over.', '2016-04-09 | It began. |'],
    );
  });

  it('are text where their dates break the order, or nothing stands between them and the date above', () => {
    for (const [sentence, date] of [
      ['He left.', 'June 9, 1870'],
      ['He left.', 'July 1, 2016'],
    ] as const) {
      const source = lines(bare('Closed', 'May 4, 2016'), sentence, date, 'Text.', bare('Open', 'April 2, 2016'));
      assert.equal(readPosts(source).posts.length, 2, date);
    }
    assert.equal(
      readPosts(lines('Closed', 'May 4, 2016', 'He left.', 'April 9, 2016', 'x', bare('Open', 'April 2, 2016'))).posts
        .length,
      2,
    );
  });
});
