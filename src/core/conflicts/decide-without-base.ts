import { decideMerge, NOTHING } from '../merge/decide';
import type { Decided, FieldDecision, RecordDecision } from '../merge/decision';
import type { MergeFile } from '../merge/model';
import type { Shape } from '../merge/shape';

/** Names and signatures. They are merged as in any merge, and never a conflict; see `joinSignatures`. */
const NEVER_DOUBTED = new Set(['id', 'by', 'on']);

/**
 * Decides a merge of two sides without their common version. Then it is not known whether a tag was added on one side or removed on the
 * other, nor whether a record is new or was deleted. So each difference is a conflict.
 */
export function decideWithoutBase(ours: MergeFile, theirs: MergeFile, shape: Shape): Decided {
  const decided = decideMerge(NOTHING, ours, theirs, shape);
  if (!decided.ok) return decided;
  const top = decided.decisions.top.map(doubted);
  const records = decided.decisions.records.map((decision): RecordDecision => {
    const { action } = decision;
    if (action === 'ours' || action === 'theirs') return { ...decision, action: 'conflict' };
    const fields = decision.fields.map(doubted);
    return fields.some(({ take }) => take === 'conflict')
      ? { ...decision, action: 'conflict', fields }
      : { ...decision, fields };
  });
  const conflicts =
    top.filter(({ take }) => take === 'conflict').length + records.filter(({ action }) => action === 'conflict').length;
  return { ok: true, decisions: { top, records, conflicts } };
}

function doubted(field: FieldDecision): FieldDecision {
  if (field.take === 'either' || NEVER_DOUBTED.has(field.key)) return field;
  return { ...field, take: 'conflict', value: undefined, parts: null };
}
