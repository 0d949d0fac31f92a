/**
 * A file of records as the merge sees it: plain data without places, so that decisions can be made, tested and shown without any text.
 * The running example of this folder: two people change the annotation `7k2m9q4x`; one adds a tag, the other writes a note.
 */
export interface MergeFile {
  /** The fields at the root, the list of records left out. */
  readonly top: MergeFields;
  readonly records: readonly MergeFields[];
}

export type MergeFields = ReadonlyMap<string, Value>;

/** What a field holds; null where the file gives nothing behind the colon. */
export type Value = null | string | readonly Value[] | ReadonlyMap<string, Value>;

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMap(value: Value | undefined): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

/** Whether two values say the same. The order of a map's keys says nothing; undefined is a field that is not there. */
export function same(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
  return isMap(a) && isMap(b) && sameFields(a, b);
}

/** The same question about all fields of two records. */
export function sameFields(a: MergeFields, b: MergeFields): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    if (!b.has(key) || !same(value, b.get(key))) return false;
  }
  return true;
}

/** Whether a field holds nothing: it is missing, or its text, list or map is empty. */
export function isNothing(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return isList(value) ? value.length === 0 : isMap(value) && value.size === 0;
}

/** The text of a field; null where there is none, or something else. */
export function textIn(fields: MergeFields, key: string): string | null {
  const value = fields.get(key);
  return typeof value === 'string' && value !== '' ? value : null;
}
