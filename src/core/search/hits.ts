import type { PlacedAnnotation } from '../anchor/placed-annotation';
import type { ArchiveText } from '../archive/archive-text';
import type { Mention } from '../mentions/mention';
import type { Span } from '../text/span';
import { factsOf, OUTSIDE, type TextFacts } from './facts';
import type { Plan } from './plan';
import { segmentsAround, segmentsOf } from './segments';

/** What answers a query in one text. Posts are their indexes, or `OUTSIDE`. */
export interface Hits {
  readonly facts: TextFacts;
  readonly posts: readonly number[];
  readonly passages: readonly { readonly post: number; readonly placed: PlacedAnnotation }[];
  readonly mentions: readonly { readonly post: number; readonly mention: Mention }[];
}

/**
 * The answers of one text, kept for a plan as long as nothing of the text changes. A stored text is read only where words are asked for, and
 * verified: if it has changed on the disk, its answers are those of the new text.
 */
export function hitsIn(plan: Plan, text: ArchiveText): Hits {
  let known = KNOWN.get(plan);
  if (!known) KNOWN.set(plan, (known = new WeakMap()));
  const before = known.get(text);
  if (before?.facts.isCurrent === true) return before;
  for (;;) {
    const facts = factsOf(text);
    const hits = findHits(plan, facts);
    if (!facts.isCurrent) continue;
    known.set(text, hits);
    return hits;
  }
}

const KNOWN = new WeakMap<Plan, WeakMap<ArchiveText, Hits>>();

function findHits(plan: Plan, facts: TextFacts): Hits {
  const { query, scope, condition } = plan;
  const candidates = condition.candidates(facts) ?? facts.posts.map((_, i) => i);
  const none = { facts, posts: [], passages: [], mentions: [] };
  switch (query.show) {
    case 'posts':
      return { ...none, posts: candidates.filter((post) => segmentsOf(facts, post, scope).some(condition.holds)) };
    case 'passages': {
      const passages = [...candidates, OUTSIDE].flatMap((post) =>
        byPlace(facts.annotationsOf(post))
          .filter((placed) => segmentsAround(facts, post, placed, scope).some(condition.holds))
          .map((placed) => ({ post, placed })),
      );
      return { ...none, passages };
    }
    case 'mentions':
    case 'entities': {
      const mentions = [...candidates, OUTSIDE].flatMap((post) => {
        const segments = segmentsOf(facts, post, scope).filter(condition.holds);
        const found = new Set(segments.flatMap((segment) => segment.mentions));
        const asked = isAskedAtAll(plan);
        const meant = [...found].filter((mention) => asked(mention));
        return meant.map((mention) => ({ post, mention }));
      });
      return { ...none, mentions };
    }
  }
}

/** Which mentions are shown: those that are meant; where no mention is asked for, those of open names too. */
function isAskedAtAll({ placed, meant }: Plan): (mention: Mention) => boolean {
  const isAsked = placed.some(({ fits }) => fits !== null);
  return (mention) => meant(mention).length > 0 || (!isAsked && mention.others.length > 0);
}

/** Annotations in the order of their places; those without one are last. */
function byPlace(annotations: readonly PlacedAnnotation[]): PlacedAnnotation[] {
  const start = ({ anchor }: PlacedAnnotation) => anchor.span?.start ?? Infinity;
  return [...annotations].sort((a, b) =>
    start(a) === start(b) ? a.annotation.index - b.annotation.index : start(a) - start(b),
  );
}

/** The places in a post that answer a query, in order, each once: its words, mentions and tagged passages. */
export function placesIn(plan: Plan, facts: TextFacts, post: number): Span[] {
  const segments = segmentsOf(facts, post, plan.scope).filter(plan.condition.holds);
  const spans = segments.flatMap((segment) => plan.placed.flatMap((placed) => placed.places(segment)));
  const each = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return [...each.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
