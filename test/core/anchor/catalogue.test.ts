import assert from 'node:assert/strict';
import { findAnchor, findAnchors, type Anchor } from '../../../src/core/anchor/anchor';
import { anchorByDiff } from '../../../src/core/anchor/anchor-by-diff';
import { describePlace, type Selector } from '../../../src/core/anchor/selector';
import type { Post } from '../../../src/core/posts/post';
import { comparable } from '../../../src/core/text/comparable';
import { decodeText } from '../../../src/core/text/decode';
import { mark, marked } from '../../support/marked';
import { postAt } from '../../support/posts';

// The rows of the fault catalogue that end in the core: what other programs do to a text, and what an annotation then says.

const HARBOUR = `The harbour of Ilmen is closed since Monday.

Mara Lind writes that ⟦nobody had asked the fishermen before⟧ the gates were shut.

The council will meet again in June, the “Coastal Review” reports.`;

/** An annotation of the marked passage, and its text. */
function annotated(
  source = HARBOUR,
  posts: readonly Post[] = [],
): { readonly text: string; readonly selector: Selector } {
  const { text, span } = marked(source);
  return { text, selector: describePlace(text, span, posts) };
}

function shown(text: string, { state, span }: Anchor): string {
  return span ? `${state}: ${mark(text, [span])}` : state;
}

function found(text: string, selector: Selector, posts: readonly Post[] = []): string {
  return shown(text, findAnchor(comparable(text), posts, selector));
}

/** What the difference to an earlier text says, after the search in the present one. */
function foundByDiff(before: string, now: string, selector: Selector): string {
  const present = { whole: comparable(now), posts: [] };
  const earlier = { whole: comparable(before), posts: [] };
  const [anchor] = anchorByDiff(present, earlier, [selector], findAnchors(present.whole, [], [selector]));
  assert(anchor);
  return shown(now, anchor);
}

