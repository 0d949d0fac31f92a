import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findAnchors, type Anchor } from '../../../src/core/anchor/anchor';
import { anchorByDiff } from '../../../src/core/anchor/anchor-by-diff';
import { describePlaces } from '../../../src/core/anchor/selector';
import { comparable } from '../../../src/core/text/comparable';
import type { Span } from '../../../src/core/text/span';
import { splitsWord } from '../../../src/core/text/word-bounds';
import { mark, marked } from '../../support/marked';
import { share } from '../../support/trials';

/** The anchors of passages in a later text: without the earlier text, and with it. */
function follow(
  text: string,
  spans: readonly Span[],
  later: string,
): { readonly alone: Anchor[]; readonly byDiff: Anchor[] } {
  const [before, now] = [text, later].map((one) => ({ whole: comparable(one), posts: [] }));
  assert(before && now);
  const selectors = describePlaces(text, spans, [], before.whole);
  const alone = findAnchors(now.whole, [], selectors);
  return { alone, byDiff: anchorByDiff(now, before, selectors, alone) };
}

function shown(text: string, anchor: Anchor | undefined): string {
  return anchor?.span ? `${anchor.state}: ${mark(text, [anchor.span])}` : (anchor?.state ?? '');
}

describe('the ends of an edited passage', () => {
  const cases: Readonly<Record<string, readonly [earlier: string, later: string]>> = {
    'keep what replaced the first and the last word': [
      'The mayor said that ⟦nobody had ever asked the old fishermen⟧ about it.',
      'The mayor said that ⟦no one had ever asked the older fishers⟧ about it.',
    ],
    'leave out a sentence that was put before it': [
      'It rained for days. ⟦The gates of the harbour were shut on Monday⟧, he writes.',
      'It rained for days. There were inconsistencies. ⟦The gates of a harbour were shut on Monday⟧, he writes.',
    ],
    'leave out words that were put behind it': [
      'We saw ⟦the boats of Ilmen leave before dawn⟧ and wept.',
      'We saw ⟦the boats of Ulmen leave before dawn⟧, all of them at once, and wept.',
    ],
    'lose a word that is gone': [
      'We saw ⟦slowly the boats of Ilmen leave before dawn⟧ and wept.',
      'We saw ⟦the boats of Ilmen leave before dawn⟧ and wept.',
    ],
    'take a longer word as a whole': [
      'In the ⟦harbour of Ilmen nobody sleeps at night⟧ since May.',
      'In the ⟦harbours of Ilmen nobody sleeps at nighttime⟧ since May.',
    ],
    'stay inside a word where the passage began and ended there': [
      'The Hafen⟦arbeiter von Ilmen legten am Montag die⟧selbe Arbeit nieder.',
      'The Hafen⟦arbeiter von Ulmen legten am Montag die⟧selbe Arbeit nieder.',
    ],
    'are bounds of Chinese words': [
      '上周我们听说⟦港口的大门从星期一开始关闭并且没有人知道原因⟧,渔民们说。',
      '上周我们听说⟦港口的闸门从星期一开始关闭并且没有人知道原因⟧,渔民们说。',
    ],
    'are bounds of Thai words': [
      'เมื่อวานนี้ ⟦ประตูท่าเรือปิดตั้งแต่วันจันทร์โดยไม่มีใครทราบ⟧ และชาวประมงรออยู่',
      'เมื่อวานนี้ ⟦ประตูท่าเรือปิดตั้งแต่วันอังคารโดยไม่มีใครทราบ⟧ และชาวประมงรออยู่',
    ],
    'are bounds of Arabic words': [
      'قال الكاتب إن ⟦بوابات الميناء أغلقت يوم الاثنين دون سبب⟧ كما نعلم.',
      'قال الكاتب إن ⟦بوابات المرفأ أغلقت يوم الاثنين دون سبب⟧ كما نعلم.',
    ],
  };
  for (const [name, [earlier, later]] of Object.entries(cases)) {
    it(name, () => {
      const { text, span } = marked(earlier);
      const expected = marked(later);
      const { byDiff } = follow(text, [span], expected.text);
      assert.equal(shown(expected.text, byDiff[0]), `changed: ${later}`);
    });
  }

  it('are found by the quote alone where there is no earlier text', () => {
    const { text, span } = marked('It rained. ⟦The gates of the harbour were shut on Monday morning⟧, he writes.');
    const later = 'It rained. ⟦The gate of the harbour was shut on Monday mornings⟧, he writes.';
    const { alone } = follow(text, [span], marked(later).text);
    assert.equal(shown(marked(later).text, alone[0]), `changed: ${later}`);
  });

  it('never lie inside a word or at a space, unless the passage itself did', () => {
    const word = fc.constantFrom(
      'harbour',
      'the',
      'of',
      'boats',
      'don’t',
      'naïve',
      '港口',
      'ميناء',
      'x2',
      'Ilmen,',
      '(May)',
      'well-known',
    );
    const sentence = fc.array(word, { minLength: 6, maxLength: 30 }).map((words) => `${words.join(' ')}.`);
    const text = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join('\n\n'));
    const edits = fc.array(
      fc.record({
        at: fc.nat(),
        remove: fc.nat({ max: 12 }),
        insert: fc.constantFrom('', 's', ' old', 'in', '港', '. And ', '\n\n', '’'),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(text, fc.nat(), fc.nat({ max: 12 }), edits, (old, from, length, changes) => {
        const words = [...old.matchAll(/\S+/g)].map(({ index, 0: { length } }) => ({
          start: index,
          end: index + length,
        }));
        const first = words[from % words.length];
        const last = words[Math.min(words.length - 1, (from % words.length) + length)];
        assert(first && last);
        const span = { start: first.start, end: last.end };
        let later = old;
        for (const { at, remove, insert } of changes) {
          const place = at % (later.length + 1);
          later = later.slice(0, place) + insert + later.slice(place + remove);
        }
        const { alone, byDiff } = follow(old, [span], later);
        for (const { state, span: found } of [...alone, ...byDiff]) {
          if (state !== 'changed' || !found) continue;
          assert(found.start < found.end);
          for (const end of [found.start, found.end]) assert(!splitsWord(later, end), mark(later, [found]));
          assert.equal(
            later.slice(found.start, found.end).trim(),
            later.slice(found.start, found.end),
            mark(later, [found]),
          );
        }
      }),
      { numRuns: share(3000) },
    );
  });

  // Without a bound on the words and stretches that are compared this takes half a minute, and runs into the time limit.
  it('are not looked for through words without end', () => {
    const quote = 'the harbour of Ilmen is closed since Monday';
    const [a, b] = ['a', 'b'].map((letter) => letter.repeat(400_000));
    const text = `${b} left ${quote} right ${b}`;
    const later = `${b}left${a}he harbour off Ilmen was closed since Monda${a}right ${b}`;
    const start = text.indexOf(quote);
    for (const [anchor] of Object.values(follow(text, [{ start, end: start + quote.length }], later)))
      assert.equal(anchor?.state, 'orphan');
  });
});
