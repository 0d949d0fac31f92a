import { anchorByDiff } from '../anchor/anchor-by-diff';
import { findAnchors } from '../anchor/anchor';
import { describePlaces, type Selector } from '../anchor/selector';
import type { ArchiveText } from '../archive/archive-text';
import { contentHash } from '../indexing/content-hash';
import { comparable, fold } from '../text/comparable';
import { parseCopy, writeCopy } from '../sidecar/copy';
import type { Span } from '../text/span';
import type { ExchangeDocument, ExchangeSpan } from './model';
import { CodePoints, withLineFeeds } from './offsets';
import type { Target, Targets } from './targets';
import { xmlSafe } from './xml';

/** An annotation of an import and where it belongs. */
export interface PlacedSpan {
  readonly span: ExchangeSpan;
  /** The text that it belongs to; null where that is not known. */
  readonly text: ArchiveText | null;
  /** Its place in the text; null where that is not certain. */
  readonly at: Span | null;
  /** Why there is no place, or what was wrong with the one that was given; null where all is well. A sentence. */
  readonly why: string | null;
}

/**
 * Places the annotations of a document. The quote counts first. A number counts only if the text there spells the quote, and if the text is
 * the one in which it was counted: then it tells equal passages apart. In a text that has changed since, a passage is placed as the
 * archive's own are (see `findAnchors`, `anchorByDiff`), and only where the place is certain.
 */
export function placeDocument(
  texts: readonly ArchiveText[],
  targets: Targets,
  document: ExchangeDocument,
): PlacedSpan[] {
  const found = targets.find(document);
  const given = found && document.text === null ? inUnits(document, targets.contentOf(found.target)) : document.spans;
  const spans = given.map((span) => spelled(document, span));
  if (!found) return document.text === null ? anywhere(texts, spans) : anywhere(texts, described(document, spans));
  const { target } = found;
  const content = targets.contentOf(target);
  if (found.same || isCounted(document, content, spans)) return atNumbers(targets, target, content, spans);
  if (document.text === null) return byQuote(target.text, spans, document.version !== null);
  return byDifference(targets, target, document, spans);
}

/** The spans of a document without its text, with places in UTF-16 code units, as if they counted in a content. */
function inUnits({ unit, spans }: ExchangeDocument, content: string): readonly ExchangeSpan[] {
  if (unit === 'utf16') return spans;
  const points = new CodePoints(content);
  return spans.map((span) => {
    if (!span.place) return span;
    const { start, end } = span.place;
    return { ...span, place: { start: points.longOf(start), end: points.longOf(end) } };
  });
}

/** A span of a document whose number is believed, if it has one, and the sentence about one that is not. */
interface Spelled {
  readonly span: ExchangeSpan;
  readonly wrong: string | null;
}

const NOT_SPELLED = 'Its number leads to other words than its quote.';

/** Drops a number that does not spell its quote in the document's own text, and reads the quote of one that has none. */
function spelled(document: ExchangeDocument, span: ExchangeSpan): Spelled {
  const { place, quote } = span;
  if (!place || document.text === null) return { span, wrong: null };
  const { start, end } = place;
  const fits =
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= document.text.length;
  const words = fits ? document.text.slice(start, end) : '';
  if (!fits || (quote !== '' && !sameWords(words, quote)))
    return { span: { ...span, place: null }, wrong: NOT_SPELLED };
  return { span: { ...span, quote: words }, wrong: null };
}

/** Whether two passages differ at most in white space and in what XML cannot hold. */
function sameWords(a: string, b: string): boolean {
  return a === b || collapsed(a) === collapsed(b);
}

function collapsed(text: string): string {
  return xmlSafe(text).replace(/\s+/g, ' ').trim();
}

/** Whether the numbers of a document without its text count in a content. */
function isCounted({ text, version }: ExchangeDocument, content: string, spans: readonly Spelled[]): boolean {
  if (text !== null) return false;
  if (version !== null) return version === contentHash(content);
  // Numbers of a tool that keeps no version are believed where all of them spell their quotes, and these are more than a few letters.
  const numbered = spans.filter(({ span }) => span.place !== null);
  const length = numbered.reduce((sum, { span }) => sum + span.quote.length, 0);
  const spell = ({ span: { place, quote } }: Spelled) =>
    place !== null && quote !== '' && sameWords(content.slice(place.start, place.end), quote);
  return length >= FEW_LETTERS && numbered.every(spell);
}

const FEW_LETTERS = 24;

/** The places by numbers that count in the present text; by the quotes, all at once, where there is no such number. */
function atNumbers(targets: Targets, target: Target, content: string, spans: readonly Spelled[]): PlacedSpan[] {
  const { text } = target;
  const sought: Spelled[] = [];
  const placed = spans.map((one): PlacedSpan | null => {
    const { place, quote } = one.span;
    const words = place ? content.slice(place.start, place.end) : '';
    if (place && words !== '' && (quote === '' || sameWords(words, quote))) {
      return { span: one.span, text, at: targets.spanIn(target, outsidePairs(content, place)), why: one.wrong };
    }
    sought.push(place ? { span: one.span, wrong: NOT_SPELLED } : one);
    return null;
  });
  const found = byQuote(text, sought)[Symbol.iterator]();
  return placed.flatMap((one) => one ?? found.next().value ?? []);
}

