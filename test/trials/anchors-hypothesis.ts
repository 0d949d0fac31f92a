import search from 'approx-string-match';
import type { Span } from '../../src/core/text/span';

/** What Hypothesis remembers of a passage: its text, 32 units on each side, and where it stood. */
export interface HypothesisSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
}

export function describeForHypothesis(text: string, { start, end }: Span): HypothesisSelector {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
    start,
  };
}

/**
 * Finds a passage by the rules that the client of Hypothesis publishes (`text-quote` and `text-position` of its anchoring, read in
 * 2026), written anew. The old offset wins if the quote stands there. Else every exact place counts; where there is none, those with
 * the fewest errors, of at most half the quote's length or 256. The best by quote (50), prefix (20), suffix (20) and nearness to the
 * old offset (2) is taken, whatever its score.
 */
export function findAsHypothesis(text: string, selector: HypothesisSelector): Span | null {
  const { exact, prefix, suffix, start } = selector;
  if (text.startsWith(exact, start)) return { start, end: start + exact.length };
  let best: { readonly span: Span; readonly score: number } | null = null;
  for (const match of matches(text, exact, Math.min(256, exact.length / 2))) {
    const before = likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix);
    const after = likeness(text.slice(match.end, match.end + suffix.length), suffix);
    const nearness = 1 - Math.abs(match.start - start) / text.length;
    const score = (50 * (1 - match.errors / exact.length) + 20 * before + 20 * after + 2 * nearness) / 92;
    if (!best || score > best.score) best = { span: { start: match.start, end: match.end }, score };
  }
  return best?.span ?? null;
}

function matches(text: string, pattern: string, mostErrors: number) {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
    exact.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, pattern, mostErrors);
}

/** How much of a remembered side stands in what is there now; all of it where nothing was remembered. */
function likeness(text: string, remembered: string): number {
  if (remembered === '') return 1;
  if (text === '') return 0;
  const [match] = matches(text, remembered, remembered.length);
  return match ? 1 - match.errors / remembered.length : 0;
}
