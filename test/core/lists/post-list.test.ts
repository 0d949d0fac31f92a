import assert from 'node:assert/strict';
import {
  groupPosts,
  listPosts,
  longDate,
  POST_ORDERS,
  postLabel,
  shortDate,
  sortPosts,
  type PostOrder,
} from '../../../src/core/lists/post-list';
import { harbourArchive } from '../../support/harbour-archive';

const LABELS = [
  'The harbour is closed',
  'Who pays for the wall?',
  'A captain’s last voyage',
  'The bell',
  'untitled.md',
] as const;
const [CLOSED, WALL, VOYAGE, BELL, UNTITLED] = LABELS;

describe('the list of posts', () => {
  it('has the posts of all texts in the order of the files', async () => {
    const entries = listPosts(await harbourArchive());
    assert.deepEqual(entries.map(postLabel), LABELS);
    assert.deepEqual(
      entries.map(({ alone }) => alone),
      [false, false, false, true, true],
    );
  });

  it('counts annotations where they are now, and without a place, where their record says', async () => {
    const entries = listPosts(await harbourArchive());
    assert.deepEqual(
      entries.map(({ annotations }) => annotations),
      [2, 1, 1, 0, 0],
    );
    assert.deepEqual(entries[0]?.tags, ['claim', 'evidence', 'rumour']);
  });

  it('gives the same entries as long as nothing has changed', async () => {
    const archive = await harbourArchive();
    assert.equal(listPosts(archive)[0], listPosts(archive)[0]);
    archive.text('archives/harbour.txt')?.setSidecar(null);
    assert.equal(listPosts(archive)[0]?.annotations, 0);
  });

  const orders: [PostOrder, readonly string[]][] = [
    ['newest', [BELL, VOYAGE, WALL, CLOSED, UNTITLED]],
    ['oldest', [CLOSED, WALL, VOYAGE, BELL, UNTITLED]],
    ['title', [VOYAGE, BELL, CLOSED, UNTITLED, WALL]],
    ['file', LABELS],
    ['annotated', [CLOSED, VOYAGE, WALL, BELL, UNTITLED]],
  ];
  for (const [order, labels] of orders) {
    it(`sorts: ${order}`, async () => {
      assert.deepEqual(sortPosts(listPosts(await harbourArchive()), order).map(postLabel), labels);
    });
  }

  it('sorts to the same order whatever the order before', async () => {
    const entries = listPosts(await harbourArchive());
    for (const order of POST_ORDERS) {
      assert.deepEqual(sortPosts([...entries].reverse(), order), sortPosts(entries, order));
    }
  });

  it('sorts numbers in titles as numbers and looks past quotation marks', async () => {
    const note = (title: string) => `---\ntitle: ${title}\n---\n\nText.\n`;
    const archive = await harbourArchive({
      'notes/a.md': note('“Letter 10”'),
      'notes/b.md': note('Letter 9'),
    });
    const sorted = sortPosts(listPosts(archive), 'title').map(postLabel);
    assert.deepEqual(
      sorted.filter((label) => label.includes('Letter')),
      ['Letter 9', '“Letter 10”'],
    );
  });

  it('groups the posts of a file by year, and files of one post by folder', async () => {
    const groups = groupPosts(listPosts(await harbourArchive()), 'newest').map(({ kind, path, years }) => [
      `${kind} ${path}`,
      years?.map(({ year, entries }) => [year, entries.map(postLabel)]),
    ]);
    assert.deepEqual(groups, [
      [
        'file archives/harbour.txt',
        [
          ['2017', [VOYAGE, WALL]],
          ['2016', [CLOSED]],
        ],
      ],
      [
        'folder notes',
        [
          ['2018', [BELL]],
          [null, [UNTITLED]],
        ],
      ],
    ]);
  });

  it('has no years in orders that are none of dates', async () => {
    for (const order of ['title', 'file', 'annotated'] as const) {
      const groups = groupPosts(listPosts(await harbourArchive()), order);
      assert.deepEqual(
        groups.map(({ years }) => years),
        [null, null],
      );
    }
  });

  it('keeps a post under its file when a filter leaves but that one', async () => {
    const [first] = listPosts(await harbourArchive());
    assert(first);
    assert.equal(groupPosts([first], 'newest')[0]?.kind, 'file');
  });

  it('spells dates', () => {
    assert.equal(shortDate('2017-03-02'), '2 Mar 2017');
    assert.equal(longDate('2017-03-02'), '2 March 2017');
    assert.equal(shortDate('who knows'), 'who knows');
  });
});
