import { fromWritten } from '../decision';
import { newAnnotationId } from '../entities/id';
import type { Decision } from '../decision';
import { assemble, type Stretch } from '../merge/assemble';
import type { FieldDecision, MergeDecisions, RecordDecision } from '../merge/decision';
import { saysWhatWasDecided } from '../merge/merge-texts';
import { cut, NO_PIECES } from '../merge/pieces';
import { readSide } from '../merge/read-side';
import type { Shape } from '../merge/shape';
import { readSidecar } from '../sidecar/read-sidecar';
import { changeAnnotation } from '../sidecar/write-sidecar';
import type { Written } from '../yaml/apply';
import type { RecordFile } from '../yaml/record-file';
import type { Choice, ConflictedFile, Reading } from './conflict';
import { joinField } from './join-fields';

/**
 * What choices make of a conflicted file. What can be merged is merged, what was chosen is chosen, and what is still open stands between
 * markers, whole records. Without any choice it is the merge record by record. The result is read back before it is handed on.
 *
 * @param choices by the keys of conflicts; others stay open
 * @param newId makes an id for a record that is kept beside the other side's
 */
export function settleConflicts(
  file: ConflictedFile,
  choices: ReadonlyMap<string, Choice>,
  newId: () => string,
): Written {
  const { reading } = file;
  if (!reading) return refuse(file.why ?? '');
  const gone = [...choices.keys()].find((key) => !reading.decisionOf.has(key));
  if (gone !== undefined) return refuse('The conflict is no longer there.');
  const { decisions, apart } = decided(file, reading, choices);
  const { ours, theirs, base } = reading.sides;
  if (!ours || !theirs) return refuse('A side is empty.');
  try {
    const pieces = { base: base ? cut(base.file) : NO_PIECES, ours: cut(ours.file), theirs: cut(theirs.file) };
    const stretches = assemble(decisions, pieces, reading.shape, reading.eol);
    if (!saysWhatWasDecided(stretches, decisions, { ours, theirs }, reading.shape)) {
      return refuse(NOT_SURE);
    }
    const settled = stretches.map((stretch) =>
      typeof stretch !== 'string' && apart.has(stretch.of) ? stretch.ours + renewed(stretch.theirs, newId()) : stretch,
    );
    if (apart.size > 0 && !isReadable(settled, reading.shape, theirs.file)) return refuse(NOT_SURE);
    return { ok: true, text: withEnd(written(settled, file, reading.eol), file, reading.eol) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse(error.message);
  }
}

/** The same as an edit of the file; see `settleConflicts`. */
export function decideConflicts(file: ConflictedFile, choices: ReadonlyMap<string, Choice>): Decision {
  return fromWritten(file.path, file.text, settleConflicts(file, choices, newAnnotationId));
}

const NOT_SURE =
  'The records are laid out in a way that cannot be put together safely. Solve the conflict in the file.';

type Open = FieldDecision | RecordDecision;

/** The decisions after the choices, and those of which both sides become records of their own. */
function decided(
  { conflicts }: ConflictedFile,
  { decisions, shape, decisionOf }: Reading,
  choices: ReadonlyMap<string, Choice>,
): { decisions: MergeDecisions; apart: ReadonlySet<Open> } {
  const chosen = new Map<Open, Choice>();
  const apart = new Set<Open>();
  for (const { key, both } of conflicts) {
    const [choice, decision] = [choices.get(key), decisionOf.get(key)];
    if (choice === undefined || !decision) continue;
    if (choice === 'both' && both === 'two') apart.add(decision);
    else if (choice !== 'both' || both !== null) chosen.set(decision, choice);
  }
  const top = decisions.top.map((field) => settledField(field, chosen.get(field), shape));
  const records = decisions.records.map((record) => settledRecord(record, chosen.get(record), shape));
  const left = decisions.conflicts - chosen.size;
  return { decisions: { top, records, conflicts: left }, apart };
}

function settledRecord(record: RecordDecision, choice: Choice | undefined, shape: Shape): RecordDecision {
  if (choice === undefined) return record;
  if (record.fields.length > 0) {
    return { ...record, action: 'fields', fields: record.fields.map((field) => settledField(field, choice, shape)) };
  }
  const side = choice === 'both' ? 'ours' : choice;
  // A record that a person lets go takes along what was written above it.
  return record[side] === null ? { ...record, ours: null, theirs: null, action: 'drop' } : { ...record, action: side };
}

function settledField(field: FieldDecision, choice: Choice | undefined, shape: Shape): FieldDecision {
  if (choice === undefined || field.take !== 'conflict') return field;
  if (choice === 'both') return joinField(field, shape) ?? field;
  return { ...field, take: choice, value: field[choice] };
}

/** The lines of an annotation under another id. */
function renewed(lines: string, id: string): string {
  const above = 'postgloss: 1\nannotations:\n';
  const sidecar = readSidecar(above + lines);
  const [only] = sidecar.annotations;
  const change = only ? changeAnnotation(sidecar, only, { id }) : refuse(NOT_SURE);
  if (!change.ok || !change.text.startsWith(above)) throw new RangeError(NOT_SURE);
  return change.text.slice(above.length);
}

/** Whether the file can be read with either side, and no id is there twice. */
function isReadable(stretches: readonly Stretch[], shape: Shape, before: RecordFile): boolean {
  return (['ours', 'theirs'] as const).every((side) => {
    const text = stretches.map((stretch) => (typeof stretch === 'string' ? stretch : stretch[side])).join('');
    const read = readSide(text, shape, before);
    if (!read.ok) return false;
    const ids = read.side.model.records.flatMap((record) => record.get('id') ?? []);
    return new Set(ids).size === ids.length;
  });
}

function written(stretches: readonly Stretch[], { labels, size }: ConflictedFile, eol: string): string {
  const line = (sign: string, label: string) => sign.repeat(size) + (label === '' ? '' : ` ${label}`) + eol;
  return stretches
    .map((stretch) => {
      if (typeof stretch === 'string') return stretch;
      const { ours, theirs } = stretch;
      return line('<', labels.ours) + ours + line('=', '') + theirs + line('>', labels.theirs);
    })
    .join('');
}

/** Reading has closed the last line; a file that did not end in a line end does not get one. */
function withEnd(text: string, file: ConflictedFile, eol: string): string {
  return file.text.endsWith('\n') || !text.endsWith(eol) ? text : text.slice(0, -eol.length);
}

function refuse(why: string): Written & { ok: false } {
  return { ok: false, why };
}
