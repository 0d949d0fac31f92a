import assert from 'node:assert/strict';
import { readPosts } from '../../../src/core/posts/read-posts';
import { entry, summary } from './text';

const BODY = '\n\nShips wait.\n';
const read = (source: string, path = 'notes/a.md') => {
  const { posts, problems } = readPosts(source, { path });
  const [post] = posts;
  return { facts: [post?.date, post?.title, post?.author], problems };
};

describe('headers of other programs', () => {
  const wanted = ['2016-05-04', 'The harbour', 'Jon Vey'];
  for (const [name, source, path] of [
    ['a long fence', '-----\ntitle: The harbour\ncreated_at: 2016/05/04\nauthor: Jon Vey\n-----'],
    ['blank lines before', '\n\n---\ntitle: The harbour\ndate: 2016-05-04\nauthor: Jon Vey\n---'],
    ['a named language', '---yaml\ntitle: The harbour\ndate: 2016-05-04\nauthor: Jon Vey\n---'],
    ['TOML between dashes', '---toml\ntitle = "The harbour"\ndate = 2016-05-04\nauthor = "Jon Vey"\n---'],
    ['JSON', '{\n\t"title": "The harbour",\n\t"date": "2016-05-04",\n\t"author": "Jon Vey"\n}'],
    ['JSON of Hexo', '"title": "The harbour",\n"date": "2016-05-04",\n"author": "Jon Vey"\n;;;'],
    ['Pelican', 'Title: The harbour\nDate: 2016-05-04 10:20\nAuthor: Jon Vey'],
    ['Hexo', 'title: The harbour\ndate: 2016-05-04 10:20:00\nauthor: Jon Vey\n---'],
    ['Nikola', '<!--\n.. title: The harbour\n.. date: 2016-05-04 10:20:00 UTC+02:00\n.. author: Jon Vey\n-->'],
    ['Pandoc', '% The harbour\n% Jon Vey\n% May 4, 2016'],
    ['Org', '#+TITLE: The harbour\n#+DATE: <2016-05-04 Wed>\n#+AUTHOR: Jon Vey', 'a.org'],
    ['reStructuredText', 'The harbour\n###########\n\n:date: 2016-05-04 10:20\n:author: Jon Vey', 'a.rst'],
    ['AsciiDoc', '= The harbour\n:author: Jon Vey\n:revdate: 2016-05-04', 'a.adoc'],
    ['a path that has the date', '+++\ntitle = "The harbour"\npath = "2016/05/04/closed"\nauthor = "Jon Vey"\n+++'],
    ['a quoted value in the first column', '---\ntitle: "The\nharbour"\ndate: 2016-05-04\nauthor: Jon Vey\n---'],
  ] as const) {
    it(`are read: ${name}`, () => {
      for (const text of [source + BODY, `\ufeff${source}${BODY}`, (source + BODY).replaceAll('\n', '\r\n')]) {
        assert.deepEqual(read(text, path ?? '2016-05-03-other.md'), { facts: wanted, problems: [] });
      }
    });
  }

  it('are told from prose, rules and conversations', () => {
    for (const source of [
      'Oran: a town by the sea.',
      '-----\nHarbour news\n-----',
      'Mara: come here\nJon: why?',
      '{ a set }',
    ]) {
      assert.equal(readPosts(source + BODY, { path: 'a.md' }).format, 'plain', source);
    }
  });
});

