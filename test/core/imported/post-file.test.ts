import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanBody, cleanLine, cleanName } from '../../../src/core/imported/clean';
import { PostPlaces } from '../../../src/core/imported/places';
import { cleanPost, type ImportedPost, type RawPost } from '../../../src/core/imported/post';
import { compareWithFile, postFile, readHead } from '../../../src/core/imported/post-file';
import { readPosts } from '../../../src/core/posts/read-posts';
import { trials } from '../../support/trials';

/** Text that a reader of front matter, of YAML or of a post archive may take for something else. */
const odd = fc.constantFrom(
  '---',
  '...',
  '+++',
  '- a',
  'a: b',
  ': ',
  '# Head',
  '===',
  '"',
  "'",
  '\\',
  '[[a|b]]',
  ']]',
  'by ',
  'By Mara',
  '{',
  '[',
  '@x',
  'null',
  '~',
  'no',
  '12:30',
  '2016-05-04',
  '2016-05-04-x',
  'May 4, 2016',
  'Harbour, Coastal Review, Mara Lind, May 4, 2016',
  'From jo@example.org',
  'https://example.org/2016/05/04/a',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\u202e',
  '\0',
  '\t',
  '\n',
  '\r\n',
  '\n\n\n',
  ' ',
  'é',
  'بندر',
  '港',
  '🚢',
  'imported: "0123456789abcdef"',
  'id: x',
  '<p>',
  '&amp;',
  '|',
  '>',
  '%',
  '!',
  '*',
  '&',
);
const text = fc
  .array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 })
  .map((parts) => parts.join(''));
