import assert from 'node:assert/strict';
import { anchorByDiff } from '../../src/core/anchor/anchor-by-diff';
import { findAnchors } from '../../src/core/anchor/anchor';
import { describePlaces } from '../../src/core/anchor/selector';
import { comparable } from '../../src/core/text/comparable';
import type { Span } from '../../src/core/text/span';
import { postAt } from '../support/posts';
import { describeForHypothesis, findAsHypothesis } from '../trials/anchors-hypothesis';
import { generate } from './text';
import { printTable, quickest, round, timed } from './timing';

/**
 * Finds annotations again in a text of a million code units after somebody else has edited it: all at once, beside a bare `indexOf` of
 * the same quotes, and beside the rules of Hypothesis for some of them.
 */
export function benchAnchors(quick: boolean): void {
  const length = quick ? 200_000 : 1_000_000;
  const { text } = generate(length, 2000);
  for (const count of quick ? [200] : [1000, 10_000]) benchCount(text, count);
}

function benchCount(text: string, count: number): void {
  const posts = postsOf(text);
  const spans = passages(text, count);
  const described = timed(() => describePlaces(text, spans, posts));
  const selectors = described.result;
  const quotes = selectors.map(({ quote }) => quote);
  const edited = `A word of the editors.\n\n${text.replace(/(\. )(\w+)/g, (all, stop: string, word: string) => (word.length > 10 ? `${stop}So ${word}` : all))}`;
  const moved = selectors.map((selector) => ({ ...selector, post: posts.at(-1)?.id ?? null }));
  const lost = selectors.map((selector) => ({ ...selector, quote: typo(selector.quote) }));
  const now = () => ({ whole: comparable(edited), posts: postsOf(edited) });
  const state = now();
  const found = findAnchors(state.whole, state.posts, selectors);
  const exact = found.filter((anchor) => anchor.state === 'exact').length;
  assert.ok(exact >= 0.8 * count, `only ${exact} of ${count} were found`);
  const sample = Math.ceil(count / 100);
  const remembered = spans.slice(0, sample).map((span) => describeForHypothesis(text, span));
  const lostToThem = remembered.map((selector) => ({ ...selector, exact: typo(selector.exact) }));
  const times = quickest(
    {
      'comparable form alone': () => comparable(edited).text.charCodeAt(0),
      'after an outside edit': () => findAnchors(comparable(edited), state.posts, selectors),
      'all in other posts': () => findAnchors(comparable(edited), state.posts, moved),
      'all with a typo, so by resemblance': () => findAnchors(comparable(edited), state.posts, lost),
      'indexOf of each quote': () => quotes.map((quote) => edited.indexOf(quote)),
      'Hypothesis, quotes intact': () => remembered.map((selector) => findAsHypothesis(edited, selector)),
    },
    7,
  );
  const theirs = timed(() => lostToThem.map((selector) => findAsHypothesis(edited, selector))).ms * (count / sample);
  const diff = timed(() => anchorByDiff(state, { whole: comparable(text), posts }, selectors, found)).ms;
  const base = times['after an outside edit'];
  const row = (what: string, ms: number) => ({ what, ms: round(ms, 1), ratio: round(ms / base) });
  printTable(`${count} annotations, ${round(text.length / 1e6, 1)} MB, ${exact} exact after the edit`, [
    ...Object.entries(times).map(([what, ms]) => {
      const isTheirs = what.startsWith('Hypothesis');
      return row(isTheirs ? `${what} (${sample} of them, scaled)` : what, isTheirs ? (ms * count) / sample : ms);
    }),
    row(`Hypothesis, quotes with a typo (${sample} of them, scaled)`, theirs),
    row('by the difference to the earlier text, what is not exact', diff),
    row('describing them all, once', described.ms),
  ]);
}

/** Words, phrases and sentences, evenly over the text. */
function passages(text: string, count: number): Span[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]{3,}/gu)];
  return Array.from({ length: count }, (_, i) => {
    const first = Math.floor((i * words.length) / count);
    const last = first + ([0, 4, 18][i % 3] ?? 0);
    const start = words[first]?.index ?? 0;
    const end = words[Math.min(last, words.length - 1)];
    return { start, end: end ? end.index + end[0].length : start + 1 };
  });
}

function typo(quote: string): string {
  const middle = quote.length >> 1;
  return `${quote.slice(0, middle)}¤${quote.slice(middle + 1)}`;
}

/** A post for every twenty paragraphs. */
function postsOf(text: string) {
  const starts = [...text.matchAll(/\n\n/g)].map(({ index }) => index + 2).filter((_, i) => i % 20 === 19);
  return [0, ...starts].map((start, i) =>
    postAt(`2016-05-04/post-${i + 1}-of`, { start, end: starts[i] ?? text.length }),
  );
}
