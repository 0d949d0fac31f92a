import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findAnchor, type Anchor } from '../../../src/core/anchor/anchor';
import { enoughAgreement } from '../../../src/core/anchor/evidence';
import { comparableQuote, describePlace, type Selector } from '../../../src/core/anchor/selector';
import { trimSpan } from '../../../src/core/decide/annotate';
import type { Post } from '../../../src/core/posts/post';
import { parseCopy } from '../../../src/core/sidecar/copy';
import { comparable, fold } from '../../../src/core/text/comparable';
import type { Span } from '../../../src/core/text/span';
import { matchQuote } from '../../support/comparable';
import { mark, marked } from '../../support/marked';
import { postAt } from '../../support/posts';
import { trials } from '../../support/trials';

function describePassage(source: string, posts: readonly Post[] = []): Selector {
  const { text, span } = marked(source);
  return describePlace(text, span, posts);
}

function find(text: string, selector: Selector, posts: readonly Post[] = []): Anchor {
  return findAnchor(comparable(text), posts, selector);
}

/** The place that was found, as a text with marks; the state where there is none. */
function found(text: string, selector: Selector, posts: readonly Post[] = []): string {
  const { state, span } = find(text, selector, posts);
  return span ? `${state}: ${mark(text, [span])}` : state;
}

const TEXT = `Tehran argues that time has come to ⟦break barriers⟧ of sects.

Others doubt it. Nobody asked the people of the south.`;
const PLAIN = marked(TEXT).text;

// Few words, so that passages and whole paragraphs repeat.
const words = fc.constantFrom(
  'the',
  'the',
  'call',
  'Hakim',
  'of',
  'naïve',
  '“so”',
  'e\u0301',
  'a',
  '漢字',
  'party',
  'don’t',
  '😀',
  'x'.repeat(40),
);
const paragraph = fc.array(words, { minLength: 1, maxLength: 14 }).map((list) => list.join(' '));
const document = fc
  .record({
    paragraphs: fc.uniqueArray(paragraph, { minLength: 1, maxLength: 4 }),
    order: fc.array(fc.nat(3), { minLength: 1, maxLength: 8 }),
    separator: fc.constantFrom('\n', '\n\n', '\n \n'),
    eol: fc.constantFrom('\n', '\n', '\r\n'),
  })
  .map(({ paragraphs, order, separator, eol }) =>
    order
      .map((i) => paragraphs[i % paragraphs.length] ?? '')
      .join(separator)
      .replaceAll('\n', eol),
  );

/** A span that begins and ends where characters do, and not in white space. */
function passageIn(text: string, a: number, b: number): Span | null {
  const bounds = [...text.matchAll(/\P{M}\p{M}*/gu)].map((match) => match.index);
  bounds.push(text.length);
  const [start = 0, end = 0] = [bounds[a % bounds.length] ?? 0, bounds[b % bounds.length] ?? 0].sort((x, y) => x - y);
  const span = trimSpan(text, { start, end });
  return span.start < span.end ? span : null;
}

const passage = fc.tuple(document, fc.nat(), fc.nat()).chain(([text, a, b]) => {
  const span = passageIn(text, a, b);
  return fc.constant(span ? { text, span } : { text, span: trimSpan(text, { start: 0, end: text.length }) });
});