const many = fc.tuple(odd, fc.integer({ min: 1, max: 400 })).map(([part, count]) => part.repeat(count));
const field = fc.oneof(text, many);
const date = fc.oneof(
  fc.constantFrom('2016-05-04', '2016-02-31', '0999-01-01', 'soon'),
  fc.date({ noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
);
const raw: fc.Arbitrary<RawPost> = fc.record({
  id: fc.option(field),
  title: fc.option(field),
  date: fc.option(date),
  source: fc.option(field),
  author: fc.option(field),
  url: fc.option(
    fc.oneof(
      field,
      text.map((rest) => `https://example.org/${rest}`),
    ),
  ),
  thread: fc.option(field),
  body: fc.oneof(
    field,
    fc.array(field, { maxLength: 5 }).map((lines) => lines.join('\n')),
  ),
});
const posts = raw.map(cleanPost).filter((post) => post !== null);

const place = (post: ImportedPost) => new PostPlaces(new Map(), []).pathOf(post);

describe('the file of an imported post', () => {
  it('is read as the same post', () =>
    fc.assert(
      fc.property(posts, fc.constantFrom('auto' as const, 'front-matter' as const), (post, format) => {
        const file = postFile(post);
        const read = readPosts(file, { format, path: `archives/${place(post)}` });
        assert.equal(read.posts.length, 1);
        const [found] = read.posts;
        assert.ok(found);
        assert.deepEqual(
          [found.title, found.date, found.source, found.author],
          [post.title, post.date, post.source, post.author],
        );
        assert.equal(file.slice(found.body.start, found.body.end), post.body);
        assert.deepEqual(read.problems, []);
      }),
      trials(300),
    ));

  it('is one text for one post, and cleaning it again changes nothing', () =>
    fc.assert(
      fc.property(posts, (post) => {
        assert.deepEqual(cleanPost(post), post);
        assert.equal(postFile({ ...post }), postFile(post));
      }),
      trials(300),
    ));

  it('tells a later import its id', () =>
    fc.assert(
      fc.property(posts, fc.constantFrom('\n', '\r\n'), (post, eol) => {
        const head = readHead(postFile(post).replaceAll('\n', eol));
        assert.deepEqual(head, { id: post.id, source: post.source });
      }),
      trials(300),
    ));

  it('is told apart from an edited one', () =>
    fc.assert(
      fc.property(posts, text, fc.nat(), (post, added, seed) => {
        const file = postFile(post);
        const later = postFile({ ...post, body: `${post.body}\nMore.` });
        assert.equal(compareWithFile(file, file), 'same');
        assert.equal(compareWithFile(file.replaceAll('\n', '\r\n'), file), 'same');
        assert.equal(compareWithFile(file, later), 'changed');
        // Somebody adds a line to the body.
        const at = file.length - (seed % (post.body.length + 1));
        const edited = `${file.slice(0, at)}edited${added.replaceAll('\r', '')}${file.slice(at)}`;
        assert.equal(compareWithFile(edited, file), 'same', 'the source has not changed');
        assert.equal(compareWithFile(edited, later), 'edited');
      }),
      trials(300),
    ));

  it('is never written over where no import wrote it', () => {
    const file = postFile({
      id: 'a',
      title: 'A',
      date: null,
      source: null,
      author: null,
      url: null,
      thread: null,
      body: 'B',
    });
    assert.equal(compareWithFile('---\nid: a\n---\n\nMine\n', file), 'edited');
    assert.equal(compareWithFile(file.replace(/imported: .*\n/, ''), file), 'edited');
    assert.equal(readHead('---\nid: a\n---\n\nimported: "0123456789abcdef"\n'), null);
    assert.equal(readHead('id: a\nimported: "0123456789abcdef"\n'), null);
  });
});

describe('the names of imported files', () => {
  const post: ImportedPost = {
    id: '1',
    title: 'The harbour is closed',
    date: '2016-05-04',
    source: null,
    author: null,
    url: null,
    thread: null,
    body: 'x',
  };

  it('are the date and the words of the title, with a number for a further post', () => {
    const places = new PostPlaces(new Map([['known', 'old/name.md']]), [
      'old/name.md',
      '2016/2016-05-04-the-harbour-is-closed-3.MD',
    ]);
    assert.equal(places.pathOf(post), '2016/2016-05-04-the-harbour-is-closed.md');
    assert.equal(places.pathOf(post), '2016/2016-05-04-the-harbour-is-closed-2.md');
    assert.equal(places.pathOf(post), '2016/2016-05-04-the-harbour-is-closed-4.md');
    assert.equal(places.pathOf({ ...post, id: 'known' }), 'old/name.md');
    assert.equal(places.pathOf({ ...post, date: null, title: '…' }), 'undated/untitled.md');
    assert.equal(places.pathOf({ ...post, date: null, title: 'CON' }), 'undated/post-con.md');
    assert.equal(
      places.pathOf({ ...post, date: null, title: '2016-05-04 Harbour' }),
      'undated/post-2016-05-04-harbour.md',
    );
  });

  it('stay in their folder, and within what disks take', () =>
    fc.assert(
      fc.property(posts, (one) => {
        const path = place(one);
        assert.match(path, /^(?:undated|\d{4})\/[^/\\:*?"<>|]+\.md$/u);
        assert.ok(!path.includes('..'));
        assert.ok(Buffer.byteLength(path) < 255);
      }),
      trials(200),
    ));
});

describe('cleaning', () => {
  it('keeps what people see', () => {
    assert.equal(cleanLine(' A\u00a0b\u200b\n c\u00ad '), 'A b c');
    assert.equal(cleanLine('می\u200cخواهم'), 'می\u200cخواهم');
    assert.equal(cleanBody('\r\n\r\na\u00a0b  \r\n\r\n\r\n\r\n  c\u00ad\t\n'), 'a b\n\n  c');
  });

  it('takes addresses of mail out of names', () => {
    assert.equal(cleanName('Mara Lind <mara@example.org>'), 'Mara Lind');
    assert.equal(cleanName('mara@example.org (Mara Lind)'), 'Mara Lind');
    assert.equal(cleanName('mara at example.org (Mara Lind)'), 'Mara Lind');
    assert.equal(cleanName('"Lind, Mara" <mara@example.org>'), 'Lind, Mara');
    assert.equal(cleanName('mara@example.org'), null);
    assert.equal(cleanName('By Mara Lind'), 'Mara Lind');
    assert.equal(cleanName('[[people/mara|Mara Lind]]'), 'Mara Lind');
    assert.equal(cleanName(' '), null);
  });
});
