import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignWords } from '../../../src/core/text/align';
import { fold } from '../../../src/core/text/comparable';
import { trials } from '../../support/trials';

describe('aligning two texts by words', () => {
  /** The first words of the phrases of a length that stand in a text once, by their words. */
  const unique = (words: readonly string[], length: number) => {
    const places = new Map<string, number[]>();
    for (let i = 0; i + length <= words.length; i++) {
      const phrase = words.slice(i, i + length).join(' ');
      places.set(phrase, [...(places.get(phrase) ?? []), i]);
    }
    return new Map([...places].flatMap(([phrase, all]) => (all.length === 1 ? [[phrase, all[0] ?? -1] as const] : [])));
  };

  /** For each earlier word the later ones that phrases standing once in each text give it, and the other way round; said plainly. */
  const byPhrases = (earlier: readonly string[], later: readonly string[]) => {
    const forward = earlier.map(() => new Set<number>());
    const backward = later.map(() => new Set<number>());
    for (const length of [6, 12, 24]) {
      const after = unique(later, length);
      for (const [phrase, i] of unique(earlier, length)) {
        const j = after.get(phrase);
        if (j === undefined) continue;
        for (let n = 0; n < length; n++) {
          forward[i + n]?.add(j + n);
          backward[j + n]?.add(i + n);
        }
      }
    }
    return forward.map((all, i) => {
      const [j = -1] = all;
      return all.size === 1 && backward[j]?.size === 1 && backward[j].has(i) ? j : -1;
    });
  };

  it('pairs the words of every phrase that stands once in each, wherever it has moved', () => {
    const word = fc.constantFrom('dyke', 'holds', 'the', 'ferry', 'waits', 'at', 'noon', '.');
    const stretch = fc.array(word, { minLength: 1, maxLength: 20 });
    const some = fc.array(fc.tuple(stretch, fc.boolean(), fc.nat(100)), { maxLength: 8 });
    let paired = 0;
    fc.assert(
      fc.property(some, (stretches) => {
        const earlier = stretches.flatMap(([words]) => words);
        const kept = stretches.filter(([, stays]) => stays).sort(([, , a], [, , b]) => a - b);
        const later = kept.flatMap(([words]) => words);
        const { forward } = alignWords(fold(earlier.join(' ')), fold(later.join(' ')));
        for (const [i, j] of byPhrases(earlier, later).entries()) {
          if (j < 0) continue;
          paired++;
          assert.equal(forward[i], j);
        }
      }),
      trials(2000, 100),
    );
    assert.ok(paired > 0);
  });

  it('takes no phrase of a long text for another', () => {
    const words = Array.from({ length: 60_000 }, (_, i) => `w${Math.imul(i, 0x9e3779b1) >>> 8}`);
    const { forward } = alignWords(fold(words.join(' ')), fold(['so', ...words].join(' ')));
    assert.deepEqual(
      [...forward],
      words.map((_, i) => i + 1),
    );
  });
});
