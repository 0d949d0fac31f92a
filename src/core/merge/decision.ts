import type { Result } from '../result';
import type { MergeFields, Value } from './model';
import type { Part } from './parts';

/** Which side of a merge. In a conflict, one of them has to be chosen by a person. */
export type Side = 'ours' | 'theirs';

/** What becomes of one field. Values are undefined where the field is not there. */
export interface FieldDecision {
  readonly key: string;
  /**
   * `either`: both sides say the same. `ours`, `theirs`: that side changed it, or both did and this one goes. `both`: what they say goes
   * together, and `value` is it. `conflict`: they contradict each other.
   */
  readonly take: 'either' | 'ours' | 'theirs' | 'both' | 'conflict';
  readonly ours: Value | undefined;
  readonly theirs: Value | undefined;
  /** What it then holds, wherever that is settled. */
  readonly value: Value | undefined;
  /** Of a field taken from both sides: its parts, for whoever writes it; null where the value is a text of its own. */
  readonly parts: readonly Part[] | null;
}

/** What becomes of one record. The numbers are its indexes among the records of each side; null where it is not there. */
export interface RecordDecision {
  readonly base: number | null;
  readonly ours: number | null;
  readonly theirs: number | null;
  /**
   * `same`: both have it, and it says the same. `ours`, `theirs`: only that side has it, and made it. `fields`: both have it; each field tells. `drop`: one side took it out, and the
   * other had not touched it. `conflict`: a field contradicts, or one side changed what the other took out.
   */
  readonly action: 'same' | 'ours' | 'theirs' | 'fields' | 'drop' | 'conflict';
  /** Empty unless both sides have the record, and it differs. */
  readonly fields: readonly FieldDecision[];
}

/** A merge as data: what becomes of every field at the root and of every record, in the order of the result. */
export interface MergeDecisions {
  readonly top: readonly FieldDecision[];
  readonly records: readonly RecordDecision[];
  /** How many records and fields at the root need a person. */
  readonly conflicts: number;
}

/** The decisions; or the sentence that says why there can be none, since nobody could tell which record is which. */
export type Decided = Result<{ readonly decisions: MergeDecisions }>;

/** The value of a field if this side is chosen in every conflict. */
export function chosenValue(field: FieldDecision, side: Side): Value | undefined {
  return field.take === 'conflict' ? field[side] : field.value;
}

/** The fields of a record if this side is chosen in every conflict; null where the record then goes. */
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