describe('finding an annotation again', () => {
  it('gives just the same place in the text it was made on, whatever repeats in it', () => {
    fc.assert(
      fc.property(passage, ({ text, span }) => {
        const anchor = find(text, describePlace(text, span, []));
        assert.deepEqual([anchor.state, anchor.span], ['exact', span], mark(text, [span]));
      }),
      trials(1500),
    );
  });

  it('does so within each of several posts that say the same', () => {
    fc.assert(
      fc.property(passage, fc.nat(2), ({ text, span }, which) => {
        const posts = [0, 1, 2].map((i) =>
          postAt(`2016-05-0${i + 1}/same`, { start: i * (text.length + 2), end: i * (text.length + 2) + text.length }),
        );
        const whole = Array(3).fill(text).join('\n\n');
        const own = { start: span.start + which * (text.length + 2), end: span.end + which * (text.length + 2) };
        const anchor = find(whole, describePlace(whole, own, posts), posts);
        assert.deepEqual([anchor.state, anchor.span], ['exact', own]);
      }),
      trials(300),
    );
  });

  it('does not mind line ends, the byte order mark, reflowed lines, quotation marks and composition', () => {
    const copies: readonly ((text: string) => string)[] = [
      (text) => text.replace(/\r\n/g, '\n'),
      (text) => text.replace(/\r\n|\n/g, '\r\n'),
      (text) => `\ufeff${text}`,
      (text) => text.replace(/ /g, '  '),
      (text) => text.replace(/ (?=\S)/g, '\n'),
      (text) => text.replace(/[“”]/g, '"').replace(/’/g, "'"),
      (text) => text.normalize('NFD'),
      (text) => text.normalize('NFC'),
    ];
    fc.assert(
      fc.property(passage, fc.constantFrom(...copies), ({ text, span }, copy) => {
        const changed = copy(text);
        const { state, span: place } = find(changed, describePlace(text, span, []));
        assert.equal(state, 'exact');
        assert(place);
        assert.equal(fold(changed.slice(place.start, place.end)), fold(text.slice(span.start, span.end)));
        // The passage is the same one of several: as much stands before it as before.
        assert.equal(fold(changed.slice(0, place.start)).trim(), fold(text.slice(0, span.start)).trim());
      }),
      trials(800),
    );
  });

  it('does not mind edits far away', () => {
    const selector = describePassage(TEXT);
    const edited = `A new beginning.\n\n${PLAIN.replace('Others doubt it.', 'Many others doubt it now.')}\n\nMore.`;
    assert.equal(found(edited, selector), `exact: ${edited.replace('break barriers', '⟦break barriers⟧')}`);
    fc.assert(
      fc.property(passage, paragraph, paragraph, ({ text, span }, above, below) => {
        const apart = (words: string) => words.replace(/\S+/g, 'zz');
        const shift = apart(above).length + 2;
        const changed = `${apart(above)}\n\n${text}\n\n${apart(below)}`;
        const selector = describePlace(text, span, []);
        const anchor = find(changed, selector);
        if (anchor.state === 'exact')
          assert.deepEqual(anchor.span, { start: span.start + shift, end: span.end + shift });
        // What is like other places needs its surroundings, beyond its paragraph too.
        else assert(selector.copy !== null, `${anchor.state} in ${mark(text, [span])}`);
      }),
      trials(500),
    );
  });

  it('asks when nothing but the words is left, and says that the passage is gone', () => {
    const selector = describePassage(TEXT);
    const { state, candidates } = find(PLAIN.replace('time has come to', 'they').replace('of sects', 'now'), selector);
    assert.deepEqual([state, candidates.length], ['ambiguous', 1]);
    assert.equal(found(PLAIN.replace('break barriers', 'build barriers'), selector), 'orphan');
    assert.equal(found('', selector), 'orphan');
  });

  it('never takes another place for sure once the passage is gone and others stand in other surroundings', () => {
    const others = [
      'Nothing but ⟦break barriers⟧ would do. They will break barriers one day, he said.',
      '⟦break barriers⟧\n\nWe break barriers.',
      'He wants to ⟦break barriers⟧ of sects and of tribes. She wants to break barriers of class.',
    ];
    for (const source of others) {
      const { text, span } = marked(source);
      const without = text.slice(0, span.start) + text.slice(span.end);
      assert.match(found(without, describePassage(source)), /^(?:changed|ambiguous|orphan)/, source);
    }
    const long = 'Subscribe to the weekly newsletter of this review';
    const source = `One thing.\n\n⟦${long}⟧ for news.\n\nAnother thing. Please ${long} today.`;
    assert.equal(found(marked(source).text.replace(`${long} for news.`, ''), describePassage(source)), 'ambiguous');
  });

  it('never takes a like place for sure that was there when the annotation was made', () => {
    fc.assert(
      fc.property(passage, ({ text, span }) => {
        const selector = describePlace(text, span, []);
        const without = text.slice(0, span.start) + '∅' + text.slice(span.end);
        const anchor = find(without, selector);
        if (anchor.state !== 'exact') return;
        // Only a place that the edit itself made like the old one may pass: before it, nothing there resembled what was remembered.
        const { span: place } = anchor;
        assert(place);
        const shift = 1 - (span.end - span.start);
        const start = place.start > span.start ? place.start - shift : place.start;
        const whole = comparable(text);
        const quote = comparableQuote(selector);
        const old = matchQuote(whole.text, quote).find((match) => whole.original(match.span.start) === start);
        const least = enoughAgreement(quote, selector.copy === null ? 'none' : 'some');
        assert((old?.context ?? 0) < least, `${mark(text, [span])} → ${mark(without, [place])}`);
      }),
      trials(800),
    );
  });

  it('tells copies apart by their number while there are as many, and asks when there are not', () => {
    const same = 'The same as ever, and nobody minds it.';
    const all = [same, same, same, same, same, same, same];
    const source = all.with(3, `⟦${same}⟧`).join('\n\n');
    const selector = describePassage(source);
    // The first two and the last two have other surroundings.
    assert.deepEqual(selector.copy, { n: 2, of: 3 });
    assert.equal(found(`More.\n\n${all.join('\n\n')}`, selector), `exact: More.\n\n${source}`);
    const { state, candidates } = find(all.slice(1).join('\n\n'), selector);
    assert.deepEqual([state, candidates.length], ['ambiguous', 6]);
    assert.equal(found(same, selector), 'ambiguous');
  });

  it('marks the only one that fits entirely where others resemble it', () => {
    const source =
      'The party of the south says: ⟦we go⟧ to the polls in May.\n\nThe party of the south says: we go to the polls in June.';
    const selector = describePassage(source);
    assert.deepEqual(selector.copy, { n: 1, of: 1 });
    const { text, span } = marked(source);
    assert.equal(found(text, selector), `exact: ${source}`);
    assert.equal(found(text.slice(0, span.start) + text.slice(span.end), selector), 'ambiguous');
  });

  it('does not trust a number that a person made up', () => {
    for (const copy of ['0/1', '0/2', '2/1', '-1/1', '1', 'x', '1/1/1', '99999999/1', '1e0/1']) {
      const anchor = find('Only one here.', {
        ...{ post: null, quote: 'one', before: null, after: null },
        copy: parseCopy(copy),
      });
      assert.notEqual(anchor.state, 'exact', copy);
    }
  });

  it('takes a record of nothing but a quote for sure when it stands there once', () => {
    const alone = { post: null, quote: 'break barriers', before: null, after: null, copy: null };
    assert.match(found(PLAIN, alone), /^exact/);
    assert.equal(found(`${PLAIN} To break barriers.`, alone), 'ambiguous');
    for (const quote of ['', ' ', '\u00ad', '\ufeff']) assert.notEqual(find(PLAIN, { ...alone, quote }).state, 'exact');
  });

  it('looks beyond the post only with doubt, unless the post has another name now', () => {
    const text = 'Old post. They say: break barriers of sects.\n\nNew post. Nothing here.';
    const posts = [
      postAt('2016-05-04/old-post', { start: 0, end: 44 }),
      postAt('2016-05-05/new-post', { start: 46, end: text.length }),
    ];
    const selector: Selector = {
      post: '2016-05-04/old-post',
      quote: 'break barriers',
      before: 'Old post. They say:',
      after: 'of sects.',
      copy: null,
    };
    assert.equal(find(text, selector, posts).state, 'exact');
    assert.equal(find(text, { ...selector, post: '2016-05-05/new-post' }, posts).state, 'changed');
    assert.equal(find(text, { ...selector, post: '2016-05-04/retitled' }, posts).state, 'exact');
    assert.equal(find(text, { ...selector, post: '2016-06-01/old-post-2' }, posts).state, 'exact');
    assert.equal(find(text, { ...selector, post: '1999-01-01/unheard-of' }, posts).state, 'changed');
    assert.equal(find(text, { ...selector, post: '' }, posts).state, 'changed');
  });

  it('asks when the post has a doubtful place and another post a better one', () => {
    const text = 'One. We break barriers.\n\nTwo. They say: break barriers of sects.';
    const posts = [
      postAt('2016-05-04/one', { start: 0, end: 23 }),
      postAt('2016-05-05/two', { start: 25, end: text.length }),
    ];
    const selector: Selector = {
      post: '2016-05-04/one',
      quote: 'break barriers',
      before: 'They say:',
      after: 'of sects.',
      copy: null,
    };
    const { state, candidates } = find(text, selector, posts);
    assert.equal(state, 'ambiguous');
    assert.deepEqual(
      candidates.map(({ span }) => mark(text, [span])),
      [text.replace(': break barriers', ': ⟦break barriers⟧'), text.replace('break barriers.', '⟦break barriers⟧.')],
    );
  });

  it('finds one letter among thousands', () => {
    const text = `${'a b '.repeat(3000)}here is a letter, and ${'a b '.repeat(3000)}`;
    const start = text.indexOf('a letter');
    const selector = describePlace(text, { start, end: start + 1 }, []);
    assert.deepEqual(find(text, selector).span, { start, end: start + 1 });
  });

  it('is quick with quotes and texts that were made to be slow', () => {
    const text = 'a'.repeat(200_000);
    const start = process.cpuUsage();
    find(text, { post: null, quote: 'a'.repeat(50), before: 'a'.repeat(32), after: 'b'.repeat(32), copy: null });
    assert(process.cpuUsage(start).user < 1_000_000);
  });
});

