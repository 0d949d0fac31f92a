import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeText, whyNoText } from '../../../src/core/text';
import { trials } from '../../support/trials';

describe('why bytes are no text', () => {
  it('names the first byte that is wrong, and its line', () => {
    const why = (text: string) => whyNoText(Buffer.from(text, 'latin1'));
    assert.equal(why('caf\xe9'), 'It is not UTF-8 text: the byte E9 at 3, in line 1');
    assert.equal(why('one\ntwo\n\xff'), 'It is not UTF-8 text: the byte FF at 8, in line 3');
    assert.equal(why('one\n\0\xff'), 'It is no text: a NUL at 4, in line 2');
    // A character that is cut off at the end.
    assert.equal(why('a\xe2\x82'), 'It is not UTF-8 text: the byte E2 at 1, in line 1');
  });

  it('means the end of the longest beginning that is text', () => {
    const piece = fc.oneof(
      fc.string().map((text) => [...Buffer.from(text)]),
      fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const bytes = Uint8Array.from(pieces.flat());
        fc.pre(decodeText(bytes) === null);
        const at = Number(/ at (\d+), in line/.exec(whyNoText(bytes))?.[1]);
        const ends = Array.from({ length: bytes.length + 1 }, (_, end) => end);
        assert.equal(at, Math.max(...ends.filter((end) => decodeText(bytes.subarray(0, end)) !== null)));
      }),
      trials(500),
    );
  });
});
