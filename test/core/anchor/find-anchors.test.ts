import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findAnchor, findAnchors } from '../../../src/core/anchor/anchor';
import { anchorByDiff } from '../../../src/core/anchor/anchor-by-diff';
import { findStrings } from '../../../src/core/anchor/find-strings';
import { findResembling } from '../../../src/core/anchor/resemblance';
import { describePlace, describePlaces } from '../../../src/core/anchor/selector';
import { alignWords } from '../../../src/core/text/align';
import { comparable, fold } from '../../../src/core/text/comparable';
import type { Span } from '../../../src/core/text/span';
import { asComparable } from '../../support/comparable';
import { postAt } from '../../support/posts';
import { itSlow, trials } from '../../support/trials';

const words = fc.constantFrom(
  'the',
  'of',
  'Hakim',
  'said',
  'boats',
  'naïve',
  '“so”',
  'a',
  '漢字',
  'x'.repeat(20),
  'harbour of Ilmen',
);
const text = fc
  .array(words, { minLength: 1, maxLength: 80 })
  .map((list) => list.join(' ').replace(/(said|a) /g, '$1.\n\n'));

/** Some spans of a text that begin and end with words. */
function spansOf(source: string, picks: readonly number[]): Span[] {
  const all = [...source.matchAll(/\p{L}+/gu)];
  return picks.flatMap((pick) => {
    const first = all[pick % all.length];
    const last = all[(pick % all.length) + (pick % 7)] ?? first;
    return first && last ? [{ start: first.index, end: last.index + last[0].length }] : [];
  });
}

describe('finding many annotations at once', () => {
  it('gives just what finding them one by one gives, and so does describing them', () => {
    fc.assert(
      fc.property(text, text, fc.array(fc.nat(200), { minLength: 1, maxLength: 12 }), (source, more, picks) => {
        const now = `${more}\n\n${source.replace('Hakim', 'Hakeem')}`;
        const half = source.length >> 1;
        const posts = [
          postAt('2016-05-04/one', { start: 0, end: half }),
          postAt('2016-05-05/two', { start: half, end: now.length }),
        ];
        const spans = spansOf(source, picks);
        const selectors = describePlaces(source, spans, posts);
        assert.deepEqual(
          selectors,
          spans.map((span) => describePlace(source, span, posts)),
        );
        const whole = comparable(now);
        assert.deepEqual(
          findAnchors(whole, posts, selectors),
          selectors.map((selector) => findAnchor(whole, posts, selector)),
        );
      }),
      trials(400),
    );
  });

  it('gives by an index of equal words the place that comparing all of them gives, or none in doubt', () => {
    fc.assert(
      fc.property(text, text, fc.array(fc.nat(200), { minLength: 1, maxLength: 12 }), (source, more, picks) => {
        const now = `${more}\n\n${source.replace('Hakim', 'Hakeem')}`;
        const posts = [postAt('2016-05-04/one', { start: 0, end: now.length })];
        const selectors = describePlaces(source, spansOf(source, picks), posts);
        for (const later of [source, now]) {
          const slow = findAnchors(comparable(later), posts, selectors, Infinity);
          const indexed = findAnchors(comparable(later), posts, selectors, 0);
          for (const [i, anchor] of indexed.entries()) {
            const other = slow[i];
            if (later === source || anchor.state !== 'exact' || other?.state === 'exact')
              assert.deepEqual(anchor, other);
            else assert.equal(other?.state, 'ambiguous');
          }
        }
      }),
      trials(400),
    );
  });

  // Comparing each with each would exceed the effort, and leave most of them in doubt.
  for (const words of ['Ilmen', 'the harbour of Ilmen']) {
    itSlow(`finds each of 3,000 annotations of “${words}” in one text`, () => {
      const before = (i: number) => `${(i * 7919) % 10007} boats and ${(i * 31) % 997} men left `;
      const sentences = Array.from({ length: 3000 }, (_, i) => `${before(i)}${words} on day ${(i * 17) % 4999}. `);
      const spans: Span[] = [];
      let at = 0;
      for (const [i, sentence] of sentences.entries()) {
        const start = at + before(i).length;
        spans.push({ start, end: start + words.length });
        at += sentence.length;
      }
      const source = sentences.join('');
      const found = findAnchors(comparable(source), [], describePlaces(source, spans, []));
      assert.deepEqual(
        found.map(({ span }) => span),
        spans,
      );
    });
  }

  it('gives every place of each string, as a search for each of them does', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '漢'), maxLength: 300 }).map(asComparable);
    const part = fc.string({ unit: fc.constantFrom('a', 'b', '漢'), minLength: 1, maxLength: 14 }).map(asComparable);
    fc.assert(
      fc.property(letters, fc.array(part, { maxLength: 60 }), (source, strings) => {
        const found = findStrings(source, strings);
        for (const string of strings) {
          const places = [];
          for (let at = source.indexOf(string); at >= 0; at = source.indexOf(string, at + 1)) places.push(at);
          assert.deepEqual(found.get(string), places, JSON.stringify(string));
        }
      }),
      trials(500),
    );
  });

  // Without a bound on the work these two would take minutes, and run into the time limit.
  itSlow('gives no list of places where a string stands everywhere, however many there are of them', () => {
    const everywhere = fold('a'.repeat(100_000));
    const strings = Array.from({ length: 100 }, (_, i) => fold('a'.repeat(8 + i)));
    const found = findStrings(everywhere, strings);
    for (const string of strings) assert.equal(found.get(string), null);
    const selectors = strings.map((quote) => ({ post: null, quote, before: 'a'.repeat(30), after: 'b', copy: null }));
    for (const anchor of findAnchors(comparable(everywhere), [], selectors)) assert.equal(anchor.span, null);
  });

  it('finds a passage with a few slips, and says how many', () => {
    const exact = fold('nobody had asked the fishermen before the gates were shut');
    const quote = { exact, before: fold(''), after: fold('') };
    const slipped = exact.replace('asked', 'akсed').replace('gates', 'gate');
    const source = fold(`Something else is said here. And then ${slipped}, they say. Nobody had asked.`);
    const [[first] = []] = findResembling(source, [quote]);
    assert(first);
    assert.equal(source.slice(first.span.start, first.span.end), slipped);
    assert.equal(first.edits, 3);
    assert.deepEqual(findResembling(source, [{ ...quote, exact: fold('nobody hat aske') }]), [[]]);
  });
});

