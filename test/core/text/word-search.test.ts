import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordSearch } from '../../../src/core/text/word-search';
import { trials } from '../../support/trials';

const NAMES = [
  ['Qasem Soleimani', 'Haj Qasem'],
  ['Ammar al-Hakim'],
  ['Solange Ibarra'],
  ['Basra'],
  ['New Basra Road'],
  ['Łódź-Élan'],
  ['Absolem'],
];
const search = wordSearch(NAMES, (texts) => texts);
const found = (query: string) => search(query).map(([name]) => name);

describe('searching by the words of a name', () => {
  it('finds what holds each word, in part, in any order, whatever the case and the accents', () => {
    assert.deepEqual(found('hakim amm'), ['Ammar al-Hakim']);
    assert.deepEqual(found('HAJ'), ['Qasem Soleimani']);
    assert.deepEqual(found('elan'), ['Łódź-Élan']);
    assert.deepEqual(found('éLAN'), ['Łódź-Élan']);
    assert.deepEqual(found('asr'), ['Basra', 'New Basra Road']);
    assert.deepEqual(found('nobody'), []);
    assert.equal(search('  '), NAMES);
  });

  it('lists what begins so first, then words that begin so, then the rest', () => {
    assert.deepEqual(found('sol'), ['Solange Ibarra', 'Qasem Soleimani', 'Absolem']);
    assert.deepEqual(found('basra'), ['Basra', 'New Basra Road']);
  });

  it('finds every item by any of its texts, and by any part of one', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (items, which, part) => {
        const item = items[which % items.length] ?? [];
        const text = item[part % item.length] ?? '';
        assert(wordSearch(items, (one) => one)(text).includes(item));
      }),
      trials(200),
    );
  });
});
