import type { Row } from './rows';

/**
 * The row to go to after a decision has taken rows out of a list: the first one behind them that is still there, else the nearest before.
 *
 * @param before the list before the decision
 * @param at the index in it of the row that was decided about, the last of several
 * @param left the list after the decision
 */
export function nextRow(before: readonly Row[], at: number, left: readonly Row[]): Row | undefined {
  const byId = new Map(left.map((row) => [row.id, row]));
  const order = [...before.slice(at + 1), ...before.slice(0, at).reverse()];
  return order.map(({ id }) => byId.get(id)).find((row) => row !== undefined);
}
