// What is written in a layout is read back from it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPosts } from '../../../src/core/posts/read-posts';
import { trials } from '../../support/trials';

interface Written {
  readonly title: string;
  readonly date: string;
  readonly author: string;
  readonly body: readonly string[];
}

const WORDS = [
  'harbour',
  'bridge',
  'water',
  'hill',
  'gate',
  'tower',
  'Hafen',
  'Brücke',
  'порт',
  'мост',
  'الميناء',
  '港口',
  '항구',
  'puerto',
];
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 6 }).map((some) => some.join(' '));
const headline = words.map((text) => `The ${text}`);
const sentence = fc
  .tuple(headline, fc.constantFrom('.', '…', '...', '?', '!', '.”', '.)', '。', '।', '&amp;'))
  .map(([text, end]) => text + end);
const body = fc.array(
  words.map((text) => `They see ${text}, and wait.`),
  { minLength: 1, maxLength: 3 },
);

/** Posts of different days, the last one first. */
const posts = (title: fc.Arbitrary<string>): fc.Arbitrary<Written[]> =>
  fc.uniqueArray(fc.integer({ min: 0, max: 9000 }), { minLength: 2, maxLength: 12 }).chain((days) =>
    fc.tuple(
      ...days
        .sort((a, b) => b - a)
        .map((day) =>
          fc.record({
            title,
            date: fc.constant(new Date(Date.UTC(1995, 0, 1 + day)).toISOString().slice(0, 10)),
            author: fc.constantFrom('Mara Lind', 'Jon Vey', 'Ada Roe'),
            body,
          }),
        ),
    ),
  );

const dayOf = (language: string) => (date: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(
    Date.parse(date),
  );
const day = fc.constantFrom<((date: string) => string)[]>(
  (date) => date,
  ...['en', 'en-GB', 'de', 'fr', 'es', 'ru', 'zh', 'ja', 'ko', 'fa-u-ca-gregory'].map(dayOf),
);

const render = (written: readonly Written[], one: (post: Written) => string[]) =>
  written.map((post) => [...one(post), ...post.body].join('\n\n')).join('\n\n');

/** Asserts what is read; a layout that has no titles or writers gives null for them. */
function assertSame(source: string, path: string, written: readonly Written[], title: boolean, author: boolean): void {
  const read = readPosts(source, { path });
  assert.deepEqual(
    read.posts.map((post) => [post.date, post.title, post.author, source.slice(post.body.start, post.body.end)]),
    written.map((post) => [post.date, title ? post.title : null, author ? post.author : null, post.body.join('\n\n')]),
    source,
  );
}

describe('posts that are written', () => {
  it('as titles and dates are read back, whatever ends the titles', () => {
    fc.assert(
      fc.property(posts(fc.oneof(headline, sentence)), day, (written, write) => {
        assertSame(
          render(written, ({ title, date }) => [title, write(date)]),
          'a.txt',
          written,
          true,
          false,
        );
      }),
      trials(300),
    );
  });

  it('as a diary are read back, in either order', () => {
    fc.assert(
      fc.property(posts(headline), day, fc.boolean(), (written, write, rising) => {
        const ordered = rising ? [...written].reverse() : written;
        assertSame(
          render(ordered, ({ date }) => [write(date)]),
          'a.txt',
          ordered,
          false,
          false,
        );
      }),
      trials(300),
    );
  });

  const LAYOUTS: Record<string, (post: Written, write: (date: string) => string) => string[]> = {
    'headings with a date line': ({ title, date }, write) => [`## ${title}`, write(date)],
    'headings with an emphasized date': ({ title, date }, write) => [`## ${title}`, `*${write(date)}*`],
    'headings with labels': ({ title, date, author }, write) => [
      `# ${title}`,
      `**Date:** ${write(date)}\n**Author:** ${author}`,
    ],
    'headings with dates in brackets': ({ title, date }, write) => [`### ${title} (${write(date)})`],
    'headings behind dates': ({ title, date }, write) => [`## ${write(date)}: ${title}`],
    records: ({ title, date, author }, write) => [`Title: ${title}\nDate: ${write(date)}\nAuthor: ${author}`],
  };
  for (const [name, one] of Object.entries(LAYOUTS)) {
    it(`as ${name} are read back`, () => {
      fc.assert(
        fc.property(posts(headline), day, (written, write) => {
          const author = one({ title: '', date: '2016-05-04', author: 'Mara Lind', body: [] }, write)
            .join()
            .includes('Mara');
          assertSame(
            render(written, (post) => one(post, write)),
            'a.md',
            written,
            true,
            author,
          );
        }),
        trials(150),
      );
    });
  }
});
