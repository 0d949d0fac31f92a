import type { Span } from '../text/span';
import type { OptionKey, Show, Sort } from './keys';
import type { Query, Value } from './query';
import { refuse } from './reader';

/** An option as it was given. */
export interface GivenOption {
  readonly word: string;
  readonly span: Span;
}

/** The one word of an option. */
export function optionWord(key: OptionKey, values: readonly Value[]): string {
  const [value, second] = values;
  if (second) refuse(`“${key}:” takes one value.`, second.span);
  return value?.kind === 'text' ? value.text : '';
}

/** The results that can be sorted in each way. */
const SORTED: Readonly<Record<Sort['by'], readonly Show[]>> = {
  date: ['posts', 'passages', 'mentions'],
  title: ['posts', 'passages', 'mentions'],
  file: ['posts', 'passages', 'mentions'],
  count: ['posts', 'entities'],
  first: ['entities'],
  last: ['entities'],
  since: ['entities'],
  name: ['entities'],
  left: ['posts', 'passages', 'mentions'],
  right: ['posts', 'passages', 'mentions'],
};

/** Refuses an order that the results of a query do not have. */
export function refuseOptions(query: Query, given: ReadonlyMap<OptionKey, GivenOption>): void {
  const sort = given.get('sort');
  if (!query.sort || !sort) return;
  const fitting = SORTED[query.sort.by];
  if (!fitting.includes(query.show)) {
    refuse(
      `“sort:${sort.word}” sorts ${fitting.map((show) => `show:${show}`).join(', ')}, and this is show:${query.show}.`,
      sort.span,
    );
  }
}
