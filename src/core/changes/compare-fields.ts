import { isList, isMap, isNothing, same, type MergeFields, type Value } from '../merge/model';
import { partsOf } from '../merge/parts';
import type { Shape } from '../merge/shape';
import type { FieldChange } from './change';

const NO_FIELDS: MergeFields = new Map();

/** The fields that differ between two states of a record, in the order in which fields are written. */
export function compareFields(before: MergeFields | null, after: MergeFields | null, shape: Shape): FieldChange[] {
  const [old, now] = [before ?? NO_FIELDS, after ?? NO_FIELDS];
  const written = [...shape.known].filter((key) => old.has(key) || now.has(key));
  const keys = new Set([...written, ...now.keys(), ...old.keys()]);
  return [...keys].flatMap((key) => compareField(key, old.get(key), now.get(key), shape) ?? []);
}

function compareField(
  field: string,
  before: Value | undefined,
  after: Value | undefined,
  shape: Shape,
): FieldChange | null {
  if (same(before, after) || (isNothing(before) && isNothing(after))) return null;
  const kind = shape.parts.get(field);
  const [old, now] = kind ? [partsOf(kind, before), partsOf(kind, after)] : [];
  if (!old || !now) return { kind: 'text', field, before: shown(before), after: shown(after) };
  const differs = (a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>) =>
    [...a].filter(([key, value]) => !b.has(key) || !same(value, b.get(key)));
  const [added, removed] = [differs(now, old), differs(old, now)];
  if (added.length + removed.length === 0) return null;
  const name = ([key, value]: [string, Value]) =>
    kind === 'map' ? `${key}: ${shown(value) ?? ''}` : (shown(value) ?? key);
  return { kind: 'parts', field, added: added.map(name), removed: removed.map(name) };
}

/** A value as one text; null where it is empty. */
function shown(value: Value | undefined): string | null {
  if (value === undefined || isNothing(value)) return null;
  return typeof value === 'string' ? value : JSON.stringify(plain(value));
}

/** A value in the types of JSON. */
function plain(value: Value): unknown {
  if (isMap(value)) return Object.fromEntries([...value].map(([key, part]) => [key, plain(part)]));
  return isList(value) ? value.map(plain) : value;
}