describe('following annotations by the difference of two texts', () => {
  it('aligns only words that are the same, each to one', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const [earlier, later] = [fold(`${a} ${b}`), fold(`${c} ${a} ${b}`)];
        const alignment = alignWords(earlier, later);
        for (const [i, j] of alignment.forward.entries()) {
          if (j < 0) continue;
          assert.equal(alignment.backward[j], i);
          const word = earlier.slice(alignment.earlier.starts[i], alignment.earlier.ends[i]);
          assert.equal(later.slice(alignment.later.starts[j], alignment.later.ends[j]), word);
        }
      }),
      trials(400),
    );
  });

  it('leaves open which of two equal stretches has gone', () => {
    const align = (earlier: string, later: string) => alignWords(fold(earlier), fold(later));
    const alignment = align('one two three three four five', 'one two three four five');
    assert.deepEqual([...alignment.forward], [0, 1, -1, -1, 3, 4]);
    assert.deepEqual([...align('a b', '').forward], [-1, -1]);
    assert.deepEqual([...align('a b', 'a b').forward], [0, 1]);
  });

  it('leaves what is exact as it is, and what the earlier text does not hold', () => {
    const now = { whole: comparable('They say: break barriers of sects.'), posts: [] };
    const earlier = { whole: comparable('Nothing of it.'), posts: [] };
    const known = { post: null, quote: 'break barriers', before: 'They say:', after: 'of sects.', copy: null };
    const gone = { ...known, quote: 'break boundaries' };
    const anchors = findAnchors(now.whole, [], [known, gone]);
    assert.deepEqual(anchorByDiff(now, earlier, [known, gone], anchors), anchors);
    assert.deepEqual(
      anchorByDiff(
        now,
        { whole: comparable('They say: break boundaries of sects.'), posts: [] },
        [known, gone],
        anchors,
      )[0],
      anchors[0],
    );
  });

  itSlow('does not look for long at a text that was rewritten entirely', () => {
    const many = (word: string) => Array.from({ length: 60_000 }, (_, i) => `${word}${i % 977}`).join(' ');
    const source = `${many('a')} here it stands ${many('b')}`;
    const start = source.indexOf('here it stands');
    const selector = describePlace(source, { start, end: start + 14 }, []);
    const now = { whole: comparable(`${many('c')} there it fell ${many('d')}`), posts: [] };
    const anchors = findAnchors(now.whole, [], [selector]);
    const [anchor] = anchorByDiff(now, { whole: comparable(source), posts: [] }, [selector], anchors);
    assert.equal(anchor?.state, 'orphan');
  });
});
