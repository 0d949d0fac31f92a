import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findAnchors } from '../../../src/core/anchor/anchor';
import { describePlaces } from '../../../src/core/anchor/selector';
import type { Post } from '../../../src/core/posts/post';
import { comparable } from '../../../src/core/text/comparable';
import type { Span } from '../../../src/core/text/span';
import { postAt } from '../../support/posts';
import { trials } from '../../support/trials';

// Sidecars outlive the way in which posts are read. Records that were made when a text was one post, or when a post counted under the one
// above, are exact in the posts that are read now.

const TITLES = ['The harbour', 'A bridge', 'So it ends.', '“No.”', 'Read on…', 'More;', '“It is over,” he said. “No.”'];
const WORDS = ['the', 'harbour', 'was', 'closed', 'again', 'and', 'nobody', 'said', 'why.'];

interface Written {
  readonly text: string;
  readonly posts: readonly Post[];
}

/** An archive of posts, each a title, a date and a body. */
function write(all: readonly { readonly title: string; readonly words: readonly string[] }[]): Written {
  let text = '';
  const posts = all.map(({ title, words }, i): Post => {
    const [start, date] = [text.length, `2016-05-${String(i + 1).padStart(2, '0')}`];
    text += `${title}\n\n${date}\n\n${words.join(' ')}`;
    const post = postAt(`${date}/${i}`, { start, end: text.length });
    text += '\n\n';
    return { ...post, title, date };
  });
  return { text, posts };
}

/** The posts as they were when titles that end as sentences do were not seen. Before the first title that was, there is no post. */
function overlooked(posts: readonly Post[]): Post[] {
  const seen: Post[] = [];
  for (const post of posts) {
    const above = seen.at(-1);
    if (!/[.:;,]["'”’»)\]]*$/.test(post.title ?? '')) seen.push(post);
    else if (above) seen[seen.length - 1] = { ...above, span: { start: above.span.start, end: post.span.end } };
  }
  return seen;
}

const archive = fc
  .array(
    fc.record({
      title: fc.constantFrom(...TITLES),
      words: fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 30 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map(write);

/** The words that begin at some places of the posts, one to five of them. */
const passages = ({ text, posts }: Written, picks: readonly { readonly at: number; readonly words: number }[]) =>
  picks.flatMap(({ at, words }): Span[] => {
    const post = posts[Math.floor(at * posts.length)];
    if (!post) return [];
    const found = [...text.slice(post.span.start, post.span.end).matchAll(/\S+/g)].slice(-Math.ceil(words));
    const [first, last] = [found[0], found.at(-1)];
    const base = post.span.start;
    return first && last ? [{ start: base + first.index, end: base + last.index + last[0].length }] : [];
  });

const picks = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    words: fc.double({ min: 0.1, max: 5, noNaN: true }),
  }),
  { minLength: 1, maxLength: 6 },
);

function staysExact({ text, posts }: Written, before: readonly Post[], spans: readonly Span[]): void {
  const whole = comparable(text);
  const selectors = describePlaces(text, spans, before, whole);
  const anchors = findAnchors(whole, posts, selectors);
  assert.deepEqual(
    anchors.map(({ state, span }) => [state, span]),
    spans.map((span) => ['exact', span]),
    JSON.stringify(selectors),
  );
}

describe('annotations of posts that were read otherwise before', () => {
  it('are exact where a post was counted under the one above', () => {
    fc.assert(
      fc.property(archive, picks, (written, some) => {
        staysExact(written, overlooked(written.posts), passages(written, some));
      }),
      trials(300),
    );
  });

  it('are exact where the whole file was one post', () => {
    fc.assert(
      fc.property(archive, picks, (written, some) => {
        const whole = postAt('undated/the-file', { start: 0, end: written.text.length });
        staysExact(written, [whole], passages(written, some));
      }),
      trials(300),
    );
  });

  it('are exact where the only post of a file has another date and title now', () => {
    const written = write([
      { title: 'The harbour is closed', words: ['Nobody', 'said', 'why,', 'and', 'nobody', 'said', 'when.'] },
    ]);
    const [post] = written.posts;
    assert(post);
    for (const id of ['undated/a', '1999-01-01/whats-cooking', 'undated/untitled-2']) {
      staysExact(
        written,
        [{ ...post, id }],
        passages(written, [
          { at: 0, words: 2 },
          { at: 0, words: 7 },
        ]),
      );
    }
  });

  it('are in doubt where the passage went to a post that was always seen', () => {
    const { text, posts } = write([
      { title: 'The harbour', words: ['Nothing.'] },
      { title: 'The bridge', words: ['The', 'harbour', 'was', 'closed', 'again', 'and', 'nobody', 'said', 'why.'] },
    ]);
    const whole = comparable(text);
    const start = text.indexOf('closed again');
    const [selector] = describePlaces(text, [{ start, end: start + 12 }], posts, whole);
    assert(selector);
    const [anchor] = findAnchors(whole, posts, [{ ...selector, post: posts[0]?.id ?? '' }]);
    assert.equal(anchor?.state, 'changed');
  });
});
