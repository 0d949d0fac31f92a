import assert from 'node:assert/strict';
import fc from 'fast-check';
import { crowdsAround, type Crowd, type Remembered } from '../../../src/core/anchor/crowd';
import { mightBeLikely, mightBeMeant, MUCH_ALIKE } from '../../../src/core/anchor/evidence';
import { numbersOf } from '../../../src/core/anchor/numbers';
import { findResembling } from '../../../src/core/anchor/resemblance';
import { describePlaces } from '../../../src/core/anchor/selector';
import { comparable, fold } from '../../../src/core/text/comparable';
import { advance } from '../../../src/core/text/comparable-text';
import type { ComparableText } from '../../../src/core/text/offset';
import { overlaps } from '../../../src/core/text/span';
import { asComparable, comparableOffset, matchQuote } from '../../support/comparable';
import { postAt } from '../../support/posts';
import { itSlow, trials } from '../../support/trials';

const NEAR = 64;

/** The slow way: each place weighed against each. */
function slowly(text: ComparableText, { own, quote }: Remembered): Crowd {
  const near = { start: advance(own.start, -NEAR), end: advance(own.end, NEAR) };
  const equal = matchQuote(text, quote, { limit: Infinity }).filter(
    (one) => one.span.start !== own.start && (overlaps(near, one.span) || mightBeMeant(quote, one)),
  );
  const resembling = (findResembling(text, [quote])[0] ?? []).filter(
    (one) => !overlaps(own, one.span) && mightBeLikely(quote, one),
  );
  const others = [...equal, ...resembling];
  if (others.some(({ side }) => side >= MUCH_ALIKE)) return 'much';
  return others.length > 0 ? 'some' : 'none';
}

// Few words, so that surroundings agree now by a little, now by half, now entirely.
const word = fc.constantFrom(
  'the',
  'of',
  'Hakim',
  'said',
  'boats',
  'a',
  'to',
  'ab',
  'harbour',
  'x'.repeat(40),
  'of Ilmen and',
);
const words = fc
  .array(word, { minLength: 1, maxLength: 150 })
  .map((list) => list.join(' ').replace(/said/g, 'said.\n\n'));

/** Places of some words with surroundings of any length, cut anywhere. */
const remembered = fc
  .record({
    text: words.map(fold),
    picks: fc.array(fc.record({ at: fc.nat(), length: fc.nat(30), before: fc.nat(60), after: fc.nat(60) }), {
      minLength: 1,
      maxLength: 30,
    }),
  })
  .map(({ text, picks }) => ({
    text,
    places: picks.map(({ at, length, before, after }): Remembered => {
      const all = [...text.matchAll(/\S+/g)];
      const start = all[at % all.length]?.index ?? 0;
      const end = Math.min(text.length, start + 1 + length);
      const quote = {
        exact: asComparable(text.slice(start, end)),
        before: asComparable(text.slice(Math.max(0, start - before), start).trim()),
        after: asComparable(text.slice(end, end + after).trim()),
      };
      return { own: { start: comparableOffset(start), end: comparableOffset(end) }, quote };
    }),
  }));

describe('places that are like others', () => {
  it('are told as by weighing each against each', () => {
    const seen = new Set<Crowd>();
    fc.assert(
      fc.property(remembered, ({ text, places }) => {
        const crowds = crowdsAround(text, places);
        crowds.forEach((crowd) => seen.add(crowd));
        assert.deepEqual(
          crowds,
          places.map((place) => slowly(text, place)),
        );
      }),
      trials(400),
    );
    assert.deepEqual([...seen].sort(), ['much', 'none', 'some']);
  });

  it('are numbered as by looking at each place of their post', () => {
    fc.assert(
      fc.property(remembered, fc.nat(), ({ text, places }, cut) => {
        const whole = comparable(text);
        const half = cut % (text.length + 1);
        const posts = [
          postAt('2016-05-04/one', { start: 0, end: half }),
          postAt('2016-05-05/two', { start: half, end: text.length }),
        ];
        const numbered = places.map((place, i) => ({ ...place, post: [...posts, null][i % 3] ?? null }));
        const expected = numbered.map(({ own, quote, post }) => {
          const within = post?.span ?? { start: 0, end: text.length };
          const full = matchQuote(text, quote, { from: within.start, to: within.end, limit: Infinity }).filter(
            ({ context }) => context === 1,
          );
          const n = full.findIndex(({ span }) => span.start === own.start) + 1;
          return { n: Math.max(1, n), of: Math.max(1, full.length) };
        });
        assert.deepEqual(numbersOf(whole, numbered), expected);
      }),
      trials(400),
    );
  });

  // Weighing each against each would take a minute.
  itSlow('are described quickly, however many there are', () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `Line ${i * 7919} of the list says that boats ${i} wait.`);
    const source = lines.join('\n\n');
    const spans = [...source.matchAll(/boats/g)].map(({ index }) => ({ start: index, end: index + 5 }));
    const start = process.cpuUsage();
    const selectors = describePlaces(source, spans, []);
    assert.equal(selectors.length, 10_000);
    assert(process.cpuUsage(start).user < 5_000_000);
  });
});
