import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordDifference } from '../../../src/core/text/word-difference';
import { splitWords } from '../../../src/core/text/words';
import { trials } from '../../support/trials';

/** The difference as one line: what was removed in [-…-], what was added in [+…+]. */
function shown(a: string, b: string): string {
  return wordDifference(a, b)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`))
    .join('');
}

const words = fc.array(
  fc.constantFrom('the', 'harbour', 'is', ' ', ' ', '  ', '\n', 'closed', '.', '“', 'naïve', '港', '😀', 'e\u0301'),
  {
    maxLength: 30,
  },
);
const text = words.map((list) => list.join(''));

describe('the difference of two texts, word by word', () => {
  it('shows whole words in any script, and what was removed before what came for it', () => {
    assert.equal(shown('The harbour is closed.', 'The harbour was closed.'), 'The harbour [-is-][+was+] closed.');
    assert.equal(shown('Гавань закрыта.', 'Гавань открыта.'), 'Гавань [-закрыта-][+открыта+].');
    assert.equal(shown('港口已关闭', '港口未关闭'), '港口[-已-][+未+]关闭');
    assert.equal(shown('cafe\u0301 here', 'cafe here'), '[-cafe\u0301-][+cafe+] here');
    assert.equal(shown('one', ''), '[-one-]');
    assert.equal(shown('', 'one'), '[+one+]');
    assert.equal(shown('', ''), '');
    assert.equal(shown('same', 'same'), 'same');
  });

  it('loses and invents nothing', () => {
    const anything = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 40 }));
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const changes = wordDifference(a, b);
        const without = (kind: string) => changes.map((change) => (change.kind === kind ? '' : change.text)).join('');
        assert.deepEqual([without('added'), without('removed')], [a, b]);
        for (const [i, change] of changes.entries()) {
          assert.notEqual(change.text, '');
          assert.notEqual(change.kind, changes[i + 1]?.kind);
          assert(!(change.kind === 'added' && changes[i + 1]?.kind === 'removed'));
        }
      }),
      trials(2000),
    );
  });

  it('shows texts that differ almost entirely as one replaced by the other', () => {
    const many = (word: string) => Array.from({ length: 50_000 }, (_, i) => `${word}${i}`).join(' ');
    const changes = wordDifference(`Begin ${many('a')} end`, `Begin ${many('b')} end`);
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      ['same', 'removed', 'added', 'same'],
    );
  });

  it('splits a text into words that joined give the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => assert.equal(splitWords(source).join(''), source)),
      trials(500),
    );
  });
});
