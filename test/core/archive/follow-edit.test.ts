import assert from 'node:assert/strict';
import { keepTracked } from '../../../src/core/archive/follow-edit';
import { BLANK } from '../../../src/core/sidecar/annotation';
import type { Anchor } from '../../../src/core/anchor/anchor';
import type { PlacedAnnotation } from '../../../src/core/anchor/placed-annotation';
import type { Span } from '../../../src/core/text/span';
import { mark, marked } from '../../support/marked';

function placed(quote: string, anchor: Partial<Anchor>, more: object = {}): PlacedAnnotation {
  const annotation = { ...BLANK, id: 'a', quote, index: 0, record: { start: 0, end: 0 }, ...more };
  return { annotation, anchor: { state: 'orphan', found: null, span: null, score: 0, candidates: [], ...anchor } };
}

const byEdits = (span: Span) => ({ state: 'exact', found: 'edits', span }) as const;

/** The place that edits have led to, shown in the text, for a passage that the search did not find. */
function kept(source: string, quote: string, more: object = {}): string {
  const { text, span } = marked(source);
  const { anchor } = keepTracked(text, placed(quote, {}, more), placed(quote, byEdits(span), more));
  return anchor.span ? `${anchor.state}: ${mark(text, [anchor.span])}` : anchor.state;
}

describe('a place that edits have led to', () => {
  it('is exact while it holds the quote', () => {
    assert.equal(kept('the ⟦old boats⟧ left', 'old boats'), 'exact: the ⟦old boats⟧ left');
  });

  it('ends at the bound of a word when it has changed, on the side where more of the word lies', () => {
    assert.equal(kept('the ⟦oldest boat⟧s left', 'old boats'), 'changed: the ⟦oldest boats⟧ left');
    assert.equal(kept('the ⟦older boats w⟧ere gone', 'old boats'), 'changed: the ⟦older boats⟧ were gone');
    assert.equal(kept('the gol⟦d older boats ⟧left', 'old boats'), 'changed: the gold ⟦older boats⟧ left');
    assert.equal(kept('a⟦nother boat⟧ left', 'other boats'), 'changed: ⟦another boat⟧ left');
  });

  it('stays inside a word in which it always ended', () => {
    const more = { before: 'the Hafen', after: 'selbe Arbeit' };
    assert.equal(
      kept('the Hafen⟦arbeiter legten die⟧selbe Arbeit', 'arbeit lag die', more),
      'changed: the Hafen⟦arbeiter legten die⟧selbe Arbeit',
    );
  });

  it('is given up where nothing of it is left but white space', () => {
    assert.equal(kept('the ⟦ ⟧left', 'old boats'), 'orphan');
  });

  it('counts before another place that has the words, unless that one is proven', () => {
    const { text, spans } = marked('the ⟦boats⟧ and the ⟦boats⟧');
    const [first, second] = spans;
    assert(first && second);
    const tracked = placed('boats', byEdits(first));
    const search = { state: 'exact', found: 'quote', span: second } as const;
    assert.deepEqual(keepTracked(text, placed('boats', { ...search, unproven: true }), tracked).anchor.span, first);
    assert.deepEqual(keepTracked(text, placed('boats', search), tracked).anchor.span, second);
  });
});
