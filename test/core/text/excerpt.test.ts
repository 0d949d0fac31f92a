import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contextOf, shortened } from '../../../src/core/text/excerpt';
import { mark, marked } from '../../support/marked';
import { trials } from '../../support/trials';

function context(source: string): string {
  const { text, span } = marked(source);
  const { line, marked: place } = contextOf(text, span);
  return mark(line, [place]);
}

describe('one line of context', () => {
  it('is the line of the place', () => {
    assert.equal(context('Above.\nCaptain ⟦Oran⟧ left.\nBelow.'), 'Captain ⟦Oran⟧ left.');
    assert.equal(context('⟦Oran⟧'), '⟦Oran⟧');
  });

  it('leaves out whole words, and says so', () => {
    assert.equal(
      context(
        'On Tuesday the Port Office of Velmora said that Captain ⟦Oran⟧ had taken the bell of the harbour with him, and that nobody knew where to.',
      ),
      '…said that Captain ⟦Oran⟧ had taken the bell of the harbour with him, and that nobody knew…',
    );
  });

  it('folds white space and a place that goes over lines', () => {
    assert.equal(context('a  \t b ⟦Qasim\r\n  Oran⟧  c\u00a0d'), 'a b ⟦Qasim Oran⟧ c d');
  });

  it('spells out what hides, and still marks the place', () => {
    assert.equal(context('x\u202ey ⟦O\u200bran⟧ z'), 'x<U+202E>y ⟦O<U+200B>ran⟧ z');
  });

  it('bears any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(300), fc.nat(300), (text, a, b) => {
        const start = Math.min(a, b, text.length);
        const end = Math.min(Math.max(a, b), text.length);
        const { line, marked: place } = contextOf(text, { start, end });
        assert(!/[\n\r\t]/.test(line));
        assert(place.start <= place.end && place.end <= line.length);
      }),
      trials(300),
    );
  });
});

describe('shortening', () => {
  it('keeps what is short enough, on one line', () => {
    assert.equal(shortened(' a\n b ', 10), 'a b');
  });

  it('cuts between words', () => {
    assert.equal(shortened('break barriers of sects', 16), 'break barriers…');
  });

  it('cuts a text without spaces anywhere but within a character', () => {
    assert.equal(shortened('aaaaaaaaa', 5), 'aaaaa…');
    assert.equal(shortened('aaaa😀aaaa', 5), 'aaaa…');
  });
});
