import type { Timeline, TimelineBar } from '../../../core/entity-page';
import { many } from '../../ui/words';
import { markup, type Markup } from './markup';

/** The height of the bars, and of the line of years below them, in pixels. */
const HEIGHT = 96;
const BELOW = 20;

/** How many years have room below the bars in a narrow window. */
const MOST_LABELS = 8;

/**
 * Mentions over time as bars, and as a table for people who cannot see the bars or want the numbers. Widths are percentages of the
 * window's width, so that text is never stretched; colours come from the style sheet.
 */
export function timelinePicture({ unit, bars }: Timeline): Markup {
  const most = Math.max(...bars.map(({ mentions }) => mentions));
  const width = 100 / bars.length;
  // At most 6 % wide, so that a few bars do not fill the picture like a wall.
  const wide = Math.min(width * 0.8, 6);
  const drawn = bars.flatMap((bar, i) => {
    if (bar.mentions === 0) return [];
    const height = Math.max(2, Math.round((bar.mentions / most) * HEIGHT));
    const x = `${shorten(i * width + (width - wide) / 2)}%`;
    return markup`<rect x="${x}" y="${HEIGHT - height}" width="${`${shorten(wide)}%`}" height="${height}"><title>${nameOf(bar, unit)}: ${many(bar.mentions, 'mention')}</title></rect>`;
  });
  const [first, last] = [bars[0], bars.at(-1)];
  const span =
    first && last && first !== last
      ? `${nameOf(first, unit)} to ${nameOf(last, unit)}`
      : first
        ? nameOf(first, unit)
        : '';
  return markup`<svg role="img" aria-label="Mentions by ${unit}, ${span}; at most ${many(most, 'mention')} in one. The table below has all numbers." width="100%" height="${HEIGHT + BELOW}">
<line x1="0" y1="${HEIGHT}" x2="100%" y2="${HEIGHT}"></line>
${drawn}
${labels(bars, width)}
</svg>
<details><summary>Mentions by ${unit} as a table</summary>
<table><thead><tr><th scope="col">${unit[0]?.toUpperCase() ?? ''}${unit.slice(1)}</th><th scope="col">Mentions</th></tr></thead><tbody>
${bars
  .filter(({ mentions }) => mentions > 0)
  .map((bar) => markup`<tr><th scope="row">${nameOf(bar, unit)}</th><td>${bar.mentions}</td></tr>`)}
</tbody></table></details>`;
}

/** The years below their first bars; only every second, fifth, tenth … year where not all have room. */
function labels(bars: readonly TimelineBar[], width: number): Markup[] {
  const starts = bars.flatMap(({ year, month }, i) => (i === 0 || month === null || month === 1 ? [{ year, i }] : []));
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((years) => starts.length / years <= MOST_LABELS) ?? 1000;
  const shown = starts.filter(({ year, i }, index) => {
    // The year of the first bar may begin before the bar; it is shown if all years are and the next label is not too near.
    if (i === 0) return step === 1 && ((starts[1]?.i ?? bars.length) - i) * width >= 8;
    return step === 1 || year % step === 0 || index === 0;
  });
  const all = shown.length > 0 ? shown : starts.slice(0, 1);
  // A label near the right edge ends there instead of starting, so that it stays in the picture.
  return all.map(({ year, i }) => {
    const anchor = i * width > 92 ? 'end' : 'start';
    const x = anchor === 'end' ? '100%' : `${shorten(i * width)}%`;
    return markup`<text x="${x}" y="${HEIGHT + BELOW - 5}" text-anchor="${anchor}" aria-hidden="true">${year}</text>`;
  });
}

/** `March 2017`, `2017`, `2010s`, `1900 to 1999`. */
function nameOf({ year, month }: TimelineBar, unit: Timeline['unit']): string {
  if (month !== null) return `${MONTHS[month - 1] ?? ''} ${year}`;
  if (unit === 'decade') return `${year}s`;
  return unit === 'century' ? `${year} to ${year + 99}` : String(year);
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function shorten(share: number): number {
  return Math.round(share * 1000) / 1000;
}
