import { isList, isMap, same, textIn, type Value } from './model';
import type { Parts } from './shape';

/** A part of a merged field, and the side that its text is taken from. */
export interface Part {
  readonly key: string;
  readonly from: 'ours' | 'theirs';
  readonly value: Value;
}

/** The parts of a field by their keys; null where its value has no such parts, and can be taken only as a whole. */
export function partsOf(kind: Parts, value: Value | undefined): Map<string, Value> | null {
  const parts = new Map<string, Value>();
  if (value === undefined || value === null || value === '') return parts;
  if (kind === 'map') return isMap(value) ? new Map(value) : null;
  // By hand, a single item may be written without a list.
  for (const item of isList(value) ? value : [value]) {
    const key = keyOf(kind, item);
    if (key === null) return null;
    if (key === '') continue;
    // A repeated text counts once. Of two rules for the same files, it is not sure which is meant.
    if (kind === 'rules' && parts.has(key)) return null;
    parts.set(key, item);
  }
  return parts;
}

/** The key of an item of a list; null where it has none. */
export function keyOf(kind: Parts, item: Value | undefined): string | null {
  if (typeof item === 'string') return item;
  if (item === null || item === undefined) return '';
  return kind === 'rules' && isMap(item) ? textIn(item, 'files') : null;
}

/**
 * Merges part by part: takes the parts that either side added, leaves out those that either removed, and takes the changes of either. Null
 * where the sides changed one part differently.
 */
export function mergeParts(
  base: ReadonlyMap<string, Value>,
  ours: ReadonlyMap<string, Value>,
  theirs: ReadonlyMap<string, Value>,
): Part[] | null {
  const merged: Part[] = [];
  for (const [key, value] of ours) {
    const other = theirs.get(key);
    const old = base.get(key);
    if (same(value, other) || same(other, old)) {
      if (other !== undefined || old === undefined) merged.push({ key, from: 'ours', value });
      else if (!same(value, old)) return null;
    } else if (same(value, old)) {
      if (other !== undefined) merged.push({ key, from: 'theirs', value: other });
    } else {
      return null;
    }
  }
  for (const [key, value] of theirs) {
    if (ours.has(key)) continue;
    const old = base.get(key);
    if (old === undefined) merged.push({ key, from: 'theirs', value });
    else if (!same(value, old)) return null;
  }
  return merged;
}

/** The value of merged parts; undefined for none, as the field is then dropped. */
export function valueOf(kind: Parts, parts: readonly Part[]): Value | undefined {
  if (parts.length === 0) return undefined;
  return kind === 'map' ? new Map(parts.map(({ key, value }) => [key, value])) : parts.map(({ value }) => value);
}
