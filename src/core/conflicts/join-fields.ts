import type { FieldDecision } from '../merge/decision';
import { isNothing, type Value } from '../merge/model';
import { mergeParts, partsOf, valueOf } from '../merge/parts';
import type { Shape } from '../merge/shape';

const NO_PARTS: ReadonlyMap<string, Value> = new Map();

/** The texts that are joined, and what stands between the two. */
const JOINED: Readonly<Record<string, string>> = { note: '\n\n', description: '; ' };

/** A field that keeps both sides: the tags, aliases or links of both, or one note behind the other. Null where they exclude each other. */
export function joinField(field: FieldDecision, shape: Shape): FieldDecision | null {
  if (field.take !== 'conflict') return field;
  // A quote of one side with the context of the other would point to a wrong place.
  if (shape.joint.includes(field.key)) return null;
  const { key, ours, theirs } = field;
  if (isNothing(ours)) return { ...field, take: 'theirs', value: theirs };
  if (isNothing(theirs)) return { ...field, take: 'ours', value: ours };
  const kind = shape.parts.get(key);
  if (kind) {
    const [mine, yours] = [partsOf(kind, ours), partsOf(kind, theirs)];
    const merged = mine && yours && mergeParts(NO_PARTS, mine, yours);
    return merged && { ...field, take: 'both', value: valueOf(kind, merged), parts: merged };
  }
  const between = JOINED[key];
  if (between === undefined || typeof ours !== 'string' || typeof theirs !== 'string') return null;
  if (ours.includes(theirs)) return { ...field, take: 'ours', value: ours };
  if (theirs.includes(ours)) return { ...field, take: 'theirs', value: theirs };
  return { ...field, take: 'both', value: ours + between + theirs, parts: null };
}
