import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import fc from 'fast-check';
import { indexLines } from '../../../src/core/text/lines';
import { readingUnits, sentenceAt, type Readable } from '../../../src/core/text/reading-units';
import { contains } from '../../../src/core/text/span';
import { trials } from '../../support/trials';

const readable = (text: string): Readable => ({
  text,
  lines: indexLines(text),
  within: { start: 0, end: text.length },
});

/** The sentence at the bar of a text, which is taken out. */
function sentence(barred: string): string | null {
  const offset = barred.indexOf('|');
  const text = barred.replace('|', '');
  const span = sentenceAt(readable(text), offset);
  return span && text.slice(span.start, span.end);
}

describe('the sentence at an offset', () => {
  it('goes from its first letter to its full stop', () => {
    strictEqual(sentence('The ship left. Nobody |saw it. The bell rang.'), 'Nobody saw it.');
    strictEqual(sentence('|The ship left. Nobody saw it.'), 'The ship left.');
    strictEqual(sentence('The ship left.| Nobody saw it.'), 'The ship left.');
    strictEqual(sentence('The ship left. |Nobody saw it.'), 'Nobody saw it.');
    strictEqual(sentence('The ship left. Nobody saw it.|'), 'Nobody saw it.');
    strictEqual(sentence('“Who rang?” she as|ked. No answer.'), '“Who rang?” she asked.');
  });

  it('does not end at a title, an initial or a number of a page', () => {
    strictEqual(
      sentence('It rained. Then Mr. Lind met |J. R. Berg of the U.S. Navy. He left.'),
      'Then Mr. Lind met J. R. Berg of the U.S. Navy.',
    );
    strictEqual(sentence('See p. 12 |of the log. It is torn.'), 'See p. 12 of the log.');
  });

  it('goes over line ends of any kind, and not over blank lines', () => {
    strictEqual(sentence('A head\n\nThe ship\nle|ft. More.\n\nNext.'), 'The ship\nleft.');
    strictEqual(sentence('A head\r\n \r\nThe ship\r\nle|ft. More.'), 'The ship\r\nleft.');
    strictEqual(sentence('A he|ad\n\nThe ship'), 'A head');
    strictEqual(sentence('One.\n|\nTwo.'), null);
    strictEqual(sentence('|'), null);
  });

  it('keeps within its part of the text', () => {
    const text = 'One two. Three four.';
    const within = { start: 4, end: 15 };
    const at = (offset: number) => sentenceAt({ ...readable(text), within }, offset);
    deepStrictEqual(at(5), { start: 4, end: 8 });
    deepStrictEqual(at(10), { start: 9, end: 14 });
    strictEqual(at(2), null);
  });
});

describe('growing units', () => {
  it('are the word, the sentence and the paragraph', () => {
    const text = 'Head\n\nIt rained. The ship left.\n\nEnd.';
    const at = text.indexOf('ship') + 1;
    deepStrictEqual(
      readingUnits(readable(text), { start: at, end: at }).map(({ start, end }) => text.slice(start, end)),
      ['ship', 'The ship left.', 'It rained. The ship left.'],
    );
  });

  it('leave out what is selected already, and what does not hold it', () => {
    const text = 'It rained. The ship left.';
    const from = text.indexOf('The');
    deepStrictEqual(readingUnits(readable(text), { start: from, end: text.length }), [{ start: 0, end: text.length }]);
    deepStrictEqual(readingUnits(readable(text), { start: 0, end: text.length }), []);
  });

  const piece = fc.constantFrom(
    'a',
    'B',
    '. ',
    ' ',
    '\n',
    '\r\n',
    '\n\n',
    '. A',
    '“',
    '”',
    '漢字。',
    '😀',
    'Mr. ',
    '\u2028',
  );
  const words = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('each hold the selection and the one before, begin and end with no blank, and cross no blank line', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(4), (text, at, length) => {
        const start = at % (text.length + 1);
        const selected = { start, end: Math.min(text.length, start + length) };
        let last = selected;
        for (const unit of readingUnits(readable(text), selected)) {
          ok(contains(unit, last) && unit.end - unit.start > last.end - last.start);
          const inside = text.slice(unit.start, unit.end);
          strictEqual(inside, inside.trim());
          ok(!/(?:\r\n|\n)[^\S\r\n]*(?:\r\n|\n)/.test(inside));
          last = unit;
        }
      }),
      trials(300),
    );
  });

  it('give each offset of a line with letters a sentence that touches it', () => {
    fc.assert(
      fc.property(words, fc.nat(), (text, at) => {
        const offset = at % (text.length + 1);
        const lines = indexLines(text);
        const line = lines.lineAt(offset);
        const isBlank = text.slice(lines.startOf(line), lines.endOf(line)).trim() === '';
        const span = sentenceAt(readable(text), offset);
        strictEqual(span === null, isBlank);
        if (span)
          strictEqual(
            text.slice(Math.min(span.start, offset), Math.max(span.end, offset)).trim(),
            text.slice(span.start, span.end),
          );
      }),
      trials(300),
    );
  });
});
