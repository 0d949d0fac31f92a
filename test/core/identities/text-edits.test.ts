import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textEdits } from '../../../src/core/identities/text-edits';
import { applyEdits } from '../../../src/core/text/edit';
import { trials } from '../../support/trials';

const edits = (before: string, after: string) =>
  textEdits(before, after).map(({ span, text }) => [before.slice(span.start, span.end), text]);

describe('the edits that lead from one state of a file to another', () => {
  it('are as short as what has changed', () => {
    assert.deepEqual(edits('a: 1\nid: oran\nb\n', 'a: 1\nid: qasim-oran\nb\n'), [['', 'qasim-']]);
    assert.deepEqual(edits('a\nb\nc\nd\n', 'a\nd\n'), [['b\nc\n', '']]);
    assert.deepEqual(edits('a\nd\n', 'a\nb\nc\nd\n'), [['', 'b\nc\n']]);
    assert.deepEqual(edits('a\r\nb', 'a\nb'), [['\r\n', '\n']]);
    assert.deepEqual(edits('x 😀\n', 'x 😁\n'), [['😀', '😁']]);
    assert.deepEqual(edits('a: 1\nb: 2\n', 'a: old 1\nb: 2\nc: 3\n'), [
      ['', 'old '],
      ['', 'c: 3\n'],
    ]);
    assert.deepEqual(edits('same', 'same'), []);
  });

  it('are of whole words', () => {
    assert.deepEqual(edits('name: Nuri Al-Oran\n', 'name: Nouri al-Oran\n'), [['Nuri Al', 'Nouri al']]);
    assert.deepEqual(edits('id: old\n', 'id: older\n'), [['old', 'older']]);
    assert.deepEqual(edits('id: cafe\u0301\n', 'id: cafe\n'), [['cafe\u0301', 'cafe']]);
  });

  it('leave the lines between two changes alone', () => {
    const lines = Array.from({ length: 50 }, (_, i) => `line ${i}\n`);
    const after = lines.toSpliced(40, 3).with(10, 'line ten\n').toSpliced(5, 0, 'new\n', 'newer\n');
    const found = textEdits(lines.join(''), after.join(''));
    assert.equal(found.length, 3);
    assert.equal(applyEdits(lines.join(''), found), after.join(''));
  });

  it('always lead there', () => {
    const line = fc.constantFrom('a\n', 'b\n', '\n', 'a\r\n', '  - id: x\n', '  - id: y\n', 'é😀\n', '\r');
    const text = fc
      .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('', 'end', '😀'))
      .map(([all, end]) => all.join('') + end);
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(applyEdits(before, textEdits(before, after)), after);
      }),
      trials(500),
    );
  });

  it('are found where nothing is in common for a long way', () => {
    const before = Array.from({ length: 1000 }, (_, i) => `a${i}\n`).join('') + 'end\n';
    const after = Array.from({ length: 900 }, (_, i) => `b${i}\n`).join('') + 'end\n';
    assert.equal(applyEdits(before, textEdits(before, after)), after);
    assert.equal(textEdits(before, after).length, 1);
  });
});
