import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contains, type Span } from '../../../src/core/text/span';
import { FORMAT_NAMES } from '../../../src/core/posts/formats';
import { readPosts, type ReadPostsOptions } from '../../../src/core/posts/read-posts';
import { trials } from '../../support/trials';
import { contents, entry } from './text';

const line = fc.constantFrom(
  '',
  ' ',
  '\u00a0',
  '---',
  '+++',
  '...',
  'title: x',
  'title = "x"',
  'date: 2016-05-04',
  '- a',
  '? a',
  '[',
  '# Closed',
  '===',
  '```',
  'The harbour is closed',
  'The harbour is open',
  'Closed',
  '???',
  'May 4, 2016',
  'May 3, 2016',
  '03/04/2016',
  '2016-05-01',
  'The harbour is closed, Coastal Review, Mara Lind, May 4, 2016',
  'The harbour is open, Coastal ReviewMara Lind, May 3, 2016',
  'Closed, by Mara Lind',
  '???, Coastal Review, May 3, 2016',
  ', , ,',
  'Coastal Review, May 4, 2016',
  'Ships wait, they say.',
  '\ufeff',
  '\ud83d',
  'The harbour is closed, May 4, 2016, May 4, 2016',
  'aAaAaA',
  'by by for by for',
  'From mara@harbour.example Thu May  4 10:20:30 2016',
  'From jon at harbour.example',
  '>From here',
  'From: Mara Lind <mara@harbour.example>',
  'From: \u00a0<mara@harbour.example>\u00a0',
  'Subject: =?utf-8?Q?Closed=0A?=',
  'Subject:\u00a0',
  ' open, again ',
  'Date: Thu, 4 May 2016 10:20:30 +0200',
  'Date: Thu, 4 May',
  'List-Id: Talk <talk.harbour.example>',
  'Content-Transfer-Encoding: base64',
);
const post = entry(
  'The harbour is closed',
  'May 4, 2016',
  'The harbour is closed, Coastal Review, Mara Lind, May 4, 2016',
  'Ships wait.',
);
const lines = fc.array(fc.oneof({ weight: 12, arbitrary: line }, fc.string({ unit: 'binary', maxLength: 40 })), {
  maxLength: 40,
});
const shuffled = lines.map((parts) => parts.join('\n'));
const cut = fc
  .tuple(fc.nat(400), fc.nat(400), fc.string({ unit: 'binary', maxLength: 6 }))
  .map(([at, length, put]) => `Posts\n\n${post}\n\n${post}`.slice(0, at) + put + `${post}\n\n${post}`.slice(length));
const texts = fc.oneof(
  shuffled,
  cut,
  fc.string({ unit: 'binary', maxLength: 200 }),
  shuffled.map((text) => `---\n${text}\n---\n`),
);
const options: fc.Arbitrary<ReadPostsOptions> = fc.record({
  format: fc.constantFrom(...FORMAT_NAMES),
  path: fc.oneof(
    fc.constantFrom('a.txt', 'a.md', 'a.eml', 'a.mbox', '2016-05-04-x/index.md', '2016/05/04/x.md'),
    fc.string({ unit: 'binary' }),
  ),
});

function assertWithin(outer: Span, inner: Span | null): void {
  if (inner) assert.equal(contains(outer, inner) && inner.start <= inner.end, true, JSON.stringify([outer, inner]));
}

describe('posts, whatever the text,', () => {
  it('are ordered, disjoint and inside the text, with parts that fit', () => {
    fc.assert(
      fc.property(texts, options, (text, how) => {
        const { header, posts } = readPosts(text, how);
        let end = 0;
        for (const span of [...(header ? [header] : []), ...posts.map((one) => one.span)]) {
          assert.equal(span.start >= end && span.end >= span.start && span.end <= text.length, true);
          end = span.end;
        }
        if (header) assert.notEqual(text.slice(header.start, header.end).trim(), '');
        for (const { span, header: own, body, places, ...values } of posts) {
          assert.notEqual(span.start, span.end);
          [own, body].forEach((part) => assertWithin(span, part));
          assert.equal(own.start === span.start && own.end <= body.start && body.end === span.end, true);
          assert.equal(text.slice(own.end, body.start).trim(), '');
          Object.values(places).forEach((place) => assertWithin(own, place));
          assert.equal(text.slice(span.start, span.end).trimEnd().length, span.end - span.start);
          for (const name of ['title', 'date', 'source', 'author'] as const) {
            if (places[name]) assert.notEqual(values[name], null);
          }
          assert.match(values.date ?? '2016-05-04', /^\d{4}-\d{2}-\d{2}$/);
        }
      }),
      trials(3000),
    );
  });

  it('have ids of their own', () => {
    fc.assert(
      fc.property(texts, options, (text, how) => {
        const ids = readPosts(text, how).posts.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        for (const id of ids) assert.match(id, /^(?:undated|\d{4}-\d{2}-\d{2})\/[^\s/]+$/u);
      }),
      trials(1000),
    );
  });

  it('are the same each time, and the same for each line end', () => {
    fc.assert(
      fc.property(
        texts.map((text) => text.replaceAll('\r', '')),
        options,
        (text, how) => {
          const file = readPosts(text, how);
          assert.deepEqual(readPosts(text, how), file);
          const windows = text.replaceAll('\n', '\r\n');
          assert.deepEqual(contents(windows, readPosts(windows, how)), contents(text, file));
        },
      ),
      trials(2000),
    );
  });
});
