import assert from 'node:assert/strict';
import fc from 'fast-check';
import { measureAgreement, type Agreement } from '../../../src/core/agreement/agreement';
import type { PostRule } from '../../../src/core/agreement/coverage';
import type { Marking } from '../../../src/core/agreement/marking';
import { authorsOf, markingsOf } from '../../../src/core/agreement/markings';
import { groupPassages, passagesOf, SAME_PASSAGE, sharedPart } from '../../../src/core/agreement/passages';
import { createLexicon } from '../../../src/core/mentions/lexicon';
import { ArchiveText } from '../../../src/core/archive/archive-text';
import { readRegistry } from '../../../src/core/entities/registry';
import { trials } from '../../support/trials';

const FILE = 'harbour.txt';

/** What somebody said of the offsets from `start` to `end` of a post. */
function marking(
  annotator: string,
  post: string,
  [start, end]: [number, number],
  said: Partial<Marking> = {},
): Marking {
  const blank = { quote: `${start}-${end}`, id: null, tags: [], entity: null, not: null };
  return { annotator, file: FILE, post, span: { start, end }, ...blank, ...said };
}

function measure(markings: readonly Marking[], rule: PostRule = 'both', annotators = ['ann', 'jo']): Agreement {
  const posts = ['p1', 'p2', 'p3', 'p4'].map((post) => ({ file: FILE, post }));
  const typeOf = (entity: string) => (entity === 'norvik' ? 'place' : 'person');
  return measureAgreement({ annotators, posts, markings, rule, typeOf });
}

const claim = { tags: ['claim'] };
const note = { tags: [] };

