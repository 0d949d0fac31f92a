import type { Value } from './query';

/** A period as texts that are compared with days: it begins with `from`, and ends before `to`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Behind every date: `~` is greater than every digit. */
const OPEN = '~';

/** Whether a text is a year, a month or a day that there is: `2016`, `2016-05`, `2016-05-04`. */
export function isDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}

/**
 * The days that a value of `date:`, `after:` or `before:` means; null for `*` and `none`. `after:2016-05` includes May, as people ask for
 * what is new since then, and `before:2016-05` does not; `date:>2016-05` begins in June.
 */
export function periodOf(key: 'date' | 'after' | 'before', value: Value): Period | null {
  if (value.kind === 'range') return { from: value.from, to: value.to + OPEN };
  if (value.kind !== 'date') return null;
  const { date } = value;
  const relation = key === 'after' ? '>=' : key === 'before' ? '<' : value.relation;
  switch (relation) {
    case '':
      return { from: date, to: date + OPEN };
    case '>=':
      return { from: date, to: OPEN };
    case '>':
      return { from: date + OPEN, to: OPEN };
    case '<=':
      return { from: '', to: date + OPEN };
    case '<':
      // A date is a prefix of the days in it, and less than all of them.
      return { from: '', to: date };
  }
}

/** Whether a day, `2016-05-04`, is in a period. */
export function isWithin({ from, to }: Period, day: string): boolean {
  return from <= day && day < to;
}
