import type { PlacedAnnotation } from '../anchor/placed-annotation';
import type { Mention } from '../mentions/mention';
import type { Post } from '../posts/post';
import type { Scope } from '../query/keys';
import type { Span } from '../text/span';
import { OUTSIDE, touches, type TextFacts } from './facts';

/**
 * A stretch in which all terms of a query must hold: a post, paragraph or sentence with its annotations, or one annotation. Where passages are
 * asked for, a stretch is there once for each of its annotations, with this one alone: `tag:` and `note:` ask it, words ask the stretch.
 */
export class Segment {
  readonly facts: TextFacts;
  /** The index of its post, or `OUTSIDE`. */
  readonly post: number;
  /** Null where an annotation has no place, and for all that is outside of posts. */
  readonly span: Span | null;
  readonly annotations: readonly PlacedAnnotation[];
  /** The annotation, where passages are asked for or are the scope. */
  readonly only: PlacedAnnotation | null;
  /** Whether it is a whole post, for which posting lists answer. */
  readonly isPost: boolean;
  #text: string | null = null;
  #mentions: readonly Mention[] | null = null;

  constructor(
    facts: TextFacts,
    post: number,
    span: Span | null,
    annotations: readonly PlacedAnnotation[],
    only: PlacedAnnotation | null = null,
  ) {
    this.facts = facts;
    this.post = post;
    this.span = span;
    this.annotations = annotations;
    this.only = only;
    this.isPost = post !== OUTSIDE && span === facts.posts[post]?.span;
  }

  get header(): Post | null {
    return this.facts.posts[this.post] ?? null;
  }

  /** Its text; of an annotation without a place its quote; none outside of posts. */
  get text(): string {
    if (this.#text !== null) return this.#text;
    if (this.span) return (this.#text = this.facts.text.text.slice(this.span.start, this.span.end));
    return (this.#text = this.only?.annotation.quote ?? '');
  }

  get mentions(): readonly Mention[] {
    return (this.#mentions ??= this.#findMentions());
  }

  #findMentions(): readonly Mention[] {
    const { facts, span, post, isPost, only } = this;
    if (!span && only) return [];
    const all = facts.mentionsOf(post);
    return isPost || !span ? all : all.filter((mention) => touches(mention.span, span));
  }
}

/** The stretches of a post, or of what is outside of posts, in a scope. */
export function segmentsOf(facts: TextFacts, post: number, scope: Scope): Segment[] {
  const annotations = facts.annotationsOf(post);
  if (scope === 'passage') return annotations.map((one) => new Segment(facts, post, one.anchor.span, [one], one));
  const whole = facts.posts[post]?.span ?? null;
  if (scope === 'post' || !whole) return [new Segment(facts, post, whole, annotations)];
  return stretchesOf(facts, whole, scope).map((span) => {
    const touching = annotations.filter(({ anchor }) => anchor.span && touches(anchor.span, span));
    return new Segment(facts, post, span, touching);
  });
}

/** The stretches of one annotation in a scope. */
export function segmentsAround(facts: TextFacts, post: number, placed: PlacedAnnotation, scope: Scope): Segment[] {
  const own = placed.anchor.span;
  const whole = facts.posts[post]?.span ?? null;
  const within = (span: Span | null) => new Segment(facts, post, span, [placed], placed);
  if (scope === 'post' && whole) return [within(whole)];
  if (scope === 'passage' || scope === 'post' || !own || !whole) return [within(own)];
  return stretchesOf(facts, whole, scope)
    .filter((span) => touches(own, span))
    .map(within);
}

/** The paragraphs or sentences of a post. */
function stretchesOf(facts: TextFacts, { start, end }: Span, scope: 'paragraph' | 'sentence'): Span[] {
  const text = facts.text.text.slice(start, end);
  const paragraphs = paragraphsOf(text);
  const spans = scope === 'paragraph' ? paragraphs : paragraphs.flatMap((span) => sentencesOf(text, span));
  return spans.map((span) => ({ start: start + span.start, end: start + span.end }));
}

/** The paragraphs of a text: what stands between blank lines. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = -1;
  let end = 0;
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    if (!/\S/.test(line)) continue;
    // More than one line end before a line, or a line of blanks, ends a paragraph.
    if (start >= 0 && /(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)/.test(text.slice(end, index))) {
      spans.push({ start, end });
      start = index;
    }
    if (start < 0) start = index;
    end = index + line.length;
  }
  return start < 0 ? spans : [...spans, { start, end }];
}

let segmenter: Intl.Segmenter | undefined;

/** The longest text that is cut into sentences at once: the time of `Intl.Segmenter` grows faster than its text. */
const PIECE = 5000;

/** The sentences of a paragraph by Unicode's text segmentation (UAX 29). Line ends within it are white space. */
export function sentencesOf(text: string, { start, end }: Span): Span[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'sentence' });
  const spans: Span[] = [];
  for (let from = start; from < end;) {
    const piece = text.slice(from, Math.min(end, from + PIECE)).replace(/[\r\n]/g, ' ');
    const found = Array.from(segmenter.segment(piece), ({ index, segment }) => ({ index, length: segment.length }));
    const isLast = from + piece.length >= end;
    // The last sentence of a piece may go on in the next one, unless it is longer than a piece.
    const whole = isLast || found.length === 1 ? found : found.slice(0, -1);
    for (const { index, length } of whole) spans.push({ start: from + index, end: from + index + length });
    const last = whole.at(-1);
    from += last ? last.index + last.length : piece.length;
  }
  return spans;
}
