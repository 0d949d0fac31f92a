import { applyEdits } from '../text/edit';
import { changeValue } from '../yaml/edit-value';
import { unwritable } from '../yaml/unwritable';
import { writeField } from '../yaml/write-record';
import { chosenValue, type FieldDecision, type MergeDecisions, type RecordDecision, type Side } from './decision';
import { addedComments, changedBytes, mergeComments, shift } from './lines';
import type { Sides } from './match-records';
import { interleave } from './order';
import type { FieldPiece, Pieces, RecordPiece } from './pieces';
import type { Shape } from './shape';
import { spliceParts } from './splice-parts';

/** A stretch of a merged file: its text, or the texts of both sides with the record or field that is undecided. */
export type Stretch =
  string | { readonly ours: string; readonly theirs: string; readonly of: FieldDecision | RecordDecision };

/** A piece of each side; undefined where the side does not have it. */
interface Three<T> {
  readonly base: T | undefined;
  readonly ours: T | undefined;
  readonly theirs: T | undefined;
}

/**
 * Writes decisions as text. Records and fields that theirs did not change keep our bytes; those that theirs changed come with their own
 * lines and comments. A conflict gives the texts of both sides.
 *
 * @throws RangeError where the layout of the files does not allow it
 */
export function assemble(decisions: MergeDecisions, sides: Sides<Pieces>, shape: Shape, eol: string): Stretch[] {
  const { base, ours, theirs } = sides;
  const { listKey } = shape;
  if (theirs.top.length > 0 && ours.top.length > 0 && theirs.column !== ours.column) return unwritable();
  const stretches: Stretch[] = [mergeComments(base.preamble, ours.preamble, theirs.preamble)];
  const keys = interleave(
    ours.top.map(({ key }) => key),
    theirs.top.map(({ key }) => key),
    (key) => key,
  );
  const decisionOf = new Map(decisions.top.map((field) => [field.key, field]));
  const piecesOf = byKey({ base: base.top, ours: ours.top, theirs: theirs.top });
  for (const key of keys) {
    if (key === listKey) {
      for (const stretch of list(decisions.records, sides, shape, eol)) stretches.push(stretch);
      continue;
    }
    const decision = decisionOf.get(key);
    if (!decision) return unwritable();
    const at = piecesOf(key);
    const text = (side: Side) => {
      const source = fieldText(decision, at, side, ours.column, shape, eol);
      return source === '' ? '' : ' '.repeat(ours.column) + source;
    };
    stretches.push(
      decision.take === 'conflict' ? { ours: text('ours'), theirs: text('theirs'), of: decision } : text('ours'),
    );
  }
  return stretches;
}

function list(records: readonly RecordDecision[], { base, ours, theirs }: Sides<Pieces>, shape: Shape, eol: string) {
  const stretches: Stretch[] = [];
  const dash = ours.records[0]?.dash ?? theirs.records[0]?.dash ?? 0;
  // Comments that were added above a dropped record are kept, above the next one.
  let orphaned = '';
  for (const decision of records) {
    const b = decision.base === null ? undefined : base.records[decision.base];
    const o = decision.ours === null ? undefined : ours.records[decision.ours];
    const t = decision.theirs === null ? undefined : theirs.records[decision.theirs];
    if (decision.action === 'drop') {
      const left = o ?? t;
      if (left) orphaned += addedComments(b?.lead ?? '', left.lead);
      continue;
    }
    const text = (side: Side) => recordText(decision, { base: b, ours: o, theirs: t }, side, dash, shape, eol);
    const open = decision.action === 'conflict';
    if (open && !(o && t)) {
      // The comments above the record go or stay with it.
      const [ours, theirs] = [o ? o.lead + text('ours') : '', t ? t.lead + text('theirs') : ''];
      stretches.push(orphaned, { ours, theirs, of: decision });
    } else {
      const lead = o && t ? mergeComments(b?.lead ?? '', o.lead, t.lead) : (o ?? t)?.lead;
      stretches.push(orphaned + (lead ?? ''));
      stretches.push(open ? { ours: text('ours'), theirs: text('theirs'), of: decision } : text('ours'));
    }
    orphaned = '';
  }
  stretches.push(orphaned + mergeComments(base.foot, ours.foot, theirs.foot));
  const filled = stretches.some((stretch) => typeof stretch !== 'string' || stretch.includes('-'));
  return [
    ' '.repeat(ours.column) + head({ base, ours, theirs }, filled && records.some(({ action }) => action !== 'drop')),
    ...stretches,
  ];
}

