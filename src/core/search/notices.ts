import type { OpenArchive } from '../archive/open-archive';
import { withAncestors } from '../lists/annotation-list';
import type { FilterKey } from '../query/keys';
import type { Expression, Filter, Query, Value } from '../query/query';
import { fuzzySearch, NAME_TOLERANCE } from '../text/fuzzy';
import type { Span } from '../text/span';
import { quoted } from '../text/visible';
import { factsOf } from './facts';
import { NamedEntities } from './entities';
import { namePattern } from './folding';
import { isMe, tagTest } from './terms';

/** Something about a query that a person should know, and where in it: UTF-16 offsets. */
export interface Notice {
  readonly message: string;
  readonly span: Span;
}

/** The first term of a query that asks for what is not known here: who asks, or what has been read. Null where there is none. */
export function unanswerable(
  { expression }: Query,
  known: { readonly me: boolean; readonly isRead: boolean },
): Notice | null {
  for (const { key, values } of expression ? allFilters(expression) : []) {
    for (const value of values) {
      if (key === 'by' && !known.me && isMe(value)) {
        return { message: 'It is not known here who you are: write your name in place of “me”.', span: value.span };
      }
      if (key === 'is' && !known.isRead && value.kind === 'text' && /^(?:un)?read$/.test(value.text)) {
        return { message: 'Only the editor knows what you have read.', span: value.span };
      }
    }
  }
  return null;
}

/** The names in a query that nothing has: such a term finds nothing, and is most likely misspelled. */
export function noticesOf({ manifest, registry, texts }: OpenArchive, { expression }: Query): Notice[] {
  const filters = expression ? allFilters(expression).filter(({ key }) => NAMING.includes(key)) : [];
  if (filters.length === 0) return [];
  const entities = new NamedEntities(registry);
  let known: readonly string[] | null = null;
  const tags = () =>
    (known ??= allTags([
      ...manifest.tags.map(({ id }) => id),
      ...texts.flatMap((text) => [...factsOf(text).byTag.keys()]),
    ]));
  return filters.flatMap(({ key, values }) =>
    values.flatMap((value): Notice[] => {
      if (value.kind !== 'text') return [];
      if (key === 'tag') return tags().some(tagTest([value])) ? [] : [missing('tag', value, tags())];
      if (key === 'type') {
        const types = [...new Set(registry.entities.map(({ type }) => type as string))];
        return types.some(namePattern(value.text, value.quoted)) ? [] : [missing('type', value, types)];
      }
      if (entities.idsOf(value).some((id) => registry.byId.has(id))) return [];
      const names = registry.entities.flatMap(({ id, name, aliases }) => [id, name, ...aliases]);
      return [missing('entity', value, names)];
    }),
  );
}

function allTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.flatMap(withAncestors))];
}

const NAMING: readonly FilterKey[] = ['tag', 'entity', 'with', 'type'];

function allFilters(expression: Expression): Filter[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.terms.flatMap(allFilters);
    case 'not':
      return allFilters(expression.term);
    case 'near':
      return [expression.left, expression.right].flatMap(allFilters);
    case 'filter':
      return [expression];
    case 'text':
    case 'regex':
      return [];
  }
}

function missing(what: string, value: Value & { readonly kind: 'text' }, known: readonly string[]): Notice {
  const near = fuzzySearch(known, (name) => [name], NAME_TOLERANCE)(value.text)[0];
  const hint = near === undefined ? '' : ` Did you mean ${quoted(near)}?`;
  return { message: `There is no ${what} ${quoted(value.text)}.${hint}`, span: value.span };
}
