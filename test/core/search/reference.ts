import type { PlacedAnnotation } from '../../../src/core/anchor/placed-annotation';
import type { OpenArchive } from '../../../src/core/archive/open-archive';
import type { ArchiveText } from '../../../src/core/archive/archive-text';
import { ownerOf } from '../../../src/core/lists/annotation-list';
import type { Mention } from '../../../src/core/mentions/mention';
import type { Post } from '../../../src/core/posts/post';
import type { Expression, Near, Query, Term, Value } from '../../../src/core/query/query';
import type { Span } from '../../../src/core/text/span';

// The plainest evaluation of a query, term by term over everything, for texts of ASCII words. It shares nothing with the product but the
// parsed query and what an archive says of posts, mentions and annotations.

interface Stretch {
  readonly archive: OpenArchive;
  readonly text: ArchiveText;
  readonly post: Post | null;
  readonly span: Span | null;
  readonly annotations: readonly PlacedAnnotation[];
  readonly only: PlacedAnnotation | null;
}

const lower = (text: string) => text.toLowerCase();
const meets = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** The results as lines: `path index`, `path id`, `path start entity`, `entity posts mentions first last`. */
export function referenceAnswer(archive: OpenArchive, query: Query): string[] {
  const scope = query.in ?? (query.show === 'passages' ? 'passage' : 'post');
  const lines: string[] = [];
  const counted = new Map<string, { posts: Set<string>; mentions: number; dates: string[] }>();
  const terms = asked(query.expression, false);
  const restricting = terms.filter((term) => parts(term).some(({ key }) => key === 'entity' || key === 'type'));
  const left = terms.filter((term) => term.kind === 'filter' && term.key === 'with');
  for (const text of archive.texts) {
    for (const [index, post] of [...text.posts, null].entries()) {
      const annotations = text.annotations.filter((one) => ownerOf(text, one) === post);
      const base = { archive, text, post, annotations, only: null };
      const whole = post?.span ?? null;
      const stretches = (own: Span | null | undefined): (Span | null)[] => {
        if (own === null || scope === 'passage') return own === undefined ? [] : [own];
        if (scope === 'post' || !whole) return [whole ?? own ?? null];
        const all = pieces(text.text.slice(whole.start, whole.end), scope).map(({ start, end }) => ({
          start: start + whole.start,
          end: end + whole.start,
        }));
        return own ? all.filter((span) => meets(own, span)) : all;
      };
      const holding = (stretch: Stretch) => !query.expression || holds(query.expression, stretch);
      if (query.show === 'passages') {
        for (const one of annotations) {
          const own = one.anchor.span;
          // In the scope of a post, an annotation without a place counts too.
          const spans = scope === 'post' && whole ? [whole] : stretches(own);
          if (spans.some((span) => holding({ ...base, span, annotations: [one], only: one })))
            lines.push(`${text.path} ${one.annotation.id}`);
        }
        continue;
      }
      const fitting = (
        scope === 'passage'
          ? annotations.map((one) => ({ ...base, span: one.anchor.span, annotations: [one], only: one }))
          : stretches(undefined).map((span) => ({
              ...base,
              span,
              annotations:
                scope === 'post' || !whole
                  ? annotations
                  : annotations.filter(({ anchor }) => anchor.span && span && meets(anchor.span, span)),
            }))
      ).filter(holding);
      if (query.show === 'posts') {
        if (post && fitting.length > 0) lines.push(`${text.path} ${index}`);
        continue;
      }
      for (const mention of new Set(fitting.flatMap(mentionsIn))) {
        if (left.some((term) => parts(term).some((part) => means(archive, part, mention)))) continue;
        const owners = [mention.entity, ...mention.others];
        const meant = owners.filter((owner) =>
          restricting.length === 0
            ? mention.others.length === 0
            : restricting.some((term) =>
                parts(term).some((part) =>
                  mention.others.length === 0 ? means(archive, part, mention) : opens(archive, part, owner.id),
                ),
              ),
        );
        if (query.show === 'mentions') {
          if (meant.length > 0 || (restricting.length === 0 && !hasPlacedMention(terms)))
            lines.push(`${text.path} ${mention.span.start} ${mention.entity.id}`);
          continue;
        }
        for (const { id } of meant) {
          const count = counted.get(id) ?? { posts: new Set(), mentions: 0, dates: [] };
          counted.set(id, count);
          count.mentions++;
          if (!post) continue;
          count.posts.add(`${text.path} ${index}`);
          if (post.date) count.dates.push(post.date);
        }
      }
    }
  }
  for (const [id, { posts, mentions, dates }] of counted) {
    dates.sort();
    lines.push(`${id} ${posts.size} ${mentions} ${dates[0] ?? '-'} ${dates.at(-1) ?? '-'}`);
  }
  return lines.sort();
}

