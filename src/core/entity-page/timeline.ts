import type { MentioningPost } from '../lists/entity-list';

/** The length of time that one bar of a timeline stands for. */
export type TimelineUnit = 'month' | 'year' | 'decade' | 'century';

/** A period with the number of mentions in its posts. */
export interface TimelineBar {
  /** The first year of the period. */
  readonly year: number;
  /** From 1 to 12; null where the period is longer than a month. */
  readonly month: number | null;
  readonly mentions: number;
}

/** Mentions over time. The bars have no gaps; some may be empty. */
export interface Timeline {
  readonly unit: TimelineUnit;
  readonly bars: readonly TimelineBar[];
}

/** The most bars that people can tell apart in a narrow window. More time is shown in longer periods. */
const MOST_BARS = 240;

/** The units with their numbers of months, from the shortest. */
const UNITS: readonly (readonly [TimelineUnit, number])[] = [
  ['month', 1],
  ['year', 12],
  ['decade', 120],
  ['century', 1200],
];

/** Counts the mentions of dated posts by month, or by a longer unit where that gives too many bars. Null where no post has a date. */
export function timelineOf(posts: readonly MentioningPost[]): Timeline | null {
  const counts = new Map<number, number>();
  for (const { post, mentions } of posts) {
    const month = monthOf(post?.date ?? null);
    if (month !== null) counts.set(month, (counts.get(month) ?? 0) + mentions.length);
  }
  if (counts.size === 0) return null;
  let [first, last] = [Infinity, -Infinity];
  for (const month of counts.keys()) [first, last] = [Math.min(first, month), Math.max(last, month)];
  const fitting = UNITS.find(([, months]) => Math.floor(last / months) - Math.floor(first / months) < MOST_BARS);
  const [unit, length] = fitting ?? ['century', 1200];
  const from = Math.floor(first / length);
  const mentions = new Array<number>(Math.floor(last / length) - from + 1).fill(0);
  for (const [month, count] of counts) {
    const at = Math.floor(month / length) - from;
    mentions[at] = (mentions[at] ?? 0) + count;
  }
  const bars = mentions.map((count, i) => {
    const month = (from + i) * length;
    return { year: Math.floor(month / 12), month: unit === 'month' ? (month % 12) + 1 : null, mentions: count };
  });
  return { unit, bars };
}

/** The number of months since the year 0; null without a date. */
function monthOf(date: string | null): number | null {
  const [, year, month] = /^(\d{4})-(\d\d)/.exec(date ?? '') ?? [];
  return year === undefined ? null : Number(year) * 12 + Number(month) - 1;
}
