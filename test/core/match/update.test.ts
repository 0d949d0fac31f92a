import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMatcher, type Edit, type Form, type Matcher, updateMentions } from '../../../src/core/match';
import { trials } from '../../support/trials';
import { describeMentions, formsAndText, piece } from './arbitraries';

/** An edit of a text whose length is not known yet: places are parts of the whole, lengths are in code units. */
const anyEdit = fc.record({
  place: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  removed: fc.oneof(fc.nat(3), fc.nat(3), fc.nat(30)),
  inserted: fc.oneof(
    fc.constant(''),
    piece,
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  ),
});

function applyTo(
  text: string,
  { place, removed, inserted }: { place: number; removed: number; inserted: string },
): [string, Edit] {
  const start = Math.round(place * text.length);
  const changed = text.slice(0, start) + inserted + text.slice(start + removed);
  return [changed, { start, removed: Math.min(removed, text.length - start), inserted: inserted.length }];
}

/** Makes edits one after the other, and checks that the mentions are those of matching anew after each of them. */
function checkEdits(
  matcher: Matcher,
  text: string,
  edits: readonly { place: number; removed: number; inserted: string }[],
): void {
  let now = text;
  let mentions = matcher.match(now);
  for (const next of edits) {
    const [changed, edit] = applyTo(now, next);
    const before = describeMentions(matcher, mentions);
    const updated = updateMentions(matcher, mentions, changed, edit);
    const context = `${JSON.stringify(now)} → ${JSON.stringify(changed)}`;
    assert.deepEqual(describeMentions(matcher, updated), describeMentions(matcher, matcher.match(changed)), context);
    assert.deepEqual(describeMentions(matcher, mentions), before, 'the mentions before the edit are left alone');
    mentions = updated;
    now = changed;
  }
}

const asForms = (...texts: string[]): Form[] => texts.map((text, entity) => ({ text, entity }));

describe('updateMentions', () => {
  it('agrees with matching anew', () => {
    fc.assert(
      fc.property(formsAndText(60), fc.array(anyEdit, { minLength: 1, maxLength: 6 }), ([forms, text], edits) => {
        checkEdits(createMatcher(forms), text, edits);
      }),
      trials(10_000),
    );
  });

  it('agrees at every place of a text, for edits that join and part words, paragraphs and characters', () => {
    const text =
      'New Port; New\r\nPort City.\n\nPort City Hall, Cafe\u0301 é New Port😀City\u00ad Hall \u00ad \u00ad New';
    const matcher = createMatcher(asForms('New', 'New Port', 'Port City', 'City Hall', 'Hall New', 'Café', 'é'));
    for (let at = 0; at <= text.length; at++) {
      for (const inserted of [
        '',
        'x',
        ' ',
        '\n',
        '\r',
        '\u0301',
        '\u00ad',
        '\ud83d',
        '\ude00',
        'New ',
        '\n\n',
        ' Port City',
      ]) {
        for (const removed of [0, 1, 2, 9]) checkEdits(matcher, text, [{ place: at / text.length, removed, inserted }]);
      }
    }
  });

  it('follows a change that runs on through all that follows', () => {
    const matcher = createMatcher(asForms('a b', 'b a'));
    const text = `. ${'a b '.repeat(500)}.`;
    checkEdits(matcher, text, [
      { place: 0, removed: 0, inserted: 'b ' },
      { place: 2 / (text.length + 2), removed: 0, inserted: 'b ' },
    ]);
  });

  it('reads no more of the text than the edit and the longest form ask for', () => {
    const matcher = createMatcher(asForms('Tehran', 'New Port', 'University of Port City'));
    let read = 0;
    const matchPart = matcher.matchPart.bind(matcher);
    const text = 'In Tehran, cafe\u0301s of New Port are run by the University of Port City. '.repeat(2000);
    const mentions = matcher.match(text);
    matcher.matchPart = (whole, from, to) => {
      read += to - from;
      return matchPart(whole, from, to);
    };
    for (let start = 70_000; start < 70_300; start++) {
      read = 0;
      const changed = `${text.slice(0, start)}x${text.slice(start)}`;
      updateMentions(matcher, mentions, changed, { start, removed: 0, inserted: 1 });
      assert.ok(read > 0 && read <= 5 * (matcher.longest + 10), `${read} at ${start}`);
    }
  });
});
