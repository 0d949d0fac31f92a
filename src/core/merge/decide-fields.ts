import type { FieldDecision } from './decision';
import { isNothing, same, type MergeFields, type Value } from './model';
import { interleave } from './order';
import { mergeParts, partsOf, valueOf } from './parts';
import type { Shape } from './shape';

const NO_FIELDS: MergeFields = new Map();

/** Decides about every field that one of the sides has; `base` is null where both sides made the record. */
export function decideFields(
  base: MergeFields | null,
  ours: MergeFields,
  theirs: MergeFields,
  shape: Shape,
): FieldDecision[] {
  const old = base ?? NO_FIELDS;
  const keys = interleave([...ours.keys()], [...theirs.keys()], (key) => key);
  const fields = keys.map((key) => decideField(key, old.get(key), ours.get(key), theirs.get(key), shape));
  return keepTogether(fields, old, shape);
}

function decideField(
  key: string,
  base: Value | undefined,
  ours: Value | undefined,
  theirs: Value | undefined,
  shape: Shape,
): FieldDecision {
  const decided = (take: FieldDecision['take'], value: Value | undefined, parts: FieldDecision['parts'] = null) => ({
    ...{ key, take, ours, theirs, value, parts },
  });
  const [b, o, t] = shape.known.has(key) ? [base, ours, theirs].map(plain) : [base, ours, theirs];
  if (same(o, t)) return decided('either', ours ?? theirs);
  if (same(o, b)) return decided('theirs', theirs);
  if (same(t, b)) return decided('ours', ours);

  const kind = shape.parts.get(key);
  const [was, mine, yours] = kind ? [partsOf(kind, b), partsOf(kind, o), partsOf(kind, t)] : [];
  if (kind && was && mine && yours) {
    const merged = mergeParts(was, mine, yours);
    if (!merged) return decided('conflict', undefined);
    const value = valueOf(kind, merged);
    // Where one side already has all parts, its own text can stay.
    const all = new Map(merged.map((part) => [part.key, part.value]));
    if (same(all, mine)) return decided('ours', ours);
    if (same(all, yours)) return decided('theirs', theirs);
    return decided('both', value, merged);
  }
  const joined = shape.kind === 'sidecar' ? joinSignatures(key, b, o, t) : undefined;
  if (joined === undefined) return decided('conflict', undefined);
  return decided(joined === o ? 'ours' : joined === t ? 'theirs' : 'both', joined);
}

/**
 * Fields that differ, but are no statements about the passage and not worth a conflict: both people sign (`ann; jo`), the later day counts,
 * and of two ids that one record got on two machines, the lesser one. Undefined for any other field.
 */
function joinSignatures(key: string, b: Value | undefined, o: Value | undefined, t: Value | undefined) {
  if (key !== 'by' && key !== 'on' && key !== 'id') return undefined;
  if (o === undefined || t === undefined) return b === undefined || key !== 'id' ? (o ?? t) : undefined;
  if (typeof o !== 'string' || typeof t !== 'string') return undefined;
  if (key === 'by') return [...new Set([...o.split('; '), ...t.split('; ')])].sort().join('; ');
  return (key === 'on') === o > t ? o : t;
}

/** Of fields that are valid only together, those that differ are in conflict as soon as both sides changed any of them. */
function keepTogether(fields: FieldDecision[], base: MergeFields, { joint }: Shape): FieldDecision[] {
  const group = fields.filter(({ key }) => joint.includes(key));
  const changed = (side: 'ours' | 'theirs') =>
    group.some((field) => !same(plain(field[side]), plain(base.get(field.key))));
  if (group.every(({ take }) => take === 'either') || !changed('ours') || !changed('theirs')) return fields;
  return fields.map((field) =>
    group.includes(field) && field.take !== 'either'
      ? { ...field, take: 'conflict', value: undefined, parts: null }
      : field,
  );
}

function plain(value: Value | undefined): Value | undefined {
  return isNothing(value) ? undefined : value;
}