/** The line of the list's key, with `[]` for an empty list: without it, the file would read as if it were cut off. */
function head({ base, ours, theirs }: Sides<Pieces>, filled: boolean): string {
  const mine = ours.head ?? theirs.head;
  const yours = theirs.head ?? ours.head;
  if (!mine || !yours) return unwritable();
  const bare = changedBytes(base.head?.bare, mine.bare, yours.bare);
  if (filled) return bare;
  if (staysEmpty(ours, theirs)) return mine.raw;
  if (staysEmpty(theirs, ours)) return yours.raw;
  return bare.replace(':', ': []');
}

/** Whether the key's line of a side with an empty list can stay. Without `[]` it cannot, if the other side's records were dropped. */
function staysEmpty({ head: own, records }: Pieces, other: Pieces): boolean {
  return own !== null && records.length === 0 && (own.raw !== own.bare || other.records.length === 0);
}

function recordText(
  decision: RecordDecision,
  { base, ours, theirs }: Three<RecordPiece>,
  side: Side,
  dash: number,
  shape: Shape,
  eol: string,
): string {
  const whole = (piece: RecordPiece) => wholeAt(piece, dash);
  if (!ours || !theirs) {
    const only = decision.action === 'conflict' ? { ours, theirs }[side] : (ours ?? theirs);
    return only ? whole(only) : '';
  }
  const theirBytes = wholeAt(theirs, ours.dash);
  const onlyFrom = (from: Side) => decision.fields.every(({ take }) => take === 'either' || take === from);
  if (onlyFrom('ours') && (theirs.source === base?.source || theirBytes === ours.source)) return ours.source;
  if (onlyFrom('theirs') && ours.source === base?.source) return theirBytes;
  if (ours.fields.length === 0 || theirs.fields.length === 0) return unwritable();
  const { column } = ours;
  const at = byKey({ base: base?.fields ?? [], ours: ours.fields, theirs: theirs.fields });
  const texts =
    decision.action === 'same'
      ? ours.fields.map(({ key }) => eitherText(at(key), column))
      : decision.fields.map((field) => fieldText(field, at(field.key), side, column, shape, eol));
  return ours.prefix + texts.filter((text) => text !== '').join(' '.repeat(column));
}

/** Finds the pieces of a field on all sides. Files with one key twice are refused when they are read. */
function byKey({ base, ours, theirs }: Sides<readonly FieldPiece[]>): (key: string) => Three<FieldPiece> {
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map((fields) => new Map(fields.map((one) => [one.key, one])));
  return (key) => ({ base: inBase?.get(key), ours: inOurs?.get(key), theirs: inTheirs?.get(key) });
}

/** The text of a field with its line end, for a key in a given column; empty for a field that is dropped. */
function fieldText(
  field: FieldDecision,
  at: Three<FieldPiece>,
  side: Side,
  column: number,
  shape: Shape,
  eol: string,
): string {
  const { ours, theirs } = at;
  switch (field.take) {
    case 'conflict':
      return chosenValue(field, side) === undefined ? '' : placed(side === 'ours' ? ours : theirs, column);
    case 'ours':
      return field.value === undefined ? '' : placed(ours, column);
    case 'theirs':
      return field.value === undefined ? '' : placed(theirs, column);
    case 'either':
      return eitherText(at, column);
    case 'both': {
      if (field.value === undefined) return '';
      const kind = shape.parts.get(field.key);
      const { key, value, parts } = field;
      if (kind && parts && value !== null) return spliceParts(key, value, parts, kind, { ours, theirs }, column, eol);
      return typeof value === 'string' ? rewritten(key, value, ours, column, eol) : unwritable();
    }
  }
}

/** A field with the same value on both sides, in the bytes of the side that changed them. */
function eitherText({ base, ours, theirs }: Three<FieldPiece>, column: number): string {
  if (!ours || !theirs) return placed(ours ?? theirs, column);
  return placed(ours.source === base?.source ? theirs : ours, column);
}

function placed(piece: FieldPiece | undefined, column: number): string {
  return piece ? shift(piece.source, column - piece.column) : '';
}

/** A field with a text that neither side has: the names of two people. */
function rewritten(key: string, value: string, ours: FieldPiece | undefined, column: number, eol: string): string {
  if (!ours) return writeField(key, value, column, eol, 'block') + eol;
  const { start } = ours.entry.keySpan;
  const edits = changeValue(ours.text, ours.entry, value, ours.column, eol).map(({ span, text }) => ({
    span: { start: span.start - start, end: span.end - start },
    text,
  }));
  return shift(applyEdits(ours.source, edits), column - ours.column);
}

/** All lines of a record, its dash moved to a column. */
function wholeAt(piece: RecordPiece, dash: number): string {
  return dash === piece.dash ? piece.source : shift(`\n${piece.source}`, dash - piece.dash).slice(1);
}
