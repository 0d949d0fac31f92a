import assert from 'node:assert/strict';
import { byline, entry, text } from './text';
import { readPosts } from '../../../src/core/posts/read-posts';

const credit = (line: string, title?: string) => {
  const { source, author } = byline(line, title);
  return [source, author];
};

describe('a byline', () => {
  it('names title, source, author and date', () => {
    const source = entry(
      'The harbour is closed',
      'May 4, 2016',
      'The harbour is closed, Coastal Review, Mara Lind, May 4, 2016',
      'Ships wait.',
    );
    const [post] = readPosts(source).posts;
    assert.ok(post);
    const { places, ...rest } = post;
    assert.equal(rest.id, '2016-05-04/the-harbour-is-closed');
    assert.deepEqual([rest.source, rest.author, rest.date], ['Coastal Review', 'Mara Lind', '2016-05-04']);
    const at = (span: { start: number; end: number } | null) => span && source.slice(span.start, span.end);
    assert.equal(at(places.title), 'The harbour is closed');
    assert.equal(at(places.source), 'Coastal Review');
    assert.equal(at(places.author), 'Mara Lind');
    assert.deepEqual(places.date, { start: 23, end: 34 });
    assert.equal(at(post.body), 'Ships wait.');
    assert.equal(at(post.header)?.endsWith('Mara Lind, May 4, 2016'), true);
  });

  it('may lack the author, the source, the date, or all but the title', () => {
    assert.deepEqual(credit('The harbour is closed, Coastal Review, May 4, 2016'), ['Coastal Review', null]);
    assert.deepEqual(credit('The harbour is closed, May 4, 2016'), [null, null]);
    assert.deepEqual(credit('The harbour is closed, Coastal Review, Mara Lind'), ['Coastal Review', 'Mara Lind']);
    assert.deepEqual(credit('The harbour is closed'), [null, null]);
  });

  it('is told from the title by likeness, so the title may hold commas, colons and quotation marks', () => {
    const title = 'HARBOUR: Closed, ‘for now’, says “the mayor”';
    assert.deepEqual(
      credit(`HARBOUR: Closed, 'for now', says "the mayor", Coastal Review, Mara Lind, May 4, 2016`, title),
      ['Coastal Review', 'Mara Lind'],
    );
    assert.deepEqual(
      credit(
        'Open thread, 3,000 ships – and counting, Coastal Review, May 4, 2016',
        'Open thread, 3,000 ships – and counting',
      ),
      ['Coastal Review', null],
    );
  });

  it('repeats the title almost, not exactly', () => {
    for (const line of [
      'The old harbour is closed',
      'the Harbour is Closed',
      'Harbour is closed',
      'The harbor is closed',
      'The harbour, is closed',
    ]) {
      assert.deepEqual(
        credit(`${line}, Coastal Review, Mara Lind, May 4, 2016`),
        ['Coastal Review', 'Mara Lind'],
        line,
      );
    }
  });

  it('may have more of the title than the title line, or less', () => {
    assert.deepEqual(credit('The harbour is closed, says the mayor, Coastal Review, Mara Lind, May 4, 2016'), [
      'Coastal Review',
      'Mara Lind',
    ]);
    assert.deepEqual(
      credit('The harbour is closed, Coastal Review, May 4, 2016', 'The harbour is closed, says the mayor again'),
      ['Coastal Review', null],
    );
  });

  it('keeps the white space of a copy out of what it names', () => {
    const post = byline(
      'The harbour is closed,\u00a0Coastal\u00a0Review,\u00a0 Mara Lind\u00a0, May\u00a04, 2016',
      'The harbour is\u00a0 closed\u00a0',
    );
    assert.deepEqual(
      [post.title, post.source, post.author, post.date],
      ['The harbour is closed', 'Coastal Review', 'Mara Lind', '2016-05-04'],
    );
    assert.deepEqual(post.places.title, { start: 0, end: 22 });
  });

  it('has the same title word for word without any word in it', () => {
    assert.deepEqual(credit('???, Coastal Review, May 4, 2016', '???'), ['Coastal Review', null]);
  });

  it('works for a title of one word, with a question mark, or ending in a quotation mark', () => {
    assert.deepEqual(credit('Stuck, Coastal Review, Mara Lind, May 4, 2016', 'Stuck'), ['Coastal Review', 'Mara Lind']);
    assert.deepEqual(credit('Who closed the harbour?, Coastal Review, May 4, 2016', 'Who closed the harbour?'), [
      'Coastal Review',
      null,
    ]);
    assert.deepEqual(credit('Mayor: “Not me”, Coastal Review, May 4, 2016', 'Mayor: “Not me”'), [
      'Coastal Review',
      null,
    ]);
  });

  it('works in scripts without capitals', () => {
    assert.deepEqual(credit('الميناء مغلق، مجلة الساحل، May 4, 2016', 'الميناء مغلق'), ['مجلة الساحل', null]);
    assert.deepEqual(credit('Гавань закрыта, Береговой обзор, Мара Линд, May 4, 2016', 'Гавань закрыта'), [
      'Береговой обзор',
      'Мара Линд',
    ]);
  });

  it('yields to the date line where the dates differ, and helps where the line leaves the date open', () => {
    assert.equal(byline('The harbour is closed, Coastal Review, May 5, 2016').date, '2016-05-04');
    const source = entry(
      'The harbour is closed',
      '03/04/2016',
      'The harbour is closed, Coastal Review, April 3, 2016',
      'Text.',
    );
    const [post] = readPosts(source).posts;
    assert.equal(post?.date, '2016-04-03');
    assert.equal(source.slice(post.places.date?.start, post.places.date?.end), 'April 3, 2016');
  });

  it('leaves a date open that neither line tells', () => {
    const source = entry(
      'The harbour is closed',
      '03/04/2016',
      'The harbour is closed, Coastal Review, 03/04/2016',
      'Text.',
    );
    const [post] = readPosts(source).posts;
    assert.deepEqual(
      [post?.id, post?.date, post?.source, post?.author],
      ['undated/the-harbour-is-closed', null, 'Coastal Review', null],
    );
    assert.equal(post?.places.date, null);
  });

  it('may be wrapped, as may the title', () => {
    const source = text`
      The harbour is closed until
      the end of the war

      May 4, 2016

      The harbour is closed until the end of the war,
      Coastal Review, Mara Lind, May 4, 2016

      Ships wait.
    `;
    const [post] = readPosts(source).posts;
    assert.deepEqual(
      [post?.title, post?.source, post?.author],
      ['The harbour is closed until the end of the war', 'Coastal Review', 'Mara Lind'],
    );
    assert.equal(source.slice(post?.body.start, post?.body.end), 'Ships wait.');
  });

  it('needs no blank lines around it', () => {
    const source =
      'Last words.\nThe harbour is closed\nMay 4, 2016\nThe harbour is closed, Coastal Review, May 4, 2016\nShips wait.';
    const [post] = readPosts(source).posts;
    assert.deepEqual([post?.title, post?.source, post?.span.start], ['The harbour is closed', 'Coastal Review', 12]);
    assert.equal(source.slice(post?.body.start), 'Ships wait.');
  });

  it('gives no title to a paragraph above it when the title is lost', () => {
    const source = [
      entry(
        'The harbour is closed',
        'May 4, 2016',
        'The harbour is closed, Coastal Review, May 4, 2016',
        'Ships wait there.',
      ),
      entry('April 2, 2016', 'Free at last, Coastal Review, April 2, 2016', null),
    ].join('\n\n');
    assert.equal(readPosts(source).posts.length, 1);
  });

  it('tells a lone author from a source when the archive names him elsewhere', () => {
    const source = [
      entry(
        'The harbour is closed',
        'May 4, 2016',
        'The harbour is closed, Coastal Review, Mara Lind, May 4, 2016',
        'One.',
      ),
      entry('The harbour is open', 'May 3, 2016', 'The harbour is open, Mara Lind, May 3, 2016', 'Two.'),
    ].join('\n\n');
    assert.deepEqual(
      readPosts(source).posts.map((post) => [post.source, post.author]),
      [
        ['Coastal Review', 'Mara Lind'],
        [null, 'Mara Lind'],
      ],
    );
  });
});