describe('describing a place', () => {
  it('remembers whole words of its own paragraph, on each side up to 32 units', () => {
    const { before, after, quote, copy, post } = describePassage(TEXT);
    assert.deepEqual(
      { before, after, quote, copy, post },
      { before: 'argues that time has come to', after: 'of sects.', quote: 'break barriers', copy: null, post: null },
    );
    assert.deepEqual(describePassage('One.\r\n \r\n⟦Two\r\nlines⟧\r\n\r\nThree.'), {
      post: null,
      quote: 'Two\nlines',
      before: null,
      after: null,
      copy: null,
    });
  });

  it('never cuts a character in two, and remembers only what stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.nat(), fc.nat(), (source, a, b) => {
        const text = source.replace(/[\ud800-\udfff](?![\udc00-\udfff])/g, (unit) => unit);
        const span = passageIn(text, a, b);
        if (!span) return;
        const { before, after } = describePlace(text, span, []);
        for (const side of [before, after]) {
          if (side === null) continue;
          assert.doesNotMatch(side, /^\s|\s$|\p{Cs}/u);
          assert(side.length <= 34 && side.length > 0);
        }
        assert(
          fold(text.slice(0, span.start))
            .trim()
            .endsWith(fold(before ?? '').trim()),
        );
        assert(
          fold(text.slice(span.end))
            .trim()
            .startsWith(fold(after ?? '').trim()),
        );
      }),
      trials(500),
    );
  });

  it('names the post that it begins in', () => {
    const posts = [postAt('a', { start: 0, end: 3 }), postAt('b', { start: 4, end: 7 })];
    assert.equal(describePlace('one two', { start: 4, end: 7 }, posts).post, 'b');
    assert.equal(describePlace('one two three', { start: 8, end: 13 }, posts).post, null);
  });
});
