import assert from 'node:assert/strict';
import { findAnchors } from '../../../src/core/anchor/anchor';
import { anchorByDiff } from '../../../src/core/anchor/anchor-by-diff';
import { describePlace, type Selector } from '../../../src/core/anchor/selector';
import { comparable } from '../../../src/core/text/comparable';
import { mark } from '../../support/marked';
import { postAt } from '../../support/posts';

const FIRST = 'The harbour of Ilmen is closed since Monday, and nobody had asked the fishermen.';

/** Two posts. The header of the first has a summary, which repeats its first paragraph. */
const TEXT = `# Closed
summary: ${FIRST}

${FIRST}

Mara Lind writes from the quay.

# Open again

As we wrote: nobody had asked the fishermen. Mara Lind has left.
`;

const CLOSED = '2016-05-04/closed';
const OPEN = '2016-05-09/open-again';

function version(text: string) {
  const [second, body] = [text.indexOf('# Open again'), text.indexOf('\n\n')];
  const first = postAt(CLOSED, { start: 0, end: second });
  const posts = [
    { ...first, header: { start: 0, end: body }, body: { start: body, end: second } },
    postAt(OPEN, { start: second, end: text.length }),
  ];
  return { whole: comparable(text), posts };
}

function record(quote: string, more: Partial<Selector> = {}): Selector {
  return { post: null, quote, before: null, after: null, copy: null, ...more };
}

/** The place of a record, shown with some text around it; only its state where it has none. */
function found(selector: Selector, text = TEXT, earlier: string | null = null): string {
  const now = version(text);
  const alone = findAnchors(now.whole, now.posts, [selector]);
  const [anchor] = earlier === null ? alone : anchorByDiff(now, version(earlier), [selector], alone);
  assert(anchor);
  if (!anchor.span) return anchor.state;
  const shown = mark(text, [anchor.span]);
  const at = shown.indexOf('⟦');
  return `${anchor.state}: ${shown.slice(Math.max(0, at - 12), shown.indexOf('⟧') + 9).replaceAll('\n', '|')}`;
}

describe('a record that a person wrote by hand', () => {
  it('has the place of its quote in its post, also where another post has the same words', () => {
    assert.match(found(record('nobody had asked', { post: OPEN })), /^exact: .*wrote: ⟦nobody had asked⟧/);
    assert.match(found(record('Mara Lind', { post: CLOSED })), /^exact: .*⟦Mara Lind⟧ writes/);
    assert.match(found(record('Mara Lind', { post: OPEN })), /^exact: .*⟦Mara Lind⟧ has/);
  });

  it('has its place in the body where a summary repeats the words', () => {
    for (const quote of ['nobody had asked', FIRST, 'harbour']) {
      assert.match(found(record(quote, { post: CLOSED })), /^exact: .*⟦/);
      assert.match(found(record(quote, { post: CLOSED })), /\|\|(?:⟦|The ⟦)|Monday, and ⟦/);
    }
  });

  it('has the only place with its surroundings in the file, with or without a post', () => {
    const more = { before: 'wrote:', after: 'the' };
    assert.match(found(record('nobody had asked', more)), /^exact: .*wrote: ⟦/);
    assert.match(found(record('nobody had asked', { ...more, post: '2016-01-01/another-name' })), /^exact: .*wrote: ⟦/);
  });

  it('is asked about where several places have all that it remembers', () => {
    assert.equal(found(record('Mara Lind')), 'ambiguous');
    assert.equal(found(record('the', { post: CLOSED })), 'ambiguous');
  });

  it('does not pass to a like passage when its own is deleted, if the earlier text can tell', () => {
    const one = 'The mayor kept silent about it. Then the bells rang for an hour, and the mayor kept silent again.';
    const earlier = `${TEXT}\n${one}\n`;
    const quote = record('mayor kept silent', { post: OPEN });
    const later = earlier.replace('The mayor kept silent about it. ', '');
    assert.equal(found(quote, earlier), 'ambiguous');
    assert.match(found(quote, later), /^exact/);
    assert.equal(found(quote, later, earlier), 'ambiguous');
    const inPost = record('Mara Lind', { post: CLOSED });
    const without = TEXT.replace('Mara Lind writes from the quay.', 'Nobody writes from the quay.');
    assert.doesNotMatch(found(inPost, without, TEXT), /^exact|⟦Mara Lind⟧ has/);
  });

  it('is not one that Postgloss wrote, to which a second place is news', () => {
    const text = 'The boats are all in, and the gates are shut for the night, says the keeper.';
    const span = { start: text.indexOf('gates'), end: text.indexOf('gates') + 5 };
    const ours = describePlace(text, span, []);
    const both = `${text}\n\n${text}`;
    const now = { whole: comparable(both), posts: [] };
    assert.equal(findAnchors(now.whole, [], [ours])[0]?.state, 'ambiguous');
  });
});
