import assert from 'node:assert/strict';
import fc from 'fast-check';
import { comparable, fold } from '../../../src/core/text/comparable';
import { advance, START } from '../../../src/core/text/comparable-text';
import { trials } from '../../support/trials';

const WORDS = [
  ...[
    'Tehran',
    'Qu’est',
    'naïve',
    'Ångström',
    'é',
    'ﬁ',
    '“so”',
    '«so»',
    "it's",
    '—',
    '…',
    '漢字',
    '한국어',
    'हिन्दी',
    'क़लम',
    'عَرَبِيّ',
  ],
  ...[
    'e\u0301',
    '\u1112\u1161\u11ab',
    'x\u0302',
    '\u212b',
    '\u1fef',
    '’\u0301',
    '"\u0308',
    '👩‍👩‍👧',
    '😀',
    'a\u00adb',
    'e\u00ad\u0301',
    'e\u200b\u0301',
    '\ufeffz',
    '\u{1d15e}',
    '\u0344',
    '\ufb1f',
  ],
];
const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
  fc.string({ maxLength: 4 }),
);
const space = fc.constantFrom(' ', '\n', '\r\n', '  ', '\u00a0', '\t', '\n\n', ' \u00ad ', '\u2028', '\u0085');
const text = fc.array(fc.tuple(word, space)).map((parts) => parts.flat().join(''));
const anything = fc.oneof(text, fc.string({ unit: 'binary' }), fc.string({ unit: 'binary-ascii' }));

describe('the comparable form of a text', () => {
  it('is its own comparable form', () => {
    fc.assert(
      fc.property(anything, (source) => {
        const folded = fold(source);
        assert.equal(fold(folded), folded);
      }),
      trials(1000),
    );
  });

  it('is the same for copies that differ in line ends, white space, quotation marks, hidden characters and composition', () => {
    const changes: readonly ((source: string) => string)[] = [
      (source) => source.replace(/\r\n|\n/g, '\r\n'),
      (source) => source.replace(/\r\n|\n/g, ' \n  '),
      (source) => source.replace(/ /g, '\u00a0'),
      (source) => source.replace(/ /g, '\n'),
      (source) => source.replace(/’/g, "'").replace(/[“”«»]/g, '"'),
      (source) => source.replace(/\u00ad|\u200b|\ufeff/g, ''),
      (source) => `\ufeff${source}`,
      (source) => source.normalize('NFD'),
      (source) => source.normalize('NFC'),
      (source) => `${source}é`.normalize('NFD').slice(0, -2),
    ];
    fc.assert(
      fc.property(text, fc.subarray([...changes]), (source, chosen) => {
        const changed = chosen.reduce((current, change) => change(current), source);
        assert.equal(fold(changed), fold(source));
      }),
      trials(1000),
    );
  });

  it('composes the letters of Hangul, letters that grow by it, and letters with hidden characters before their marks', () => {
    assert.equal(fold('한국어'.normalize('NFD')), fold('한국어'));
    assert.equal(fold('\u0958 \u{1d15e}'), '\u0915\u093c \u{1d157}\u{1d165}');
    assert.equal(fold('\u0958'.repeat(1000)), '\u0915\u093c'.repeat(1000));
    assert.equal(fold('e\u00ad\u0301'), 'é');
    assert.equal(fold('’\u0301 é'), fold('’\u0301 e\u0301'));
    assert.equal(fold('\u212b'), 'Å');
  });

  it('is the same without the invisible characters that tools strip', () => {
    assert.equal(fold('کتاب\u200cها را'), fold('کتابها را'));
    assert.equal(fold('❤\ufe0f \u200fab\u200d\u2067c\u2069'), fold('❤ abc'));
  });

  it('maps each passage back to just the place that it came from', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (words, a, b, decomposed) => {
          const clean = words
            .map((each) => each.replace(/[\s\u0085\u00ad\u200b\ufeff]/g, '') || 'x')
            .map((each) => (/^[\p{M}\u1160-\u11ff]/u.test(each) ? `x${each}` : each));
          const source = decomposed ? clean.join(' \r\n\u00ad ') : `${clean.join(' \r\n\u00ad ')} e\u0301`;
          const [first, last] = [a % clean.length, b % clean.length].sort((x, y) => x - y) as [number, number];
          const start = clean.slice(0, first).reduce((sum, each) => sum + each.length + 5, 0);
          const passage = clean.slice(first, last + 1).join(' \r\n\u00ad ');
          const whole = comparable(source);
          const from = whole.from(start);
          const to = advance(from, fold(passage).length);
          assert.equal(whole.text.slice(from, to), fold(passage));
          assert.deepEqual([whole.original(from), whole.endOf(to)], [start, start + passage.length]);
          assert.equal(source.slice(whole.original(from), whole.endOf(to)), passage);
        },
      ),
      trials(1000),
    );
  });

  it('has a map that never runs backwards and never leaves the text', () => {
    fc.assert(
      fc.property(anything, (source) => {
        const whole = comparable(source);
        let last = 0;
        for (let at = START; at <= whole.text.length; at++) {
          const original = whole.original(at);
          assert(original >= last && original <= source.length);
          assert(whole.endOf(at) <= source.length);
          assert(whole.from(original) <= at);
          last = original;
        }
        assert.equal(whole.original(advance(START, whole.text.length)), source.length);
        assert.equal(whole.from(Infinity), whole.text.length);
      }),
      trials(300),
    );
  });

  it('knows its paragraphs, which blank lines part in any way of writing line ends', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const whole = comparable(`One${eol}two.${eol} ${eol}${eol}Three ‘four’.${eol}${eol}Five.`);
      assert.equal(whole.text, "One two. Three 'four'. Five.");
      const paragraphs = [0, 7, 9, 14, 23].map((offset) => {
        const { start, end } = whole.paragraphAt(advance(START, offset));
        return whole.text.slice(start, end);
      });
      assert.deepEqual(paragraphs, ['One two.', 'One two.', "Three 'four'.", "Three 'four'.", 'Five.']);
    }
    assert.deepEqual(comparable('').paragraphAt(START), { start: 0, end: 0 });
  });
});
