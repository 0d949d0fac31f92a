import assert from 'node:assert/strict';
import { filterPosts, filterValues, type FilterKind, type PostFilter } from '../../../src/core/lists/post-filter';
import { listPosts, postLabel } from '../../../src/core/lists/post-list';
import { OpenArchive } from '../../../src/core/archive/open-archive';
import { harbourArchive } from '../../support/harbour-archive';
import { MemoryHost } from '../../support/memory-host';

async function titles(filter: PostFilter): Promise<string[]> {
  const archive = await harbourArchive();
  return filterPosts(archive, listPosts(archive), filter).map(postLabel);
}

async function values(kind: FilterKind): Promise<string[]> {
  const archive = await harbourArchive();
  const counted = filterValues([{ archive, entries: listPosts(archive) }], kind);
  return counted.map(({ label, posts }) => `${label} ${posts}`);
}

const words = (text: string): PostFilter => ({ text: { key: text, label: text } });

describe('filtering posts', () => {
  it('takes two spellings of a source for one', async () => {
    assert.deepEqual(await values('source'), ['Coastal Review 2', 'The Lantern 1']);
    const archive = await harbourArchive();
    const [source] = filterValues([{ archive, entries: listPosts(archive) }], 'source');
    assert(source);
    assert.deepEqual(await titles({ source }), ['The harbour is closed', 'A captain’s last voyage']);
  });

  it('offers the spelling that is the most frequent', async () => {
    const archive = await harbourArchive();
    const [first, , third] = listPosts(archive);
    assert(first && third);
    const [source] = filterValues([{ archive, entries: [first, third, third] }], 'source');
    assert.deepEqual(source, { key: 'coastal review', label: 'COASTAL REVIEW', posts: 3 });
  });

  it('offers authors', async () => {
    assert.deepEqual(await values('author'), ['Mara Lind 2', 'Jon Berg 1']);
    assert.deepEqual(await titles({ author: { key: 'mara lind', label: 'Mara Lind' } }), [
      'The harbour is closed',
      'The bell',
    ]);
  });

  it('offers each author of a joint post', async () => {
    const archive = new OpenArchive(
      new MemoryHost({
        'postgloss.yaml': 'postgloss: 1\narchives:\n  - files: "*.md"\n',
        'a.md': '---\ntitle: A\nauthors: [Mara Lind, Jose\u0301 Vey]\n---\nRain.\n',
        'b.md': '---\ntitle: B\nauthor: Jos\u00e9 Vey\n---\nRain.\n',
      }),
    );
    await archive.open();
    const entries = listPosts(archive);
    const offered = filterValues([{ archive, entries }], 'author');
    assert.deepEqual(
      offered.map(({ label, posts }) => `${label.normalize('NFC')} ${posts}`),
      ['Jos\u00e9 Vey 2', 'Mara Lind 1'],
    );
    const found = offered.map((author) => filterPosts(archive, entries, { author }).map(({ path }) => path));
    assert.deepEqual(found, [['a.md', 'b.md'], ['a.md']]);
  });

  it('counts a tag for what it is a kind of', async () => {
    assert.deepEqual(await values('tag'), ['claim 2', 'claim/unsourced 1', 'evidence 1', 'rumour 1']);
    assert.deepEqual(await titles({ tag: { key: 'claim', label: 'claim' } }), [
      'The harbour is closed',
      'A captain’s last voyage',
    ]);
    assert.deepEqual(await titles({ tag: { key: 'claim/unsourced', label: 'claim/unsourced' } }), [
      'A captain’s last voyage',
    ]);
  });

  it('counts the posts of entities, not their mentions', async () => {
    assert.deepEqual(await values('entity'), ['Velmora 4', 'Port Office 2', 'Qasim Oran 2']);
    assert.deepEqual(await titles({ entity: { key: 'oran', label: 'Qasim Oran' } }), [
      'The harbour is closed',
      'A captain’s last voyage',
    ]);
  });

  it('offers only what the given posts have', async () => {
    const archive = await harbourArchive();
    const entries = listPosts(archive).slice(1, 2);
    const labels = filterValues([{ archive, entries }], 'entity').map(({ label }) => label);
    assert.deepEqual(labels, ['Port Office', 'Velmora']);
  });

  it('adds up the values of several archives', async () => {
    const [one, two] = [await harbourArchive(), await harbourArchive()];
    const lists = [one, two].map((archive) => ({ archive, entries: listPosts(archive) }));
    assert.equal(filterValues(lists, 'entity')[0]?.posts, 8);
  });

  it('finds words of the title with a typo, in any order, without accents', async () => {
    assert.deepEqual(await titles(words('harbor')), ['The harbour is closed']);
    assert.deepEqual(await titles(words('wall pays')), ['Who pays for the wall?']);
    assert.deepEqual(await titles(words('voyáge')), ['A captain’s last voyage']);
  });

  it('finds the source, the author and the date', async () => {
    assert.deepEqual(await titles(words('lantern')), ['Who pays for the wall?']);
    assert.deepEqual(await titles(words('jon berg')), ['A captain’s last voyage']);
  });

  it('finds words of the post as they are typed, all of them', async () => {
    assert.deepEqual(await titles(words('insured')), ['Who pays for the wall?']);
    assert.deepEqual(await titles(words('DIVER seen')), ['The bell']);
    assert.deepEqual(await titles(words('diver insured')), []);
  });

  it('lets a post fit all filters at once', async () => {
    const source = { key: 'coastal review', label: 'Coastal Review' };
    assert.deepEqual(await titles({ source, ...words('bell') }), ['A captain’s last voyage']);
  });

  it('shows all while nothing is looked for', async () => {
    assert.equal((await titles({})).length, 5);
    assert.equal((await titles(words('  '))).length, 5);
  });

  it('forgets the words of a post that has been edited', async () => {
    const archive = await harbourArchive();
    const insured = () => filterPosts(archive, listPosts(archive), words('insured')).length;
    assert.equal(insured(), 1);
    const text = archive.text('archives/harbour.txt');
    text?.replace(text.text.replace('nobody insured it', 'nobody knows'));
    assert.equal(insured(), 0);
  });
});
