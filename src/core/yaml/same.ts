import type { RecordFile } from './records';
import type { YamlEntry, YamlNode } from './tree';

/**
 * Whether an edited file still says all that it said before, apart from added records, or from one record, and of that all but some
 * fields. Reads values and not bytes: it proves that no edit has pulled a neighbour's line into a block of text, or cut one off.
 *
 * @param fields the fields of the touched record that may differ
 */
export function keepsTheRest(before: RecordFile, after: RecordFile, fields: readonly string[]): boolean {
  const rest = ({ root, listKey }: RecordFile) => root?.entries.filter((entry) => entry.key !== listKey) ?? [];
  if (!sameEntries(rest(before), rest(after))) return false;

  const old = before.list?.items ?? [];
  const now = after.list?.items ?? [];
  if (now.length > old.length) {
    let kept = 0;
    for (const item of now) if (kept < old.length && same(old[kept], item)) kept++;
    return kept === old.length;
  }
  const shorter = Math.min(old.length, now.length);
  let front = 0;
  while (front < shorter && same(old[front], now[front])) front++;
  let back = 0;
  while (back < shorter - front && same(old.at(-1 - back), now.at(-1 - back))) back++;
  if (old.length - front - back > 1 || now.length - front - back > 1) return false;

  const touched = old.length - front - back === 1 ? old[front] : undefined;
  const result = now.length - front - back === 1 ? now[front] : undefined;
  if (!touched || !result) return true;
  const others = (node: YamlNode) =>
    node.kind === 'map' ? node.entries.filter((entry) => !fields.includes(entry.key)) : [];
  return touched.kind === 'map' && result.kind === 'map' && sameEntries(others(touched), others(result));
}

/** Whether two nodes hold the same; nothing and empty text are the same, and so are styles. */
function same(a: YamlNode | null | undefined, b: YamlNode | null | undefined): boolean {
  if (!a || !b) return isNothing(a) && isNothing(b);
  if (a.kind === 'text') return b.kind === 'text' && a.value === b.value;
  if (a.kind === 'list') {
    return b.kind === 'list' && a.items.length === b.items.length && a.items.every((item, i) => same(item, b.items[i]));
  }
  return b.kind === 'map' && sameEntries(a.entries, b.entries);
}

function sameEntries(a: readonly YamlEntry[], b: readonly YamlEntry[]): boolean {
  return a.length === b.length && a.every(({ key, value }, i) => key === b[i]?.key && same(value, b[i].value));
}

function isNothing(node: YamlNode | null | undefined): boolean {
  return !node || (node.kind === 'text' && node.value === '');
}
