import type { RecordFile } from './record-file';
import type { YamlEntry, YamlNode } from './tree';

/** Which items of a list an edit touches. All others stay, in their order. */
export interface Touched {
  /** The indexes that added items have afterwards. */
  readonly added?: ReadonlySet<number>;
  /** The indexes that removed items had before. */
  readonly removed?: ReadonlySet<number>;
  /** The indexes that changed items had before, and the fields in which they may differ. */
  readonly changed?: ReadonlySet<number>;
  readonly fields?: readonly string[];
  /** The keys at the root that may differ, besides the list's. */
  readonly top?: readonly string[];
}

/**
 * Whether an edited file still says all that it said before, apart from what the edit was to touch. Compares values and not bytes: it
 * proves that no edit has pulled a neighbour's line into a block of text, or cut one off.
 */
export function keepsTheRest(before: RecordFile, after: RecordFile, edited: Touched | readonly string[]): boolean {
  const touched: Touched = 'length' in edited ? touchedOne(before, after, edited) : edited;
  const { added, removed, changed, fields = [], top = [] } = touched;
  const rest = ({ root, listKey }: RecordFile) => {
    return root?.entries.filter(({ key }) => key !== listKey && !top.includes(key)) ?? [];
  };
  if (!sameEntries(rest(before), rest(after))) return false;

  const others = (node: YamlNode) =>
    node.kind === 'map' ? node.entries.filter((entry) => !fields.includes(entry.key)) : [];
  let at = 0;
  for (let index = 0; index <= before.items.length; index++) {
    while (added?.has(at)) at++;
    if (index === before.items.length) break;
    if (removed?.has(index)) continue;
    const old = before.items[index];
    const now = after.items[at++];
    if (!changed?.has(index)) {
      if (!same(old, now)) return false;
    } else if (old?.kind !== 'map' || now?.kind !== 'map' || !sameEntries(others(old), others(now))) return false;
  }
  return at === after.items.length;
}

/** The one item that an edit has touched: the first that is no longer the same. */
function touchedOne(before: RecordFile, after: RecordFile, fields: readonly string[]): Touched {
  let index = 0;
  while (index < before.items.length && index < after.items.length && same(before.items[index], after.items[index]))
    index++;
  const one = new Set([index]);
  const more = after.items.length - before.items.length;
  return more > 0 ? { added: one } : more < 0 ? { removed: one } : { changed: one, fields };
}

/** Whether two nodes hold the same. Nothing and empty text count as the same, and styles do not count. */
function same(a: YamlNode | null | undefined, b: YamlNode | null | undefined): boolean {
  if (a === b) return true;
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
