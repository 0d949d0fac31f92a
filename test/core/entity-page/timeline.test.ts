import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Mention } from '../../../src/core/mentions/mention';
import type { MentioningPost } from '../../../src/core/lists/entity-list';
import { timelineOf } from '../../../src/core/entity-page/timeline';
import { postAt } from '../../support/posts';
import { trials } from '../../support/trials';

/** A post of that date, with so many mentions; only their number counts here. */
function mentioning(date: string | null, count: number): MentioningPost {
  const post = { ...postAt(`${date}`, { start: 0, end: 0 }), date };
  return { path: 'a.txt', post, mentions: Array.from({ length: count }, () => ({}) as Mention) };
}

const shown = (posts: readonly MentioningPost[]) =>
  timelineOf(posts)?.bars.map(({ year, month, mentions }) => `${year}-${month ?? ''} ${mentions}`);

describe('the timeline of an entity', () => {
  it('has a bar for each month from the first to the last, empty ones included', () => {
    const posts = [mentioning('2017-02-28', 2), mentioning('2016-11-01', 1), mentioning('2017-02-01', 3)];
    assert.deepEqual(shown(posts), ['2016-11 1', '2016-12 0', '2017-1 0', '2017-2 5']);
  });

  it('leaves out posts without a date, and is none without a dated one', () => {
    assert.deepEqual(shown([mentioning(null, 4), mentioning('2017-02-28', 1)]), ['2017-2 1']);
    assert.equal(timelineOf([mentioning(null, 4)]), null);
    assert.equal(timelineOf([]), null);
  });

  it('takes longer stretches where the months are too many', () => {
    assert.equal(timelineOf([mentioning('1998-01-01', 1), mentioning('2017-12-31', 1)])?.unit, 'month');
    assert.equal(timelineOf([mentioning('1998-01-01', 1), mentioning('2018-01-01', 1)])?.unit, 'year');
    assert.deepEqual(timelineOf([mentioning('0001-01-01', 1), mentioning('9999-12-31', 1)])?.bars.length, 100);
  });

  it('loses no mention and doubles none, whatever the dates', () => {
    const date = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-15`);
    const posts = fc.array(fc.tuple(date, fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(posts, (dated) => {
        const found = timelineOf(dated.map(([day, count]) => mentioning(day, count)));
        assert.ok(found && found.bars.length <= 240);
        const sum = found.bars.reduce((all, { mentions }) => all + mentions, 0);
        assert.equal(
          sum,
          dated.reduce((all, [, count]) => all + count, 0),
        );
        // Each bar holds what belongs to it and nothing else.
        const length = { month: 1, year: 12, decade: 120, century: 1200 }[found.unit];
        for (const { year, month, mentions } of found.bars) {
          const from = year * 12 + (month ?? 1) - 1;
          const own = dated.filter(([day]) => {
            const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
            return at >= from && at < from + length;
          });
          assert.equal(
            mentions,
            own.reduce((all, [, count]) => all + count, 0),
          );
        }
      }),
      trials(200),
    );
  });
});