/** The span with both halves of the pairs that it cuts. */
function outsidePairs(text: string, { start, end }: Span): Span {
  const cuts = (at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
  return { start: cuts(start) ? start - 1 : start, end: cuts(end) ? end + 1 : end };
}

/**
 * The places by quote and surroundings in a text.
 *
 * @param changed whether the text is known to have changed since: then only a place of which there is no doubt counts
 */
function byQuote(text: ArchiveText, spans: readonly Spelled[], changed = false): PlacedSpan[] {
  // Annotations of the same words in the same surroundings have the same place, which is looked for once.
  const selectors = spans.map(({ span }) => selectorOf(span));
  const keys = selectors.map((selector) => JSON.stringify(selector));
  const different = new Map(keys.map((key, i) => [key, selectors[i]]));
  const found = findAnchors(
    text.whole,
    text.posts,
    [...different.values()].flatMap((selector) => selector ?? []),
  );
  const anchors = new Map([...different.keys()].map((key, i) => [key, found[i]]));
  return spans.map(({ span, wrong }, i) => {
    const anchor = anchors.get(keys[i] ?? '');
    const isSure = anchor?.state === 'exact' && !(changed && anchor.unproven === true) && span.quote !== '';
    const why = isSure ? null : anchor?.state === 'exact' ? WHY.changed : WHY[anchor?.state ?? 'orphan'];
    return { span, text, at: isSure ? anchor.span : null, why: wrong ?? why };
  });
}

const WHY = {
  exact: 'It has no certain place.',
  changed: 'The words around its quote have changed.',
  ambiguous: 'Its quote stands in several places, and nothing tells which is meant.',
  orphan: 'Its quote is not in the text.',
};

/** The places of passages of a document's own text in the archive's text, which has changed since. */
function byDifference(
  targets: Targets,
  target: Target,
  document: ExchangeDocument,
  spans: readonly Spelled[],
): PlacedSpan[] {
  const { text } = target;
  const earlier = { whole: comparable(document.text ?? ''), posts: [] };
  const content = targets.contentOf(target);
  const now = { whole: comparable(content), posts: [] };
  const placed = spans.filter(({ span }) => span.place !== null);
  const places = placed.flatMap(({ span: { place } }) => place ?? []);
  const selectors = describePlaces(document.text ?? '', places, [], earlier.whole);
  const anchors = anchorByDiff(now, earlier, selectors, findAnchors(now.whole, [], selectors));
  const known = new Map(placed.map(({ span }, i) => [span, anchors[i]]));
  const unnumbered = byQuote(
    text,
    spans.filter(({ span }) => span.place === null),
    true,
  );
  const others = new Map(unnumbered.map((one) => [one.span, one]));
  return spans.map(({ span, wrong }) => {
    const anchor = known.get(span);
    if (!anchor) return others.get(span) ?? { span, text, at: null, why: wrong };
    const at = anchor.state === 'exact' && anchor.span ? targets.spanIn(target, anchor.span) : null;
    return { span, text, at, why: at ? wrong : WHY[anchor.state] };
  });
}

/** Gives the spans of a document whose text the archive lacks the surroundings that they have there. */
function described(document: ExchangeDocument, spans: readonly Spelled[]): Spelled[] {
  const placed = spans.filter(({ span }) => span.place !== null);
  const selectors = describePlaces(
    document.text ?? '',
    placed.flatMap(({ span }) => span.place ?? []),
    [],
  );
  const known = new Map(placed.map(({ span }, i) => [span, selectors[i]]));
  return spans.map(({ span, wrong }) => {
    const { before, after, copy } = known.get(span) ?? { ...span, copy: null };
    const written = copy === null ? null : writeCopy(copy);
    return { span: { ...span, place: null, before, after, copy: written }, wrong };
  });
}

/** The places in the only text that has them. */
function anywhere(texts: readonly ArchiveText[], spans: readonly Spelled[]): PlacedSpan[] {
  const found = spans.map((): PlacedSpan[] => []);
  for (const text of texts) {
    const standing = spans.flatMap((one, i) => (text.whole.text.includes(fold(one.span.quote)) ? [{ one, i }] : []));
    const placed = byQuote(
      text,
      standing.map(({ one }) => one),
    );
    for (const [n, { i }] of standing.entries()) if (placed[n]) found[i]?.push(placed[n]);
  }
  return spans.map(({ span, wrong }, i) => {
    const places = found[i] ?? [];
    const [first, ...others] = places;
    if (first && others.length === 0) return first;
    const why = wrong ?? (first ? WHY.ambiguous : 'Its quote is in no text of the archive.');
    return { span, text: null, at: null, why };
  });
}

function selectorOf({ post, quote, before, after, copy }: ExchangeSpan): Selector {
  return {
    post: post?.id ?? null,
    quote: withLineFeeds(quote),
    before,
    after,
    copy: copy === null ? null : parseCopy(copy),
  };
}
