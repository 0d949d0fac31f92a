import type { Span } from '../text/span';
import { splitFused } from './fused';
import { endsLikePublication, looksLikePeople } from './names';
import { trimmed } from './rows';
import { comparableName } from './words';

/** The source and the author of a post, as places in the text; null where the byline does not tell. */
export interface Credit {
  readonly source: Span | null;
  readonly author: Span | null;
}

/** The sources and authors that other bylines of the archive name, in the form of `comparableName`. */
export interface KnownNames {
  readonly sources: ReadonlySet<string>;
  readonly authors: ReadonlySet<string>;
  /** The sources between which and their authors the archive writes something else, such as a place. */
  readonly placed: ReadonlySet<string>;
}

const NOBODY: Credit = { source: null, author: null };

/** A part that belongs to the name before the comma: `Tribune, Inc.`, `Jon Vey, Jr.` */
const SUFFIX = /^(?:inc|ltd|llc|plc|gmbh|jr|sr|ph\.?d|m\.?d|esq|i{2,3}|iv)\.?$/i;

/**
 * Reads the parts of a byline behind the title as `source[, author]`. Explicit words count first (`by Mara Lind`, `Mara Lind for Coastal
 * Review`), then fused names (`Coastal ReviewMara Lind`), then the order. Where the byline lacks the title, the source begins at the first
 * name that is a known source or looks like a publication.
 */
export function readCredit(text: string, byline: readonly Span[], titled: boolean, known: KnownNames): Credit {
  const slice = (span: Span) => text.slice(span.start, span.end);
  const isSource = (name: string) => known.sources.has(comparableName(name));
  const isPublication = (name: string) => isSource(name) || endsLikePublication(name);

  const segments = withoutTitleRest(joinSuffixes(byline, slice), titled, slice, isPublication);
  const [head, ...rest] = segments;
  if (!head) return NOBODY;

  const explicit = readExplicit(text, head);
  if (explicit) {
    // In `by Mara Lind, Coastal Review` the source stands behind the author.
    return explicit.source ? explicit : { source: rest[0] ?? null, author: explicit.author };
  }
  const fused = splitFused(slice(head), isSource);
  if (fused) {
    const others = peopleOf(rest, slice).at(-1);
    const author = { start: head.start + fused.author.start, end: others?.end ?? head.end };
    return { source: { start: head.start, end: head.start + fused.source.end }, author };
  }
  const name = comparableName(slice(head));
  const author = authorOf(text, rest, slice) ?? (known.placed.has(name) ? peopleAtEnd(rest, slice) : null);
  if (!author && known.authors.has(name) && !known.sources.has(name)) return { source: null, author: head };
  return { source: head, author };
}

type Slice = (span: Span) => string;

function joinSuffixes(segments: readonly Span[], slice: Slice): Span[] {
  const joined: Span[] = [];
  for (const segment of segments) {
    const previous = joined.at(-1);
    if (previous && SUFFIX.test(slice(segment)))
      joined[joined.length - 1] = { start: previous.start, end: segment.end };
    else joined.push(segment);
  }
  return joined;
}

/** Drops leading parts that belong to a longer form of the title: several words that begin with a small letter. */
function withoutTitleRest(
  segments: Span[],
  titled: boolean,
  slice: Slice,
  isPublication: (name: string) => boolean,
): Span[] {
  if (!titled) {
    const source = segments.findIndex((segment) => isPublication(slice(segment)) || BY.test(slice(segment)));
    return source < 0 ? [] : segments.slice(source);
  }
  let first = 0;
  while (first < segments.length - 1 && isTitleRest(segments[first], slice, isPublication)) first++;
  const left = segments.slice(first);
  if (left.length < 3) return left;
  const source = left.findIndex((segment) => isPublication(slice(segment)));
  return source > 0 && left.slice(0, source).every((segment) => !looksLikePeople(slice(segment)))
    ? left.slice(source)
    : left;
}

function isTitleRest(segment: Span | undefined, slice: Slice, isPublication: (name: string) => boolean): boolean {
  if (!segment) return false;
  const part = slice(segment);
  return /^\p{Ll}+\s/u.test(part) && !BY.test(part) && !isPublication(part);
}

const BY = /^by\s+/iu;

/** Reads `by A`, `by A for S`, `S by A` and `A for S`. Names contain `by` and `for` too, so A must look like a person's name. */
function readExplicit(text: string, span: Span): Credit | null {
  const whole = text.slice(span.start, span.end);
  const by = BY.exec(whole)?.[0].length ?? 0;
  for (const { 0: word, index, 1: kind } of whole.matchAll(/\s+(by|for)\s+/giu)) {
    const left = trimmed(text, { start: span.start + by, end: span.start + index });
    const right = trimmed(text, { start: span.start + index + word.length, end: span.end });
    const [before, after] = [text.slice(left.start, left.end), text.slice(right.start, right.end)];
    if (kind?.toLowerCase() === 'by') {
      if (by === 0 && looksLikePeople(after)) return { source: left, author: right };
    } else if (looksLikePeople(before) && /^[\p{Lu}\p{N}]/u.test(after)) {
      return { source: right, author: left };
    }
  }
  return by > 0 ? { source: null, author: { start: span.start + by, end: span.end } } : null;
}

/** The author in the parts behind the source. Of several parts only people's names count, not a place or a rank. */
function authorOf(text: string, rest: readonly Span[], slice: Slice): Span | null {
  const [first] = rest;
  if (!first) return null;
  const by = BY.exec(slice(first))?.[0].length ?? 0;
  const start = first.start + by;
  const named = { start, end: first.end };
  const others = rest.slice(1);
  if (others.length === 0) return named;
  if (by === 0 && !looksLikePeople(text.slice(named.start, named.end))) return null;
  return { start, end: peopleOf(others, slice).at(-1)?.end ?? named.end };
}

/** The people's names behind a place, as in `Coastal Review, Basra, Mara Lind`. */
function peopleAtEnd(segments: readonly Span[], slice: Slice): Span | null {
  const others = segments.findLastIndex((segment) => !looksLikePeople(slice(segment)));
  const [first, last] = [segments[others + 1], segments.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

function peopleOf(segments: readonly Span[], slice: Slice): Span[] {
  const end = segments.findIndex((segment) => !looksLikePeople(slice(segment)));
  return segments.slice(0, end < 0 ? segments.length : end);
}