describe('measureAgreement', () => {
  // p1: both use the tag. p2: only ann does. p3: both marked something, none uses it. p4: only ann marked anything.
  const MARKINGS = [
    ...[marking('ann', 'p1', [0, 10], claim), marking('jo', 'p1', [30, 40], claim)],
    ...[marking('ann', 'p2', [0, 10], claim), marking('jo', 'p2', [0, 10], note)],
    ...[marking('ann', 'p3', [0, 10], note), marking('jo', 'p3', [0, 10], note)],
    marking('ann', 'p4', [0, 10], claim),
  ];

  for (const [rule, units, [both, onlyFirst, onlySecond, neither]] of [
    ['both', 3, [1, 1, 0, 1]],
    ['any', 4, [1, 2, 0, 1]],
    ['all', 4, [1, 2, 0, 1]],
  ] as const) {
    it(`counts the posts in which a tag is used, by the rule “${rule}”`, () => {
      const { tags } = measure(MARKINGS, rule);
      const [pair] = tags[0]?.pairs ?? [];
      assert.deepEqual(
        tags.map(({ tag }) => tag),
        ['claim'],
      );
      assert.deepEqual(
        [pair?.kappa.units, pair?.both, pair?.onlyFirst, pair?.onlySecond, pair?.neither],
        [units, both, onlyFirst, onlySecond, neither],
      );
      assert.deepEqual(tags[0]?.posts, { ann: 3, jo: 1 });
      assert.equal(tags[0].alpha.units, units);
    });
  }

  it('tells the rules “any” and “all” apart by the posts that nobody marked', () => {
    const markings = MARKINGS.filter(({ post }) => post !== 'p4');
    assert.equal(measure(markings, 'any').tags[0]?.alpha.units, 3);
    assert.equal(measure(markings, 'all').tags[0]?.alpha.units, 4);
  });

  it('computes kappa from that table', () => {
    // One post of three differs: po = 2/3; ann uses it in 2/3, jo in 1/3 of them: pe = 4/9; (2/3 − 4/9) / (5/9) = 0.4.
    const kappa = measure(MARKINGS).tags[0]?.pairs[0]?.kappa;
    assert.equal(kappa?.value?.toFixed(12), '0.400000000000');
  });

  it('counts a kind of a tag for the tag too, and lists on what they differ', () => {
    const { tags } = measure([
      marking('ann', 'p1', [0, 10], { tags: ['claim/unsourced'] }),
      marking('jo', 'p1', [0, 10], claim),
    ]);
    assert.deepEqual(
      tags.map(({ tag, pairs, disagreements }) => [tag, pairs[0]?.both, disagreements]),
      [
        ['claim', 1, []],
        ['claim/unsourced', 0, [{ file: FILE, post: 'p1', using: ['ann'], others: ['jo'] }]],
      ],
    );
    assert.deepEqual(tags[0]?.alpha, { units: 1, value: null, why: 'no-variation' });
  });

  it('takes a post that somebody has not judged for a missing value', () => {
    const { tags } = measure(
      [marking('ann', 'p1', [0, 9], claim), marking('jo', 'p1', [0, 9], claim), marking('mia', 'p2', [0, 9], claim)],
      'both',
      ['ann', 'jo', 'mia'],
    );
    assert.equal(tags[0]?.alpha.units, 1);
    assert.deepEqual(
      tags[0].pairs.map(({ kappa }) => kappa.why),
      ['no-variation', 'no-units', 'no-units'],
    );
  });

  it('puts passages side by side that overlap by half or more', () => {
    const { passages } = measure([
      marking('ann', 'p1', [0, 20], { ...claim, entity: 'norvik' }),
      marking('jo', 'p1', [5, 20], { ...claim, entity: 'norvik' }),
      marking('ann', 'p1', [40, 50], claim),
      marking('jo', 'p1', [40, 50], { tags: ['rumour'] }),
      marking('ann', 'p1', [60, 70], claim),
      marking('jo', 'p1', [69, 80], claim),
      marking('ann', 'p4', [90, 99], claim),
    ]);
    const [pair] = passages;
    assert.deepEqual(
      pair?.matched.map(({ first, second, sameTags, sameDecisions }) => [
        first.quote,
        second.quote,
        sameTags,
        sameDecisions,
      ]),
      [
        ['0-20', '5-20', true, true],
        ['40-50', '40-50', false, true],
      ],
    );
    assert.deepEqual(
      pair.onlyFirst.map(({ quote }) => quote),
      ['60-70'],
    );
    assert.deepEqual(
      pair.onlySecond.map(({ quote }) => quote),
      ['69-80'],
    );
    assert.equal(pair.f1, 4 / 6, 'what ann marked in a post that jo has not judged is left out');
  });

  it('counts several annotations of one passage as one', () => {
    const { passages } = measure([
      marking('ann', 'p1', [0, 9], claim),
      marking('ann', 'p1', [0, 9], { entity: 'norvik' }),
      marking('jo', 'p1', [0, 9], { ...claim, entity: 'norvik' }),
    ]);
    assert.deepEqual(
      passages[0]?.matched.map(({ sameTags, sameDecisions }) => [sameTags, sameDecisions]),
      [[true, true]],
    );
  });

  it('compares decisions about entities by passage and type', () => {
    const { entities } = measure([
      marking('ann', 'p1', [0, 9], { entity: 'norvik' }),
      marking('jo', 'p1', [0, 9], { entity: 'norvik' }),
      marking('ann', 'p1', [20, 29], { entity: 'norvik' }),
      marking('jo', 'p1', [20, 29], { not: 'norvik' }),
      marking('ann', 'p1', [40, 49], { entity: 'mara' }),
      marking('jo', 'p1', [40, 49], { entity: 'norvik' }),
      marking('jo', 'p1', [60, 69], { entity: 'mara' }),
    ]);
    assert.deepEqual(
      entities.map(({ type, passages, pairs: [pair] }) => [
        ...[type, passages, pair?.kappa.units, pair?.kappa.observed, pair?.onlyFirst, pair?.onlySecond, pair?.f1],
      ]),
      [
        ['person', { ann: 1, jo: 1 }, 1, 0, 0, 1, 2 / 3],
        ['place', { ann: 2, jo: 3 }, 3, 1 / 3, 0, 0, 1],
      ],
    );
  });

  it('counts what has no sure place for its post only, and what is in no post not at all', () => {
    const measured = measure([
      { ...marking('ann', 'p1', [0, 9], claim), span: null },
      marking('jo', 'p1', [0, 9], claim),
      { ...marking('jo', 'p1', [0, 9], claim), post: null },
    ]);
    assert.equal(measured.tags[0]?.pairs[0]?.both, 1);
    assert.equal(measured.passages[0]?.f1, 0);
    assert.deepEqual([measured.unplaced, measured.outside], [1, 1]);
  });

  const anyMarking = fc
    .tuple(
      fc.constantFrom('ann', 'jo', 'mia'),
      fc.constantFrom('p1', 'p2'),
      fc.nat(20),
      fc.integer({ min: 1, max: 8 }),
      fc.subarray(['claim', 'rumour']),
    )
    .map(([annotator, post, start, length, tags]) => marking(annotator, post, [start, start + length], { tags }));

  it('puts every passage into one group, one of each annotator, and all of a group overlap', () =>
    fc.assert(
      fc.property(fc.array(anyMarking, { maxLength: 14 }), (markings) => {
        const passages = passagesOf(markings);
        const groups = groupPassages(passages);
        assert.equal(groups.flat().length, passages.length);
        assert.equal(new Set(groups.flat()).size, passages.length);
        for (const group of groups) {
          assert.equal(new Set(group.map(({ annotator }) => annotator)).size, group.length);
          for (const a of group) for (const b of group) assert.ok(sharedPart(a.span, b.span) >= SAME_PASSAGE);
        }
      }),
      trials(400),
    ));

  it('gives the same whoever is named first, and never a number that is none', () =>
    fc.assert(
      fc.property(
        fc.array(anyMarking, { maxLength: 14 }),
        fc.constantFrom<PostRule>('both', 'any', 'all'),
        (markings, rule) => {
          const [one, other] = [measure(markings, rule), measure(markings, rule, ['jo', 'ann'])];
          assert.doesNotMatch(
            JSON.stringify(one, (_, value: unknown) => (Number.isNaN(value) ? 'NaN' : value)),
            /NaN/,
          );
          const kappas = (measured: Agreement) => measured.tags.map(({ pairs }) => pairs[0]?.kappa);
          assert.deepEqual(kappas(one), kappas(other));
          assert.deepEqual(one.passages[0]?.f1, other.passages[0]?.f1);
        },
      ),
      trials(300),
    ));
});

describe('markingsOf', () => {
  it('gives an annotation to each of its authors, at its place', () => {
    assert.deepEqual(authorsOf({ by: ' ann;jo ; ann' }), ['ann', 'jo']);
    assert.deepEqual(authorsOf({ by: null }), []);
    assert.deepEqual(authorsOf({ by: 'Jose\u0301; Jos\u00e9' }), ['Jos\u00e9']);
    const text = new ArchiveText('a.txt', { format: 'plain' }, 'Norvik wakes late.', createLexicon(readRegistry('')));
    text.setSidecar('postgloss: 1\nannotations:\n  - quote: wakes\n    by: ann; jo\n  - quote: gone\n    by: ann\n');
    assert.deepEqual(
      markingsOf(text, 'a.txt', authorsOf).map(({ annotator, span, post }) => [annotator, span, post !== null]),
      [
        ['ann', { start: 7, end: 12 }, true],
        ['jo', { start: 7, end: 12 }, true],
        ['ann', null, false],
      ],
    );
  });
});
