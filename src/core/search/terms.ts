import type { PlacedAnnotation } from '../anchor/placed-annotation';
import { needsReview } from '../anchor/needs-review';
import { withAncestors } from '../lists/annotation-list';
import { memo } from '../memo';
import type { Mention } from '../mentions/mention';
import type { Filter, Near, Term, Value } from '../query/query';
import { compileRegex } from '../query/regex-program';
import { findAllRegex, findRegex } from '../query/regex-search';
import type { Span } from '../text/span';
import { both, either, not, postsWith, union, type Condition, type PlacedCondition } from './condition';
import type { NamedEntities } from './entities';
import type { TextFacts } from './facts';
import { wordFinder, type WordFinder } from './find-words';
import { namePattern } from './folding';
import { byNames, headerCondition, ofPosts, remembered } from './header-terms';
import { nearPlaces } from './near';
import type { Segment } from './segments';

/** What terms are about besides the texts. */
export interface Around {
  readonly entities: NamedEntities;
  /** Whose annotations are meant by `by:me`; null where that is not known. */
  readonly me: string | null;
  /** Whether a person has read a post, by its text's path and its id; null where nobody knows. */
  readonly isRead: ((path: string, post: string) => boolean) | null;
}

export function termCondition(term: Term, around: Around): Condition {
  if (term.kind !== 'filter') return textCondition(term);
  switch (term.key) {
    case 'tag':
    case 'entity':
    case 'with':
    case 'type':
      return placedCondition(term, around);
    case 'date':
    case 'after':
    case 'before':
    case 'source':
    case 'author':
    case 'title':
    case 'post':
    case 'file':
      return headerCondition(term, term.key);
    case 'note':
      return wordsOfAnnotations(term.values, ({ annotation }) => annotation.note);
    case 'quote':
      return wordsOfAnnotations(term.values, ({ annotation }) => annotation.quote);
    case 'by':
      return annotationCondition(
        byNames(
          term.values.map((value) => asMe(value, around.me)),
          ({ annotation }) => annotation.by,
        ),
      );
    case 'is':
      return either(term.values.map((value) => stateCondition(wordOf(value), around)));
    case 'has':
      return either(term.values.map((value) => partCondition(wordOf(value), around)));
    case 'no':
      return either(term.values.map((value) => not(partCondition(wordOf(value), around))));
  }
}

export function nearCondition({ left, right, words }: Near, around: Around): PlacedCondition {
  const [a, b] = [placedCondition(left, around), placedCondition(right, around)];
  const places = (segment: Segment) =>
    segment.span ? nearPlaces(segment.text, segment.span.start, a.places(segment), b.places(segment), words) : [];
  const fits = a.fits || b.fits ? (mention: Mention) => a.fits?.(mention) === true || b.fits?.(mention) === true : null;
  return { candidates: both([a, b]).candidates, holds: (segment) => places(segment).length > 0, places, fits };
}

/** The condition of a term that has places: words, tags, entities and types. */
export function placedCondition(term: Term, around: Around): PlacedCondition {
  if (term.kind !== 'filter') return textCondition(term);
  if (term.key === 'tag') return tagCondition(term.values);
  return mentionCondition(term, around.entities);
}

function textCondition(term: Term & { readonly kind: 'text' | 'regex' }): PlacedCondition {
  const finder =
    term.kind === 'text' ? wordFinder(term.text, term.form === 'prefix') : regexFinder(term.source, term.flags);
  return {
    candidates: () => null,
    holds: (segment) => finder.any(segment.text),
    places: (segment) =>
      segment.span ? finder.all(segment.text).map((span) => moved(span, segment.span?.start ?? 0)) : [],
    fits: null,
  };
}

