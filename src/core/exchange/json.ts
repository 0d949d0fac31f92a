import type { Result } from '../result';
import { visible } from '../text/visible';

// Values of JSON as they come from other tools, where any field may be missing or of another kind.

export type Json = Readonly<Record<string, unknown>>;

/** Parses JSON. Never throws. */
export function readJson(text: string): Result<{ readonly value: unknown }> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, why: `It is no JSON: ${visible(error instanceof Error ? error.message : '').slice(0, 120)}` };
  }
}

/** The object of a field; null where it is none. */
export function objectIn(object: Json, key: string): Json | null {
  const value = object[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

/** The list of a field, a single value as a list of it; empty where there is none. */
export function listIn(object: Json, key: string): readonly unknown[] {
  const value = object[key];
  return Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];
}

/** The objects in the list of a field. */
export function objectsIn(object: Json, key: string): Json[] {
  return listIn(object, key)
    .map((item) => objectIn({ item }, 'item'))
    .filter((item) => item !== null);
}

/** The text of a field; null where it is none, or empty. */
export function textIn(object: Json, key: string): string | null {
  const value = object[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The number of a field; null where it is none. */
export function numberIn(object: Json, key: string): number | null {
  const value = object[key];
  return typeof value === 'number' ? value : null;
}

/** The texts of some fields. */
export function fieldsOf<Key extends string>(object: Json, keys: readonly Key[]): Record<Key, string | null> {
  return Object.fromEntries(keys.map((key) => [key, textIn(object, key)])) as Record<Key, string | null>;
}
