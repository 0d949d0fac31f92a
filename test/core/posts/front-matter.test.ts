import assert from 'node:assert/strict';
import { readPosts } from '../../../src/core/posts/read-posts';
import type { Post } from '../../../src/core/posts/post';
import { summary, text } from './text';

const read = (source: string, path?: string): Post => {
  const file = readPosts(source, path === undefined ? {} : { path });
  assert.equal(file.format, 'front-matter');
  const [post] = file.posts;
  assert.ok(post);
  return post;
};
const header = (...lines: string[]) => ['---', ...lines, '---', '', 'Ships wait.'].join('\n');
const places = (source: string, post: Post) =>
  Object.values(post.places).map((span) => span && source.slice(span.start, span.end));

describe('front matter in YAML', () => {
  it('tells title, date, source and author, with their places', () => {
    const source = text`
      ---
      title: "The harbour: closed"
      date: 2016-05-04T10:00:00+02:00 # local time
      source: Coastal Review
      author: 'Mara Lind'
      ---

      # A heading

      Ships wait.
    `;
    const post = read(source);
    assert.deepEqual(
      [post.id, post.title, post.date, post.source, post.author],
      ['2016-05-04/the-harbour-closed', 'The harbour: closed', '2016-05-04', 'Coastal Review', 'Mara Lind'],
    );
    assert.deepEqual(places(source, post), [
      'The harbour: closed',
      '2016-05-04T10:00:00+02:00',
      'Coastal Review',
      'Mara Lind',
    ]);
    assert.equal(source.slice(post.header.start, post.header.end).endsWith("'Mara Lind'\n---"), true);
    assert.equal(source.slice(post.body.start, post.body.end), '# A heading\n\nShips wait.');
    assert.deepEqual(post.span, { start: 0, end: source.length });
  });

  it('is read the same with other line ends, a byte order mark, or a closing ...', () => {
    const source = header('title: >-', '  The harbour', '  is closed', 'date: May 4, 2016', 'author: Mara Lind');
    const expected = ['2016-05-04 | The harbour is closed | - | Mara Lind | 1-9'];
    assert.deepEqual(summary(source), expected);
    for (const copy of [
      source.replaceAll('\n', '\r\n'),
      source.replaceAll('\n', '\r'),
      `\ufeff${source}\n\n`,
      source.replace('\n---\n', '\n...\n'),
    ]) {
      assert.deepEqual(summary(copy), expected);
    }
    assert.equal(read(`\ufeff${source}`).span.start, 1);
  });

  it('has many names for the same thing', () => {
    for (const line of [
      'published: 2016-05-04',
      'pubDate: Wed, 04 May 2016 10:00:00 GMT',
      'published_at: 2016-05-04 10:00',
      'created: 4 May 2016',
      'Date: 2016-05-04',
    ]) {
      assert.equal(read(header(line)).date, '2016-05-04', line);
    }
    for (const line of [
      'publication: Coastal Review',
      'publisher: {name: Coastal Review}',
      'site: Coastal Review',
      'source:\n  title: Coastal Review',
    ]) {
      assert.equal(read(header(line)).source, 'Coastal Review', line);
    }
    for (const line of [
      'authors: [Mara Lind]',
      'author:\n  name: Mara Lind',
      'by: Mara Lind',
      'byline: By Mara Lind',
      'author: "[[people/mara|Mara Lind]]"',
      'extra:\n  author: Mara Lind',
      'authors:\n  - name: Mara Lind\n    email: mara@review.example',
    ]) {
      const source = header(line);
      const post = read(source);
      assert.equal(post.author, 'Mara Lind', line);
      assert.equal(places(source, post)[3], 'Mara Lind', line);
    }
  });

  it('joins several authors', () => {
    const source = header('authors:', '  - Mara Lind', '  - Jon Vey');
    const post = read(source);
    assert.equal(post.author, 'Mara Lind, Jon Vey');
    assert.equal(places(source, post)[3], 'Mara Lind\n  - Jon Vey');
  });

  it('keeps what looks like another type as text, and takes null for nothing', () => {
    assert.equal(read(header('title: 2016')).title, '2016');
    assert.equal(read(header('title: no')).title, 'no');
    const post = read(header('title: ~', 'author: null', 'source:', 'date: ""'));
    assert.deepEqual([post.title, post.author, post.source, post.date], [null, null, null, null]);
  });

  it('does not take an address for a publication, nor a date that can mean two days', () => {
    const post = read(
      header('source: https://review.example/closed', 'site: Coastal Review', 'date: 03/04/2016'),
      '2016-05-04-closed.md',
    );
    assert.deepEqual([post.source, post.date, post.places.date], ['Coastal Review', '2016-05-04', null]);
  });

  it('wins over the path, and the path fills in', () => {
    assert.equal(read(header('date: 2016-05-05'), '2016-05-04-closed.md').date, '2016-05-05');
    const post = read(header('lang: en'), 'posts/2016-05-04-the-harbour-is-closed.md');
    assert.deepEqual(
      [post.id, post.title, post.date, post.places.date],
      ['2016-05-04/the-harbour-is-closed', null, '2016-05-04', null],
    );
  });

  it('takes the first heading for the title where it has none', () => {
    const source =
      '---\nlang: en\n---\n\n## Not this\n\n```\n# nor this\n```\n\n# The harbour is closed ##\n\nShips wait.';
    const post = read(source);
    assert.deepEqual([post.title, post.places.title], ['The harbour is closed', null]);
    assert.equal(read('---\nlang: en\n---\nThe harbour is closed\n===\n').title, 'The harbour is closed');
  });

  it('that is broken leaves what the path tells', () => {
    for (const broken of [
      'title: [',
      '- a list',
      'words alone',
      'a: *nowhere',
      '\ttab: x',
      '%YAML 1.1',
      'a: !!js/function x',
    ]) {
      const post = read(header(broken), '2016-05-04-closed.md');
      assert.deepEqual([post.id, post.title], ['2016-05-04/closed', null], broken);
      assert.equal(post.header.start < post.header.end, true, broken);
    }
  });

  it('may be empty, and the body too', () => {
    const post = read('---\n---\n');
    assert.deepEqual([post.id, post.span, post.body], ['undated/untitled', { start: 0, end: 7 }, { start: 7, end: 7 }]);
  });

  it('with an open fence is none', () => {
    const source = '---\ntitle: x\n\nThe harbour is closed';
    assert.equal(readPosts(source).format, 'plain');
    assert.equal(readPosts(source, { path: 'a.md' }).format, 'plain');
    const { format, posts } = readPosts(source, { format: 'front-matter' });
    assert.deepEqual([format, posts[0]?.header, posts[0]?.title], ['front-matter', { start: 0, end: 0 }, null]);
    assert.equal(readPosts('----\nHarbour news\n----\n').format, 'plain');
  });

  it('is read entry by entry beyond 64 KiB', () => {
    const source = header('title: x', `filler: ${'x'.repeat(70_000)}`);
    const post = read(source, '2016-05-04-closed.md');
    assert.deepEqual([post.id, source.slice(post.body.start)], ['2016-05-04/x', 'Ships wait.']);
  });
});