function regexFinder(source: string, flags: string): WordFinder {
  const compiled = compileRegex(source, flags);
  if (!compiled.ok) return { all: () => [], any: () => false };
  const { program } = compiled;
  return { all: (text) => findAllRegex(program, text), any: (text) => findRegex(program, text, 0) !== null };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function tagCondition(values: readonly Value[]): PlacedCondition {
  const isMeant = tagTest(values);
  const has = ({ annotation }: PlacedAnnotation) => annotation.tags.some(isMeant);
  return {
    candidates: (facts) => postsWith(facts.byTag, isMeant),
    holds: ({ annotations }) => annotations.some(has),
    places: ({ annotations }) => annotations.flatMap((one) => (has(one) && one.anchor.span ? [one.anchor.span] : [])),
    fits: null,
  };
}

/** A test for tags; one with `!` behind it does not mean its kinds. */
export function tagTest(values: readonly Value[]): (tag: string) => boolean {
  const tests = values.map((value) => {
    if (value.kind !== 'text') return () => true;
    const exact = !value.quoted && value.text.endsWith('!');
    const fits = namePattern(exact ? value.text.slice(0, -1) : value.text, value.quoted);
    return exact ? fits : (tag: string) => withAncestors(tag).some(fits);
  });
  return remembered((tag) => tests.some((test) => test(tag)));
}

function mentionCondition({ key, values }: Filter, entities: NamedEntities): PlacedCondition {
  const { certain, open } = key === 'type' ? entities.ofType(values) : entities.named(values);
  const fits = ({ entity, others }: Mention) =>
    others.length === 0 ? certain(entity.id) || open(entity.id) : open(entity.id) || others.some(({ id }) => open(id));
  const isLinked = ({ only }: Segment) => {
    const id = only?.annotation.entity ?? null;
    return id !== null && (certain(id) || open(id));
  };
  const mentioning = memo((facts: TextFacts): ReadonlySet<number> => {
    return new Set([
      ...postsWith(facts.byEntity, (id) => certain(id) || open(id)),
      ...postsWith(facts.byOpenEntity, open),
    ]);
  });
  return {
    candidates: (facts) => union([...mentioning(facts), ...postsWith(facts.byLink, (id) => certain(id) || open(id))]),
    // A passage that is linked to an entity speaks of it, also where it has lost its place.
    holds: (segment) =>
      isLinked(segment) || (segment.isPost ? mentioning(segment.facts).has(segment.post) : segment.mentions.some(fits)),
    places: (segment) => segment.mentions.filter(fits).map(({ span }) => span),
    fits,
  };
}

function asMe(value: Value, me: string | null): Value {
  return isMe(value) && me !== null ? { ...value, kind: 'text', text: me, quoted: true } : value;
}

/** Whether a value of `by:` means the person who asks. */
export function isMe(value: Value): boolean {
  return value.kind === 'text' && !value.quoted && value.text === 'me';
}

function wordOf(value: Value): string {
  return value.kind === 'text' ? value.text : '';
}

function annotationCondition(fits: (placed: PlacedAnnotation) => boolean): Condition {
  return {
    candidates: (facts) => facts.posts.flatMap((_, i) => (facts.annotationsOf(i).some(fits) ? [i] : [])),
    holds: ({ annotations }) => annotations.some(fits),
  };
}

/** A field of an annotation that holds the words of a value. */
function wordsOfAnnotations(values: readonly Value[], textOf: (placed: PlacedAnnotation) => string | null): Condition {
  const finders = values.map((value) => {
    if (value.kind !== 'text') return { any: () => true };
    const prefix = !value.quoted && value.text.endsWith('*');
    return wordFinder(value.text, prefix);
  });
  return annotationCondition((placed) => {
    const text = textOf(placed);
    return text !== null && finders.some((finder) => finder.any(text));
  });
}

function stateCondition(state: string, { isRead }: Around): Condition {
  switch (state) {
    case 'annotated':
      return annotationCondition(() => true);
    case 'untagged':
      return annotationCondition(({ annotation }) => annotation.tags.length === 0);
    case 'doubtful':
      return annotationCondition(needsReview);
    case 'conflicted':
      return {
        candidates: () => null,
        holds: ({ facts, annotations }) =>
          annotations.some(({ annotation }) => facts.text.sidecar.conflicts?.has(annotation.index) === true),
      };
    case 'undated':
      return ofPosts(({ header }) => header.date === null);
    case 'read':
    case 'unread':
      return ofPosts(({ facts, header }) => isRead?.(facts.text.path, header.id) === (state === 'read'));
    default:
      // `orphan` and `ambiguous` are states of places.
      return annotationCondition(({ anchor }) => anchor.state === state);
  }
}

function partCondition(part: string, { entities }: Around): Condition {
  switch (part) {
    case 'note':
      return annotationCondition(({ annotation }) => annotation.note !== null);
    case 'tag':
      return annotationCondition(({ annotation }) => annotation.tags.length > 0);
    case 'entity':
      return mentionCondition({ kind: 'filter', key: 'entity', values: [ANY], span: ANY.span }, entities);
    case 'author':
      return ofPosts(({ header }) => header.authors.length > 0);
    default:
      return ofPosts(({ header }) => header[part as 'date' | 'source'] !== null);
  }
}

const ANY: Value = { kind: 'any', span: { start: 0, end: 0 } };