function hasPlacedMention(terms: readonly Asked[]): boolean {
  return terms.some((term) => parts(term).some(({ key }) => key === 'entity' || key === 'type'));
}

type Asked = Term | Near;

function asked(expression: Expression | null, negated: boolean): Asked[] {
  if (!expression) return [];
  if ('terms' in expression) return expression.terms.flatMap((term) => asked(term, negated));
  if (expression.kind === 'not') return asked(expression.term, !negated);
  return negated ? [] : [expression];
}

/** The filters of a term; NEAR has those of both sides, where `with:` means the same as `entity:`. */
function parts(term: Asked): (Term & { kind: 'filter' })[] {
  const own = term.kind === 'near' ? [term.left, term.right] : [term];
  return own.flatMap((one) => {
    if (one.kind !== 'filter') return [];
    return [term.kind === 'near' && one.key === 'with' ? { ...one, key: 'entity' as const } : one];
  });
}

function mentionsIn({ text, post, span, only }: Stretch): Mention[] {
  if (only && !span) return [];
  const own = text.mentions.filter(
    ({ span: { start } }) =>
      (text.posts.find((one) => start >= one.span.start && start < one.span.end) ?? null) === post,
  );
  return span ? own.filter((mention) => meets(mention.span, span)) : own;
}

function holds(expression: Expression, stretch: Stretch): boolean {
  switch (expression.kind) {
    case 'and':
      return expression.terms.every((term) => holds(term, stretch));
    case 'or':
      return expression.terms.some((term) => holds(term, stretch));
    case 'not':
      return !holds(expression.term, stretch);
    case 'near': {
      if (!stretch.span) return false;
      const [a, b] = [placesOf(expression.left, stretch), placesOf(expression.right, stretch)];
      return a.some((one) =>
        b.some(
          (other) =>
            (one.start !== other.start || one.end !== other.end) &&
            between(stretch.text.text, one, other) <= expression.words,
        ),
      );
    }
    case 'text':
    case 'regex':
      return inText(expression, said(stretch)).length > 0;
    case 'filter':
      return expression.values.some((value) => filterHolds(expression.key, value, stretch));
  }
}

const said = ({ text, span, only }: Stretch) =>
  span ? text.text.slice(span.start, span.end) : (only?.annotation.quote ?? '');

function between(text: string, a: Span, b: Span): number {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  if (first.end > second.start) return 0;
  return text.slice(first.end, second.start).match(/[a-z0-9]+/gi)?.length ?? 0;
}

function placesOf(term: Term, stretch: Stretch): Span[] {
  const start = stretch.span?.start ?? 0;
  if (term.kind !== 'filter')
    return inText(term, said(stretch)).map((span) => ({ start: span.start + start, end: span.end + start }));
  if (term.key === 'tag') {
    return stretch.annotations.flatMap((one) =>
      one.anchor.span && term.values.some((value) => filterHolds('tag', value, { ...stretch, annotations: [one] }))
        ? [one.anchor.span]
        : [],
    );
  }
  return mentionsIn(stretch)
    .filter((mention) => means(stretch.archive, term, mention))
    .map(({ span }) => span);
}

function inText(term: Term & { kind: 'text' | 'regex' }, text: string): Span[] {
  const source =
    term.kind === 'regex'
      ? term.source
      : `\\b${(term.text.match(/[a-z0-9]+/gi) ?? []).join('[^a-z0-9]+')}${term.form === 'prefix' ? '[a-z0-9]*' : '\\b'}`;
  return [...text.matchAll(new RegExp(source, `giu${term.kind === 'regex' ? term.flags : ''}`))].map(
    ({ index, 0: { length } }) => ({ start: index, end: index + length }),
  );
}

function matches(value: Value, name: string | null): boolean {
  if (name === null || value.kind !== 'text') return name !== null;
  const escape = (text: string) => lower(text).replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  const pattern = value.quoted ? escape(value.text) : value.text.split('*').map(escape).join('.*');
  return new RegExp(`^${pattern}$`).test(lower(name));
}

function bare(value: Value, sign: string): Value {
  return value.kind === 'text' ? { ...value, text: value.text.replace(sign, '') } : value;
}

const entityNames = (archive: OpenArchive, id: string) => {
  const entity = archive.registry.byId.get(id);
  return entity ? [id, entity.name, ...entity.aliases] : [id];
};