describe('what other programs do to a text', () => {
  const { text, selector } = annotated();

  it('A1: follows edits far away without a word', () => {
    const edited = `A new first line.\n\n${text.replace('since Monday', 'for two weeks now').replace('June', 'May')}`;
    assert.equal(found(edited, selector), `exact: ${edited.replace(/nobody.*before/, '⟦$&⟧')}`);
  });

  it('A2: does not mind line ends', () => {
    for (const eol of ['\r\n', '\r']) {
      const other = text.replaceAll('\n', eol);
      assert.equal(found(other, selector), `exact: ${HARBOUR.replaceAll('\n', eol)}`);
      const back = annotated(HARBOUR.replaceAll('\n', eol)).selector;
      assert.equal(found(text, back), `exact: ${HARBOUR}`);
    }
  });

  it('A3: does not mind a byte order mark, and reads no other encoding', () => {
    assert.equal(found(`\ufeff${text}`, selector), `exact: \ufeff${HARBOUR}`);
    assert.equal(decodeText(Uint8Array.from([0xff, 0xfe, 0x41, 0x00])), null);
    assert.equal(decodeText(Uint8Array.from([0x63, 0x61, 0x66, 0xe9])), null);
  });

  it('A4: does not mind tabs, spaces, hard wraps and no-break spaces', () => {
    for (const space of ['\t', '  ', '\u00a0', '\n', ' \n', '\r\n   ']) {
      const other = text.replaceAll(' ', space);
      assert.equal(found(other, selector), `exact: ${HARBOUR.replaceAll(' ', space)}`, JSON.stringify(space));
    }
  });

  it('A5: follows a paragraph that moved', () => {
    const [first, second, third] = text.split('\n\n');
    const moved = [first, third, second].join('\n\n');
    assert.equal(found(moved, selector), `exact: ${moved.replace(/nobody.*before/, '⟦$&⟧')}`);
    const posts = [postAt('2016-05-04/one', { start: 0, end: 44 }), postAt('2016-05-05/two', { start: 46, end: 999 })];
    const own = { ...selector, post: '2016-05-04/one' };
    assert.equal(found(text, own, posts), `changed: ${HARBOUR}`);
  });

  it('A6: says that the quote or its paragraph is gone, and keeps what is remembered', () => {
    const without = text.replace(/nobody.*before /, '');
    const paragraphs = text.split('\n\n');
    for (const other of [without, `${paragraphs[0] ?? ''}\n\n${paragraphs[2] ?? ''}`]) {
      assert.equal(found(other, selector), 'orphan');
      assert.equal(foundByDiff(text, other, selector), 'orphan');
    }
    assert.equal(selector.quote, 'nobody had asked the fishermen before');
  });

  it('A7: asks where a paragraph was pasted twice, and knows by the earlier text', () => {
    const paragraphs = text.split('\n\n');
    const pasted = [...paragraphs, paragraphs[1]].join('\n\n');
    const anchor = findAnchor(comparable(pasted), [], selector);
    assert.deepEqual([anchor.state, anchor.candidates.length], ['ambiguous', 2]);
    const more = `Nothing of it was known before, says the old keeper of the light who has lived there for years.\n\n${text}`;
    assert.equal(
      foundByDiff(more, `${more}\n\n${paragraphs[1] ?? ''}`, selector),
      `exact: ${more.replace(/nobody.*before/, '⟦$&⟧')}\n\n${paragraphs[1] ?? ''}`,
    );
  });

  it('A7: never takes the neighbour when one of several equal paragraphs has gone', () => {
    const same = 'We wait for the boats, and the boats do not come.';
    const source = `The first verse is about Monday.\n\n⟦${same}⟧\n\n${same}\n\nThe last verse is about rain.`;
    const song = annotated(source);
    const now = `The first verse is about Monday.\n\n${same}\n\nThe last verse is about rain.`;
    for (const answer of [found(now, song.selector), foundByDiff(song.text, now, song.selector)]) {
      assert.match(answer, /^(?:ambiguous|orphan)$/);
    }
  });

  it('A8: finds a phrase with a typo, shows it as changed, and asks about a short word', () => {
    const fixed = text.replace('fishermen', 'fischermen');
    assert.equal(found(fixed, selector), `changed: ${fixed.replace(/nobody.*before/, '⟦$&⟧')}`);
    const anchor = findAnchor(comparable(fixed), [], selector);
    assert.deepEqual([anchor.found, anchor.candidates[0]?.span], ['resemblance', anchor.span]);
    const word = annotated('Mara Lind saw the ⟦boats⟧ at night, all of them.');
    const other = word.text.replace('boats', 'boots');
    assert.equal(found(other, word.selector), 'orphan');
    assert.equal(foundByDiff(word.text, other, word.selector), `changed: ${other.replace('boots', '⟦boots⟧')}`);
  });

  it('A9: does not mind a typo beside the quote', () => {
    for (const [wrong, right] of [
      ['writes that', 'writes tht'],
      ['the gates', 'all the old gates'],
      ['writes that nobody', 'wrote that, of course, nobody'],
    ] as const) {
      const edited = text.replace(wrong, right);
      assert.equal(found(edited, selector), `exact: ${edited.replace(/nobody had.*before/, '⟦$&⟧')}`);
    }
  });

  it('A10: attaches nothing to another article', () => {
    const words = [...text.matchAll(/\p{L}+/gu)];
    const selectors = words.flatMap(({ index, 0: word }) => [
      describePlace(text, { start: index, end: index + word.length }, []),
      describePlace(text, { start: index, end: Math.min(text.length, index + 40) }, []),
    ]);
    const other = `Bread and olives: the market of Tarn had a good year, and the prices are lower than in June.

Before noon nobody was there; the bakers asked for rain. It is said that the review of the season will be read again on Monday.`;
    for (const [i, anchor] of findAnchors(comparable(other), [], selectors).entries()) {
      assert.equal(anchor.span, null, `${selectors[i]?.quote ?? ''} → ${shown(other, anchor)}`);
    }
  });

  it('A11: never jumps to a lookalike in a list or a refrain', () => {
    const list = ['Alpha', 'Beta', 'Gamma', 'Delta'].map(
      (name, i) => `- Team ${name} won the match of Monday, ${i} to 1`,
    );
    for (const [i, line] of list.entries()) {
      const source = list.with(i, `- ⟦${line.slice(2)}⟧`).join('\n');
      const without = list.toSpliced(i, 1).join('\n');
      const one = annotated(source);
      for (const answer of [found(without, one.selector), foundByDiff(one.text, without, one.selector)]) {
        assert.match(answer, /^(?:orphan|ambiguous)$/, line);
      }
    }
    const verse = (n: number) => `Verse ${n}: the ${['wind', 'rain', 'sea'][n] ?? 'sun'} has come to town.`;
    const refrain = 'Oh, the boats, the boats, they never come home.';
    const song = [0, 1, 2].flatMap((n) => [verse(n), refrain]);
    const one = annotated(song.with(3, `⟦${refrain}⟧`).join('\n\n'));
    assert.equal(found(one.text, one.selector), `exact: ${song.with(3, `⟦${refrain}⟧`).join('\n\n')}`);
    assert.match(found(song.toSpliced(3, 1).join('\n\n'), one.selector), /^(?:orphan|ambiguous)$/);
  });

  it('A11: is not misled by a lookalike of the annotated passage that loses it', () => {
    const source = `Team Alpha met in the old hall. ⟦It was agreed to meet again on the first of May⟧ in Ilmen.

Team Beta met in the new hall. It was agreed to meet again on the third of May in Ilmen.`;
    const one = annotated(source);
    assert.match(found(one.text.replace(/It was agreed.*first of May /, ''), one.selector), /^(?:orphan|ambiguous)$/);
  });

  it('B19: does not mind composed and decomposed letters', () => {
    const source = 'A café in Ångby says: ⟦the naïve résumé of Ärla⟧ was read là-bas.';
    for (const [from, to] of [
      ['NFC', 'NFD'],
      ['NFD', 'NFC'],
    ] as const) {
      const one = annotated(source.normalize(from));
      assert.equal(found(one.text.normalize(to), one.selector), `exact: ${source.normalize(to)}`);
    }
  });
});
