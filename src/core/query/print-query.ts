import type { FILTERS } from './keys';
import type { Expression, Query, Value } from './query';

/** Writes a query in its plainest form. Reading it gives the same query. */
export function printQuery({ expression, in: scope, show, sort, group }: Query): string {
  const options = [
    scope === null ? '' : `in:${scope}`,
    show === 'posts' ? '' : `show:${show}`,
    sort === null ? '' : `sort:${sort.reversed ? '-' : ''}${sort.by}`,
    group === null ? '' : `group:${group}`,
  ];
  return [expression ? print(expression) : '', ...options].filter((part) => part !== '').join(' ');
}

function print(expression: Expression): string {
  switch (expression.kind) {
    case 'or':
      return expression.terms.map((term) => (term.kind === 'or' ? inside(term) : print(term))).join(' OR ');
    case 'and':
      return expression.terms.map((term) => (isJoined(term) ? inside(term) : print(term))).join(' ');
    case 'not':
      return `-${isJoined(expression.term) ? inside(expression.term) : print(expression.term)}`;
    case 'near':
      return `${print(expression.left)} NEAR/${expression.words} ${print(expression.right)}`;
    case 'text':
      return expression.form === 'phrase'
        ? quote(expression.text)
        : expression.text + (expression.form === 'prefix' ? '*' : '');
    case 'regex':
      return `/${expression.source}/${expression.flags}`;
    case 'filter':
      return `${expression.key}:${expression.values.map(printValue).join(',')}`;
  }
}

function isJoined({ kind }: Expression): boolean {
  return kind === 'and' || kind === 'or';
}

function inside(expression: Expression): string {
  return `(${print(expression)})`;
}

function printValue(value: Value): string {
  switch (value.kind) {
    case 'any':
      return '*';
    case 'none':
      return 'none';
    case 'text':
      return value.quoted ? quote(value.text) : value.text;
    case 'date':
      return value.relation + value.date;
    case 'range':
      return `${value.from}..${value.to}`;
  }
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** A value of a filter, quoted where it has to be: `source:DEBKAfile`, `author:"Mara Lind"`. */
export function printFilter(key: keyof typeof FILTERS, text: string): string {
  return `${key}:${/^[^\s()",:;|*!?.<>=/]+$/.test(text) ? text : quote(text)}`;
}
