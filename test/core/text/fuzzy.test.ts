import assert from 'node:assert/strict';
import { fuzzySearch, NAME_TOLERANCE } from '../../../src/core/text/fuzzy';

const NAMES = ['Orrin Vale', 'Harbour Office', 'Café Norrland', 'The Northern Mail', 'Vale of Orr', 'Soleimani'];
const search = (query: string, tolerance?: number, names: readonly string[] = NAMES) =>
  fuzzySearch(names, (name) => [name], tolerance)(query);

describe('fuzzySearch', () => {
  it('gives all, in their order, for an empty query', () => {
    assert.equal(search(''), NAMES);
    assert.equal(search(' \t\n'), NAMES);
  });

  it('finds each by any of its words, whole or by its beginning, in any order and case', () => {
    for (const name of NAMES) {
      for (const query of [name, name.toLowerCase(), name.split(' ').toReversed().join(' '), ` ${name.slice(0, 4)} `]) {
        assert(search(query).includes(name), query);
      }
    }
  });

  it('wants every word of the query, and each letter of a short one', () => {
    assert.deepEqual(search('harbour mail'), []);
    assert.deepEqual(search('office harbour'), ['Harbour Office']);
    const short = ['bat', 'cat', 'at'];
    for (const name of short) assert.equal(search(name, 0.2, short)[0], name);
    assert.deepEqual(search('bat', 0.2, short), ['bat']);
    assert.deepEqual(search('b', 0.2, short), ['bat']);
    assert.deepEqual(search('x', 0.2, short), []);
  });

  it('forgives a typo in six letters and none in four', () => {
    assert.deepEqual(search('harbor'), ['Harbour Office']);
    assert.deepEqual(search('hxrboxr'), []);
    assert.deepEqual(search('vxle'), []);
    assert.deepEqual(search('xale'), []);
  });

  it('finds names that are spelled as they were heard', () => {
    assert.deepEqual(search('sulemani', NAME_TOLERANCE), ['Soleimani']);
    assert.deepEqual(search('sulemani'), []);
  });

  it('reads letters without their accents', () => {
    assert.deepEqual(search('cafe'), ['Café Norrland']);
    assert.deepEqual(search('mäil'), ['The Northern Mail']);
  });

  it('finds a word anywhere in a long text', () => {
    const long = `${'filler '.repeat(40)}lighthouse`;
    assert.deepEqual(search('lighthouse', 0.2, [long, 'other']), [long]);
  });

  it('reads the first two hundred code units of a query', () => {
    assert.deepEqual(search(`${'vale '.repeat(40)}nowhere`), search('vale'));
    assert.deepEqual(search(`${'vale '.repeat(39)}nowhere`), []);
    assert.deepEqual(search(`${' '.repeat(300)}vale`), search('vale'));
  });

  it('asks for the texts of the items only when somebody searches', () => {
    let asked = 0;
    const find = fuzzySearch(NAMES, (name) => [name, String(asked++)]);
    find('');
    assert.equal(asked, 0);
    find('vale');
    find('mail');
    assert.equal(asked, NAMES.length);
  });
});
