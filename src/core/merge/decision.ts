import type { Result } from '../result';
import type { MergeFields, Value } from './model';
import type { Part } from './parts';

/** A side of a merge. In a conflict, a person chooses one. */
export type Side = 'ours' | 'theirs';

/** The result for one field. Values are undefined where the field is not there. */
export interface FieldDecision {
  readonly key: string;
  /**
   * `either`: both sides have the same value. `ours`, `theirs`: the value of that side is taken. `both`: `value` joins the two. `conflict`:
   * the sides contradict each other.
   */
  readonly take: 'either' | 'ours' | 'theirs' | 'both' | 'conflict';
  readonly ours: Value | undefined;
  readonly theirs: Value | undefined;
  /** The resulting value; undefined in a conflict. */
  readonly value: Value | undefined;
  /** For `both`: the parts of the value and their sides; null where the value is a text. */
  readonly parts: readonly Part[] | null;
}

/** The result for one record. The numbers are its indexes among the records of each side; null where it is not there. */
export interface RecordDecision {
  readonly base: number | null;
  readonly ours: number | null;
  readonly theirs: number | null;
  /**
   * `same`: both sides have it with the same fields. `ours`, `theirs`: only that side has it, and added it. `fields`: both have it, and
   * `fields` decides. `drop`: one side deleted it, and the other has not changed it. `conflict`: a field is in conflict, or one side
   * changed it and the other deleted it.
   */
  readonly action: 'same' | 'ours' | 'theirs' | 'fields' | 'drop' | 'conflict';
  /** Empty unless both sides have the record with different fields. */
  readonly fields: readonly FieldDecision[];
}

/** A merge as data: the results for all fields at the root and all records, in the order of the merged file. */
export interface MergeDecisions {
  readonly top: readonly FieldDecision[];
  readonly records: readonly RecordDecision[];
  /** How many records, and fields at the root, are in conflict. */
  readonly conflicts: number;
}

/** The decisions; refused where it is not sure which records of the sides are the same. */
export type Decided = Result<{ readonly decisions: MergeDecisions }>;

/** The value of a field if this side is chosen in every conflict. */
export function chosenValue(field: FieldDecision, side: Side): Value | undefined {
  return field.take === 'conflict' ? field[side] : field.value;
}

/** The fields of a record if this side is chosen in every conflict; null where the record is then dropped. */
export function chosenRecord(
  decision: RecordDecision,
  records: { readonly ours: readonly MergeFields[]; readonly theirs: readonly MergeFields[] },
  side: Side,
): MergeFields | null {
  if (decision.action === 'drop') return null;
  if (decision.fields.length > 0) return chosenFields(decision.fields, side);
  const from = decision.action === 'theirs' ? 'theirs' : decision.action === 'conflict' ? side : 'ours';
  const index = decision[from];
  return index === null ? null : (records[from][index] ?? null);
}

export function chosenFields(fields: readonly FieldDecision[], side: Side): MergeFields {
  const chosen = new Map<string, Value>();
  for (const field of fields) {
    const value = chosenValue(field, side);
    if (value !== undefined) chosen.set(field.key, value);
  }
  return chosen;
}