/** Whether `entity:x?` counts an entity whose name is open. */
function opens(archive: OpenArchive, { key, values }: Term & { kind: 'filter' }, id: string): boolean {
  if (key !== 'entity' && key !== 'with') return false;
  return values.some(
    (value) =>
      value.kind === 'text' &&
      value.text.endsWith('?') &&
      entityNames(archive, id).some((name) => matches(bare(value, '?'), name)),
  );
}

function means(archive: OpenArchive, term: Term & { kind: 'filter' }, { entity, others }: Mention): boolean {
  if (others.length > 0) return [entity, ...others].some(({ id }) => opens(archive, term, id));
  if (term.key === 'type') return term.values.some((value) => matches(value, entity.type));
  if (term.key !== 'entity' && term.key !== 'with') return false;
  return term.values.some((value) => entityNames(archive, entity.id).some((name) => matches(bare(value, '?'), name)));
}

function filterHolds(key: string, value: Value, stretch: Stretch): boolean {
  const { archive, text, post, annotations, only } = stretch;
  const { date = null, source = null, authors = [], title = null, id = null } = post ?? {};
  const some = (test: (one: PlacedAnnotation) => boolean) => annotations.some(test);
  const word = value.kind === 'text' ? value.text : '*';
  const words = (content: string | null) =>
    content !== null && (word === '*' || new RegExp(`\\b${word}\\b`, 'i').test(content));
  switch (key) {
    case 'tag':
      return some(({ annotation }) =>
        annotation.tags.some(
          (tag) => word === '*' || tag === word.replace('!', '') || (!word.endsWith('!') && tag.startsWith(`${word}/`)),
        ),
      );
    case 'entity':
    case 'with':
    case 'type': {
      const term = { kind: 'filter', key, values: [value], span: value.span } as const;
      const linked = only?.annotation.entity ? archive.registry.byId.get(only.annotation.entity) : undefined;
      const isLinked =
        linked !== undefined && means(archive, term, { entity: linked, others: [] } as unknown as Mention);
      return isLinked || mentionsIn(stretch).some((mention) => means(archive, term, mention));
    }
    case 'date':
    case 'after':
    case 'before': {
      if (!post || value.kind === 'none') return post !== null && date === null;
      if (!date) return false;
      const cut = (day: string) => date.slice(0, day.length);
      if (value.kind === 'range') return cut(value.from) >= value.from && cut(value.to) <= value.to;
      if (value.kind !== 'date') return true;
      const now = cut(value.date);
      if (key === 'after') return now >= value.date;
      if (key === 'before') return now < value.date;
      const holdsNow = {
        '': now === value.date,
        '>': now > value.date,
        '<': now < value.date,
        '>=': now >= value.date,
        '<=': now <= value.date,
      };
      return holdsNow[value.relation];
    }
    case 'source':
      return matches(value, source);
    case 'author':
      return authors.some((name) => matches(value, name));
    case 'title':
      return matches(value, title);
    case 'post':
      return matches(value, id);
    case 'file':
      return matches(value, text.path);
    case 'note':
      return some(({ annotation }) => words(annotation.note));
    case 'quote':
      return some(({ annotation }) => words(annotation.quote));
    case 'by':
      return some(({ annotation }) => matches(value, annotation.by));
    case 'is':
      if (word === 'undated') return post !== null && date === null;
      return some(({ annotation, anchor }) => {
        if (word === 'untagged') return annotation.tags.length === 0;
        if (word === 'doubtful') return anchor.state !== 'exact' && annotation.orphan === null;
        return word === 'annotated' || anchor.state === word;
      });
    case 'no':
      return !filterHolds('has', value, stretch);
    default:
      if (word === 'note') return some(({ annotation }) => annotation.note !== null);
      if (word === 'tag') return some(({ annotation }) => annotation.tags.length > 0);
      if (word === 'entity') return filterHolds('entity', { ...value, kind: 'any' }, stretch);
      if (word === 'author') return authors.length > 0;
      return post !== null && (word === 'date' ? date : source) !== null;
  }
}

/** Paragraphs stand between blank lines. A sentence ends behind its sign and the blank, or with its paragraph. */
function pieces(text: string, scope: 'paragraph' | 'sentence'): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: paragraph } of text.matchAll(/(?:[^\n]+(?:\n(?!\n)|$)?)+/g)) {
    if (scope === 'paragraph') spans.push({ start: index, end: index + paragraph.trimEnd().length });
    else
      for (const found of paragraph.trimEnd().matchAll(/.*?(?:[.?!]+ |$)/gs))
        if (found[0]) spans.push({ start: index + found.index, end: index + found.index + found[0].length });
  }
  return spans;
}
