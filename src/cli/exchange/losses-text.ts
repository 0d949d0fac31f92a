import type { Loss } from '../../core/exchange';

/** What was left out, a line for each kind: `2 notes: conll has no place for it. (a1, b2)`. */
export function lossesText(losses: readonly Loss[]): string {
  return losses
    .map(({ what, why, count, ids }) => {
      const named = ids.slice(0, MOST_IDS).join(', ') + (ids.length > MOST_IDS ? ', …' : '');
      return `Left out: ${what}, ${count} ${count === 1 ? 'time' : 'times'}. ${why}${named === '' ? '' : ` (${named})`}\n`;
    })
    .join('');
}

const MOST_IDS = 5;
