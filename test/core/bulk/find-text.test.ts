import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findText, isWholeWord } from '../../../src/core/bulk/find-text';
import { comparable, fold } from '../../../src/core/text/comparable';
import { foldCase } from '../../../src/core/text/comparable-text';
import { asComparable } from '../../support/comparable';
import { mark, marked } from '../../support/marked';
import { trials } from '../../support/trials';

interface How {
  readonly wholeWord?: boolean;
  readonly matchCase?: boolean;
}

/** Finds the wanted text in one whose marks show where it should be found. */
function finds(wanted: string, source: string, how: How = {}): void {
  const { text } = marked(source);
  const query = { text: wanted, wholeWord: true, matchCase: false, ...how };
  assert.equal(mark(text, findText(text, comparable(text), query)), source);
}

describe('finding every place of a text', () => {
  it('takes whole words by what Unicode calls a letter, or parts of them where that is wanted', () => {
    finds('Oran', '⟦Oran⟧ and Oranienburg, ⟦Oran⟧’s crew, (⟦Oran⟧), Oran2, xOran, Oran_1, ⟦oran⟧');
    finds('Oran', '⟦Oran⟧ienburg x⟦Oran⟧', { wholeWord: false });
    finds('пол', '⟦Пол⟧, ⟦пол⟧ и полка');
    finds('et', 'é⟦et⟧', { wholeWord: false });
    finds('et', 'éet ⟦et⟧ été');
    finds('a', '⟦a⟧ a\u0331 \u{1d49c}a ⟦a⟧');
    finds('.5', 'x⟦.5⟧ ⟦.5⟧ .55');
    finds('南京', '他在⟦南京⟧工作，⟦南京⟧很大');
    finds('미라', '⟦미라⟧는 미라톤');
    finds('U.N.', 'the ⟦U.N.⟧ and U.N.I.D.O.');
    finds('Lind', '⟦Lind⟧¹');
  });

  it('tells capital letters apart only where that is wanted', () => {
    finds('oran', '⟦Oran⟧ ⟦ORAN⟧ ⟦oran⟧');
    finds('oran', 'Oran ORAN ⟦oran⟧', { matchCase: true });
    finds('ΟΔΟΣ', '⟦οδος⟧ ⟦Οδος⟧');
    finds('istanbul', 'in ⟦İstanbul⟧ there');
    finds('straße', '⟦STRAẞE⟧');
  });

  it('finds a passage in reflowed text, with other quotation marks and composed otherwise', () => {
    finds('the “sea\nwall” of', '⟦The "sea wall" of⟧ ⟦the\r\n  “sea wall”\tof⟧');
    finds('Café', '⟦Cafe\u0301⟧ ⟦Café⟧ Cafe');
    finds('Lind', 'L\u00adind ⟦Lind⟧'.replace('L\u00adind', '⟦L\u00adind⟧'));
  });

  it('reaches over a blank line only where the wanted text does', () => {
    finds('one two', '⟦one two⟧ ⟦one\ntwo⟧ one\n\ntwo one\r\n \r\ntwo');
    finds('one\n\ntwo', '⟦one two⟧ ⟦one\n\ntwo⟧');
  });

  it('never finds places that overlap, and nothing for nothing', () => {
    finds('aa', '⟦aa⟧⟦aa⟧a', { wholeWord: false });
    finds('na na', '⟦na na⟧ ⟦na na⟧ na');
    finds('', 'a b');
    finds(' \n', 'a b');
    finds('\u00ad', 'a\u00adb');
  });

  it('looks for whole words where the selection is one', () => {
    const { text, spans } = marked('⟦Oran⟧ O⟦ra⟧n ⟦Captain Oran⟧ 東⟦京⟧都');
    assert.deepEqual(
      spans.map((span) => isWholeWord(text, span)),
      [true, false, true, true],
    );
  });

  it('keeps every offset when it leaves out the difference of letters', () => {
    for (let from = 0; from < 0x110000; from += 0x1000) {
      const points = Array.from({ length: 0x1000 }, (_, i) => from + i).filter((point) => point >>> 11 !== 0x1b);
      const text = String.fromCodePoint(...points);
      assert.equal(foldCase(asComparable(text)).length, text.length, `U+${from.toString(16)}`);
    }
  });

  it('finds exactly what comparing at every offset finds', () => {
    const words = fc.constantFrom(
      'a',
      'A',
      'ab',
      'b',
      '’',
      '“',
      ' ',
      '\n',
      '\r\n',
      '\n\n',
      'é',
      'e\u0301',
      '\u00ad',
      '😀',
      'İ',
      '_',
    );
    const texts = fc.array(words, { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (text, wanted, matchCase) => {
        const found = findText(text, comparable(text), { text: wanted, wholeWord: false, matchCase });
        const same = (part: string) => (matchCase ? fold(part) : foldCase(fold(part))).trim();
        let last = 0;
        for (const { start, end } of found) {
          assert(start >= last && end > start);
          assert.equal(same(text.slice(start, end)), same(wanted));
          last = end;
        }
        const plain = text.includes(wanted) && /^[abA]+$/.test(wanted);
        const splits = /[\u0301\u00ad]/.test(text);
        if (plain && !splits) assert(found.length > 0, 'a plain copy was not found');
      }),
      trials(2000),
    );
  });
});