describe('front matter in TOML', () => {
  it('tells title, date, source and author, with their places', () => {
    const source = text`
      +++
      title = "The harbour: closed"
      date = 2016-05-04T23:30:00-07:00
      authors = ["Mara Lind", 'Jon Vey']

      [extra]
      source = "Coastal Review"
      +++
      Ships wait.
    `;
    const post = read(source);
    assert.deepEqual(
      [post.id, post.title, post.date, post.source, post.author],
      ['2016-05-04/the-harbour-closed', 'The harbour: closed', '2016-05-04', 'Coastal Review', 'Mara Lind, Jon Vey'],
    );
    assert.deepEqual(places(source, post), [
      'The harbour: closed',
      '2016-05-04T23:30:00-07:00',
      'Coastal Review',
      `Mara Lind", 'Jon Vey`,
    ]);
  });

  it('has tables, escapes and local dates', () => {
    const source = '+++\ntitle = "The \\"harbour\\""\ndate = 2016-05-04\n[author]\nname = "Mara Lind"\n+++\n';
    const post = read(source);
    assert.deepEqual([post.title, post.date, post.author], ['The "harbour"', '2016-05-04', 'Mara Lind']);
    assert.deepEqual(places(source, post), [null, '2016-05-04', null, null]);
    assert.equal(
      read('+++\r\ndate = "May 4, 2016"\r\n[taxonomies]\r\nauthors = ["Mara Lind"]\r\n+++\r\n').author,
      'Mara Lind',
    );
  });

  it('that is broken leaves what the path tells', () => {
    for (const broken of ['title = ', '= x', `a = ${'['.repeat(5000)}`, '[a', '__proto__ = 1\n__proto__ = 2']) {
      assert.equal(read(`+++\n${broken}\n+++\nx`, '2016-05-04-closed.md').id, '2016-05-04/closed', broken);
    }
  });

  it('is not closed by a fence of the other kind', () => {
    assert.equal(readPosts('+++\ntitle = "x"\n---\n').format, 'plain');
    assert.equal(readPosts('---\ntitle: x\n+++\n').format, 'plain');
  });
});