describe('a broken line of a header', () => {
  for (const [line, title] of [
    ['title: Harbour: the closing', 'Harbour: the closing'],
    ['title: [Update] The harbour', '[Update] The harbour'],
    ['title: @harbour', '@harbour'],
    ['title: `The` harbour', '`The` harbour'],
    ['title: *The* harbour', '*The* harbour'],
    ['title: %harbour', '%harbour'],
    ['title: ""The harbour!" from Basra"', '"The harbour!" from Basra'],
    ["title: 'harbour's end'", "harbour's end"],
    ['title: "The harbour', 'The harbour'],
    ['title:The harbour', 'The harbour'],
    ['title: Порт: закрыт', 'Порт: закрыт'],
  ] as const) {
    it(`takes no other line with it, and is named: ${line}`, () => {
      const source = `---\ndate: 4 мая 2016 г.\n${line}\nauthor: Jon Vey\n---${BODY}`;
      const { facts, problems } = read(source);
      assert.deepEqual(facts, ['2016-05-04', title, 'Jon Vey']);
      assert.deepEqual(
        problems.map(({ code, severity, span }) => [code, severity, source.slice(span.start, span.end)]),
        [['bad-header', 'warning', line]],
      );
    });
  }

  it('may be indented by a tab', () => {
    const { facts, problems } = read(`---\ntitle: x\nauthor:\n\tname: Jon Vey\ndate: 2016-05-04\n---${BODY}`);
    assert.deepEqual([facts, problems.length], [['2016-05-04', 'x', 'Jon Vey'], 1]);
  });

  it('is found in TOML and JSON, too', () => {
    const toml = read(`+++\ntitle = "The harbour"\ndate = 2016-05-04\nauthor = Jon Vey\n+++${BODY}`);
    const json = read(`{\n"title": "The "harbour"",\n"date": "2016-05-04",\n"author": "Jon Vey"\n}${BODY}`);
    assert.deepEqual([toml.facts, toml.problems.length], [['2016-05-04', 'The harbour', 'Jon Vey'], 1]);
    assert.deepEqual([json.facts, json.problems.length], [['2016-05-04', 'The "harbour"', 'Jon Vey'], 1]);
  });

  it('may be a date that says nothing, or two days', () => {
    for (const [date, word] of [
      ['sometime', /no date/],
      ['04/05/2016', /2016-05-04 or 2016-04-05/],
    ] as const) {
      const { problems } = read(`---\ntitle: x\ndate: ${date}\n---${BODY}`);
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['unread-date'],
      );
      assert.match(problems[0]?.message ?? '', word);
    }
  });
});

describe('the dates of a text with many posts', () => {
  const bare = (title: string, date: string) => entry(title, date, null, 'The text of it.');

  it('decide one that can mean two days, and a problem says so', () => {
    const source = [bare('Closed', '13/05/2016'), bare('Open', '04/05/2016')].join('\n\n');
    assert.deepEqual(
      summary(source).map((line) => line.slice(0, 10)),
      ['2016-05-13', '2016-05-04'],
    );
    assert.deepEqual(
      readPosts(source).problems.map(({ code, severity }) => [code, severity]),
      [['assumed-date', 'info']],
    );
  });

  it('are missed where somebody says that there are posts, and none is found', () => {
    const { posts, problems } = readPosts('The harbour:\n\nMay 14, 2016', { format: 'post-archive' });
    assert.deepEqual([posts.length, problems.map(({ code }) => code)], [0, ['no-posts']]);
  });

  it('are read in the language of the text', () => {
    for (const [title, first, second] of [
      ['Der Hafen ist zu', '21. Juni 2017', '14. Mai 2016'],
      ['Порт закрыт', '21 июня 2017 г.', '14 мая 2016 г.'],
      ['الميناء مغلق', '٢١ يونيو ٢٠١٧', '١٤ مايو ٢٠١٦'],
      ['港口关闭', '2017年6月21日', '2016年5月14日'],
      ['항구가 닫혔다', '2017년 6월 21일', '2016년 5월 14일'],
      ['El puerto cerrado', '21 de junio de 2017', '14 de mayo de 2016'],
    ] as const) {
      const source = [first, second]
        .map((day) => entry(title, day, `${title}, Bote, Mara Lind, ${day}`, 'Text.'))
        .join('\n\n');
      assert.deepEqual(
        readPosts(source).posts.map((post) => [post.date, post.title, post.source, post.author]),
        ['2017-06-21', '2016-05-14'].map((date) => [date, title, 'Bote', 'Mara Lind']),
      );
    }
  });
});

describe('the lines below a title in AsciiDoc', () => {
  it('name the writers, never their addresses, and the day of the revision', () => {
    for (const [header, date, author] of [
      ['Mara Lind <mara@harbour.example>\nv1.0, 2016-05-04', '2016-05-04', 'Mara Lind'],
      ['Mara Lind <mara@harbour.example>; Jon B. Vey <jon@harbour.example>', null, 'Mara Lind, Jon B. Vey'],
      ['Mara Lind <mara@harbour.example>\n:date: 2016-05-04', '2016-05-04', 'Mara Lind'],
      [':author: Mara Lind <mara@harbour.example>', null, 'Mara Lind'],
      ['v1.0, May 4, 2016: first', '2016-05-04', null],
    ] as const) {
      const [post] = readPosts(`= Rain\n${header}\n\nIt rains.\n`, { path: 'a.adoc' }).posts;
      assert.deepEqual([post?.title, post?.date, post?.author], ['Rain', date, author], header);
    }
    assert.equal(readPosts('= Rain\nIt rains.\n', { path: 'a.adoc' }).format, 'plain');
  });
});
