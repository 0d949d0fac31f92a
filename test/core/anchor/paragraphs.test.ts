import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findAnchors } from '../../../src/core/anchor/anchor';
import { anchorByDiff } from '../../../src/core/anchor/anchor-by-diff';
import { alignParagraphs } from '../../../src/core/anchor/paragraphs';
import { describePlace } from '../../../src/core/anchor/selector';
import { comparable } from '../../../src/core/text/comparable';
import { mark, marked } from '../../support/marked';
import { trials } from '../../support/trials';

const paragraph = fc.constantFrom(
  ...['Monday', 'Tuesday', 'Friday'].map((day) => `On ${day} the boats of Ilmen did not leave, the office said.`),
  'Nobody had asked the fishermen before the gates were shut.',
  'Oh, the boats.',
);
const text = fc.array(paragraph, { maxLength: 12 }).map((list) => list.join('\n\n'));

/** The later paragraph of each earlier one, and back. */
function align(earlier: string, later: string): number[] {
  return [...alignParagraphs(comparable(earlier), comparable(later)).forward];
}

/** Where the difference to an earlier text puts the marked passage; its state where that is not known. */
function follow(source: string, now: string): string {
  const { text: before, span } = marked(source);
  const selector = describePlace(before, span, []);
  const present = { whole: comparable(now), posts: [] };
  const anchors = findAnchors(present.whole, [], [selector]);
  const [anchor] = anchorByDiff(present, { whole: comparable(before), posts: [] }, [selector], anchors);
  return anchor?.span ? `${anchor.state}: ${mark(now, [anchor.span])}` : (anchor?.state ?? '');
}

describe('following paragraphs', () => {
  it('takes only equal ones for the same, each once', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const [earlier, later] = [`${a}\n\n${b}`, `${c}\n\n${a}\n\n${b}`];
        const map = alignParagraphs(comparable(earlier), comparable(later));
        const read = (whole: string, spans: typeof map.earlier, n: number) =>
          comparable(whole).text.slice(spans[n]?.start, spans[n]?.end);
        for (const [i, j] of map.forward.entries()) {
          if (j < 0) continue;
          assert.equal(map.backward[j], i);
          assert.equal(read(later, map.later, j), read(earlier, map.earlier, i));
        }
      }),
      trials(500),
    );
  });

  it('knows all of an unchanged text, whatever repeats in it', () => {
    fc.assert(
      fc.property(text, (source) => {
        const forward = align(source, source);
        assert.deepEqual(
          forward,
          forward.map((_, i) => i),
        );
      }),
      trials(300),
    );
  });

  const [a, b, c, d] = ['One', 'Two', 'Three', 'Four'].map(
    (name) => `${name} boats came to the harbour of Ilmen that night.`,
  ) as [string, string, string, string];
  const join = (...paragraphs: readonly string[]) => paragraphs.join('\n\n');

  it('leaves open which of two equal ones in a row has gone', () => {
    assert.deepEqual(align(join(a, b, b, c), join(a, b, c)), [0, -1, -1, 2]);
  });

  it('tells equal ones apart by their neighbours, and finds the one that moved from among them', () => {
    assert.deepEqual(align(join(a, b, c, b, d), join(a, c, b, d)), [0, -1, 1, 2, 3]);
    assert.deepEqual(align(join(a, b, c, b, d), join(a, c, b, d, b)), [0, 4, 1, 2, 3]);
    // One beside its equal may have been pasted there.
    assert.deepEqual(align(join(a, b, c, b, d), join(a, c, b, b, d)), [0, -1, 1, 2, 4]);
  });

  const refrain = 'We ⟦wait⟧ for the boats, and the boats wait for the wind.';
  const plain = marked(refrain).text;

  it('follows a word in an edited paragraph by its neighbours', () => {
    const now = plain.replace('for the boats', 'here for those boats');
    assert.equal(
      follow(join(a, plain, b, refrain, c), join(a, plain, b, now, c)),
      `exact: ${join(a, plain, b, now.replace('wait', '⟦wait⟧'), c)}`,
    );
    const mistyped = plain.replace('We wait', 'We wwaiit');
    assert.equal(
      follow(join(a, plain, b, refrain, c), join(a, plain, b, mistyped, c)),
      `changed: ${join(a, plain, b, mistyped.replace('wwaiit', '⟦wwaiit⟧'), c)}`,
    );
  });

  it('asks which is meant where a copy was pasted beside the passage and one of the two edited', () => {
    const other = plain.replace('for the wind', 'for a better wind');
    assert.equal(follow(join(a, refrain, b), join(a, other, plain, b)), 'ambiguous');
    assert.equal(follow(join(a, refrain, b), join(a, plain, other, b)), 'ambiguous');
  });

  it('does not take another word for one that was replaced', () => {
    const now = plain.replace('We wait', 'We long');
    assert.match(follow(join(a, refrain, b), join(a, now, b)), /^(?:orphan|ambiguous)$/);
  });
});
