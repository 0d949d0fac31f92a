import assert from 'node:assert/strict';
import { read } from './read';

describe('tables of posts', () => {
  it('give one post a row, their columns known by many names', async () => {
    const { posts, report } = await read(
      'a.csv',
      'Post ID,Headline,Published,Outlet,Byline,Permalink,Full text,E-mail\n' +
        '7,"The harbour, again",2016-05-04T23:10:00+02:00,Coastal Review,Mara Lind,https://example.org/a,"One\nTwo ""three""",m@example.org\n',
    );
    assert.deepEqual(posts, [
      {
        id: '7',
        title: 'The harbour, again',
        date: '2016-05-04',
        source: 'Coastal Review',
        author: 'Mara Lind',
        url: 'https://example.org/a',
        body: 'One\nTwo "three"',
      },
    ]);
    assert.deepEqual(report.problems, []);
  });

  it('read a date that can mean two days as the others of the table are written', async () => {
    const { posts } = await read('a.tsv', 'date\ttext\n04/05/2016\tA\n13/05/2016\tB\n1462312800\tC\n');
    assert.deepEqual(
      posts.map((post) => post.date),
      ['2016-05-04', '2016-05-13', '2016-05-03'],
    );
    const alone = await read('a.tsv', 'date\ttext\n04/05/2016\tA\n');
    assert.equal(alone.posts[0]?.date, null);
    assert.match(alone.report.problems[0] ?? '', /^“a.tsv”, line 2: “04\/05\/2016” is no date/);
  });

  it('may be JSON Lines, and hold HTML', async () => {
    const lines = [
      '{"title":"A","html":"<p>One<br>two</p>","author":{"name":"Mara"}}',
      'no',
      '{"title":"B","text":"C","tags":["x"]}',
    ];
    const { posts, report } = await read('a.jsonl', lines.join('\n'));
    assert.deepEqual(
      posts.map(({ title, body, author }) => [title, body, author]),
      [
        ['A', 'One\ntwo', 'Mara'],
        ['B', 'C', ''],
      ],
    );
    assert.equal(report.problems.length, 1);
    assert.deepEqual(report.skipped, [{ why: 'not readable', count: 1 }]);
  });

  it('are UTF-8, else windows-1252, which is said', async () => {
    const old = await read('a.csv', Buffer.from('text\ncaf\xe9\n', 'latin1'));
    assert.equal(old.posts[0]?.body, 'café');
    assert.deepEqual(old.report.notes, [{ what: 'A file is not UTF-8, and was read as windows-1252', count: 1 }]);
    const wide = await read('a.csv', Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('text\ncafé\n', 'utf16le')]));
    assert.equal(wide.posts[0]?.body, 'café');
    assert.deepEqual(wide.report.notes, []);
  });

  it('without a text are refused with their columns', async () => {
    const { posts, report } = await read('a.csv', 'name,type\nA,B\n');
    assert.deepEqual(posts, []);
    assert.deepEqual(report.problems, ['“a.csv”: No column is called “text”. Its columns are “name”, “type”.']);
  });
});
