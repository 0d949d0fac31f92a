import assert from 'node:assert/strict';
import { slugify, withIds, type Unnamed } from '../../../src/core/posts/post-id';

const nowhere = { start: 0, end: 0 };
const post = (title: string | null, date: string | null = '2016-05-04', fallback?: string): Unnamed => ({
  title,
  date,
  source: null,
  author: null,
  span: nowhere,
  header: nowhere,
  body: nowhere,
  places: { title: null, date: null, source: null, author: null },
  ...(fallback === undefined ? {} : { fallback }),
});
const ids = (...posts: Unnamed[]) => withIds(posts).map(({ id }) => id);

describe('slugify', () => {
  for (const [title, slug] of [
    ['The harbour is closed', 'the-harbour-is-closed'],
    ["The harbour’s “new” gate: it's Roe‘s!", 'the-harbours-new-gate-its-roes'],
    ['Ça, déjà vu – Ünïcode', 'ca-deja-vu-unicode'],
    ['İstanbul ﬁle №5', 'istanbul-file-no5'],
    ['항구 폐쇄', '항구-폐쇄'],
    ['الميناء مغلق', 'الميناء-مغلق'],
    ['  –  ', ''],
    ['', ''],
  ] as const) {
    it(`makes ${JSON.stringify(slug)} of ${JSON.stringify(title)}`, () => assert.equal(slugify(title), slug));
  }

  it('cuts at a word, at 80 code units at most', () => {
    const words = slugify('harbour '.repeat(30));
    assert.equal(words, Array.from({ length: 10 }, () => 'harbour').join('-'));
    assert.equal(slugify('x'.repeat(200)).length, 80);
    assert.equal(slugify(`${'x'.repeat(80)} y`), 'x'.repeat(80));
    assert.equal(slugify(`x${'𠀀'.repeat(100)}`), `x${'𠀀'.repeat(39)}`);
  });
});

describe('the ids of posts', () => {
  it('are numbered where title and date are the same', () => {
    assert.deepEqual(ids(post('Closed'), post('CLOSED!'), post('Closed', '2016-05-05'), post('closed')), [
      '2016-05-04/closed',
      '2016-05-04/closed-2',
      '2016-05-05/closed',
      '2016-05-04/closed-3',
    ]);
  });

  it('stay unique beside titles that end in numbers', () => {
    assert.deepEqual(ids(post('Closed 2'), post('Closed'), post('Closed'), post('Closed 2')), [
      '2016-05-04/closed-2',
      '2016-05-04/closed',
      '2016-05-04/closed-3',
      '2016-05-04/closed-2-2',
    ]);
  });

  it('name what has no date or no title', () => {
    assert.deepEqual(ids(post('Closed', null), post('?'), post(null, null, 'Log book'), post(null, null)), [
      'undated/closed',
      '2016-05-04/untitled',
      'undated/log-book',
      'undated/untitled',
    ]);
  });
});
