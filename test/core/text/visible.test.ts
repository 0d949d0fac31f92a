import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cut, quoted, visible } from '../../../src/core/text/visible';
import { trials } from '../../support/trials';

describe('text made visible', () => {
  it('stands on one line', () => {
    assert.equal(visible('a\nb\r\nc\rd\te\u2028f\u2029g'), 'a b c d e f g');
  });

  it('spells out all that nobody sees, or that changes a direction', () => {
    const hidden = [
      ...[0x00, 0x07, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x180e, 0x200b, 0x200c],
      ...[
        0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069,
      ],
      ...[
        0x206a, 0x206f, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xfffb, 0x1d173, 0xe0001, 0xe0041, 0xe0100, 0xd800,
        0xdfff,
      ],
    ];
    for (const point of hidden) {
      const spelled = `<U+${point.toString(16).toUpperCase().padStart(4, '0')}>`;
      assert.equal(visible(`a${String.fromCodePoint(point)}b`), `a${spelled}b`);
    }
  });

  it('leaves the joiners of words and the parts of emoji', () => {
    for (const text of [
      'می\u200cخواهم',
      'ක\u0dca\u200dෂ',
      'क्\u200dष',
      '👩🏽\u200d🚀',
      '❤\ufe0f',
      '1\ufe0f\u20e3',
      '葛\u{e0100}城',
    ])
      assert.equal(visible(text), text);
    // The same characters elsewhere say nothing.
    assert.equal(visible('م\u200c م'), 'م<U+200C> م');
    assert.equal(visible('1\ufe0f 👩\u200d'), '1<U+FE0F> 👩<U+200D>');
  });

  it('is the same when it is made visible again, and holds no control or bidirectional character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const shown = visible(text);
        assert.equal(visible(shown), shown);
        assert.doesNotMatch(shown, /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
        // Nothing is left out: what is not spelled out or a line break stands there still.
        const seen = text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{DI}\ufff9-\ufffb\s]/gu, '');
        assert.equal(shown.replace(/<U\+[0-9A-F]{4,6}>|[\p{DI}\s]/gu, ''), seen.replace(/<U\+[0-9A-F]{4,6}>/g, ''));
      }),
      trials(2000),
    );
  });

  it('is cut at a bounded length, and not within a surrogate pair', () => {
    assert.equal(cut('abc', 3), 'abc');
    assert.equal(cut('abcd', 3), 'ab…');
    assert.equal(cut('a😀b', 3), 'a…');
    assert.equal(quoted('😀'.repeat(40)), `“${'😀'.repeat(29)}…”`);
    assert.equal(quoted('Mara'), '“Mara”');
  });
});
