import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeText, moveSpan } from '../../../src/core/text/change';
import { applyEdits, lineEndingOf } from '../../../src/core/text/edit';
import { decodeText } from '../../../src/core/text/decode';
import { indexLines } from '../../../src/core/text/lines';
import { contains, overlaps } from '../../../src/core/text/span';
import { mark, marked } from '../../support/marked';
import { trials } from '../../support/trials';

describe('edits of a text', () => {
  it('may come in any order, and two insertions at one place keep theirs', () => {
    const edits = [
      { span: { start: 4, end: 5 }, text: 'E' },
      { span: { start: 1, end: 1 }, text: '1' },
      { span: { start: 1, end: 1 }, text: '2' },
      { span: { start: 1, end: 2 }, text: '' },
    ];
    assert.equal(applyEdits('abcde', edits), 'a12cdE');
    assert.throws(
      () =>
        applyEdits('abc', [
          { span: { start: 0, end: 2 }, text: '' },
          { span: { start: 1, end: 3 }, text: '' },
        ]),
      RangeError,
    );
  });

  it('move a span as they move a mark in the text', () => {
    const move = (source: string, start: number, removed: number, inserted: string) => {
      const { text, span } = marked(source);
      const change = { start, removed, inserted };
      const moved = moveSpan(span, change);
      return moved ? mark(changeText(text, change), [moved]) : null;
    };
    assert.equal(move('ab⟦cd⟧ef', 0, 1, 'xyz'), 'xyzb⟦cd⟧ef');
    assert.equal(move('ab⟦cd⟧ef', 2, 0, 'x'), 'abx⟦cd⟧ef');
    assert.equal(move('ab⟦cd⟧ef', 4, 0, 'x'), 'ab⟦cd⟧xef');
    assert.equal(move('ab⟦cd⟧ef', 3, 0, 'x'), 'ab⟦cxd⟧ef');
    assert.equal(move('ab⟦cd⟧ef', 1, 2, 'x'), 'ax⟦d⟧ef');
    assert.equal(move('ab⟦cd⟧ef', 3, 2, 'x'), 'ab⟦c⟧xf');
    assert.equal(move('ab⟦cd⟧ef', 1, 4, 'x'), null);
    assert.equal(move('ab⟦cd⟧ef', 2, 2, 'x'), null);
    assert.equal(move('ab⟦cd⟧ef', 5, 1, ''), 'ab⟦cd⟧e');
  });

  it('keep a span inside the text, and its untouched characters in it', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.nat(12),
        fc.nat(12),
        fc.nat(12),
        fc.nat(12),
        fc.string({ maxLength: 4 }),
        (text, a, b, c, d, inserted) => {
          const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
          const at = c % (text.length + 1);
          const removed = d % (text.length - at + 1);
          const moved = moveSpan({ start, end }, { start: at, removed, inserted });
          const after = changeText(text, { start: at, removed, inserted });
          if (!moved) return;
          assert(moved.start <= moved.end && moved.end <= after.length);
          const left = text.slice(start, Math.max(start, Math.min(end, at)));
          const right = text.slice(Math.min(end, Math.max(start, at + removed)), end);
          assert(after.slice(moved.start, moved.end).startsWith(left));
          assert(after.slice(moved.start, moved.end).endsWith(right));
        },
      ),
      trials(500),
    );
  });
});

describe('lines of a text', () => {
  it('end at LF, CRLF and lone CR, and offsets find them again', () => {
    const lines = indexLines('a\nbc\r\n\rd');
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => [lines.startOf(line), lines.endOf(line)]),
      [
        [0, 1],
        [2, 4],
        [6, 6],
        [7, 8],
      ],
    );
    assert.equal(lines.count, 4);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', 'bb')).map((parts) => parts.join('')),
        (text) => {
          const index = indexLines(text);
          assert.equal(index.count, text.split(/\r\n|\r|\n/).length);
          for (let at = 0; at <= text.length; at++) {
            const line = index.lineAt(at);
            assert(index.startOf(line) <= at && (line + 1 === index.count || at < index.startOf(line + 1)));
          }
        },
      ),
      trials(200),
    );
  });

  it('are those of the first line end that a text has', () => {
    assert.deepEqual(['', 'a', 'a\n', 'a\r\n', '\n\r\n', 'a\rb\n'].map(lineEndingOf), [
      '\n',
      '\n',
      '\n',
      '\r\n',
      '\n',
      '\n',
    ]);
  });
});

describe('the text of a file', () => {
  it('is UTF-8 without its byte order mark, or nothing', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    assert.equal(decodeText(bytes('\ufeffé\r\n')), 'é\r\n');
    assert.equal(decodeText(new Uint8Array([0x61, 0xff])), null);
    assert.equal(decodeText(new Uint8Array([0x61, 0xc3])), null);
    assert.equal(decodeText(bytes('a\0b')), null);
    assert.equal(decodeText(bytes('')), '');
  });
});

describe('spans', () => {
  it('that touch do not overlap, and each contains itself', () => {
    const span = (start: number, end: number) => ({ start, end });
    assert.equal(overlaps(span(0, 2), span(2, 4)), false);
    assert.equal(overlaps(span(0, 3), span(2, 4)), true);
    assert.equal(overlaps(span(1, 1), span(0, 4)), false);
    assert.equal(contains(span(0, 2), span(0, 2)), true);
    assert.equal(contains(span(0, 2), span(1, 3)), false);
  });
});
