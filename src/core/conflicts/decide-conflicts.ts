import { fromWritten } from '../decision';
import { newAnnotationId } from '../entities/id';
import type { Decision } from '../decision';
import { assemble, type Stretch } from '../merge/assemble';
import type { FieldDecision, MergeDecisions, RecordDecision } from '../merge/decision';
import { saysWhatWasDecided } from '../merge/merge-texts';
import { cut, NO_PIECES } from '../merge/pieces';
import { readSide } from '../merge/read-side';
import type { Shape } from '../merge/shape';
import type { Refused } from '../result';
import { readSidecar } from '../sidecar/read-sidecar';
import { changeAnnotation } from '../sidecar/write-sidecar';
import type { Written } from '../yaml/apply';
import type { RecordFile } from '../yaml/record-file';
import type { Solution, ConflictedFile, SidesMerge } from './conflict';
import { joinField } from './join-fields';

/**
 * Writes a conflicted file anew: merged record by record, conflicts with a solution solved, and the others between markers as whole
 * records. The result is read back before it is handed on.
 *
 * @param solutions by the keys of conflicts; other conflicts stay open
 * @param newId makes an id for a record that is kept beside that of the other side
 */
export function solveConflicts(
  file: ConflictedFile,
  solutions: ReadonlyMap<string, Solution>,
  newId: () => string,
): Written {
  const { merge } = file;
  if (!merge) return refuse(file.why);
  const gone = [...solutions.keys()].find((key) => !merge.decisionOf.has(key));
  if (gone !== undefined) return refuse('The conflict is no longer there.');
  const { decisions, apart } = decided(file, merge, solutions);
  const { ours, theirs, base } = merge.sides;
  if (!ours || !theirs) return refuse('A side is empty.');
  try {
    const pieces = { base: base ? cut(base.file) : NO_PIECES, ours: cut(ours.file), theirs: cut(theirs.file) };
    const stretches = assemble(decisions, pieces, merge.shape, merge.eol);
    if (!saysWhatWasDecided(stretches, decisions, { ours, theirs }, merge.shape)) {
      return refuse(NOT_SURE);
    }
    const solved = stretches.map((stretch) =>
      typeof stretch !== 'string' && apart.has(stretch.of) ? stretch.ours + renewed(stretch.theirs, newId()) : stretch,
    );
    if (apart.size > 0 && !isReadable(solved, merge.shape, theirs.file)) return refuse(NOT_SURE);
    return { ok: true, text: withEnd(written(solved, file, merge.eol), file, merge.eol) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse(error.message);
  }
}

/** `solveConflicts` as an edit of the file. */
export function decideConflicts(file: ConflictedFile, solutions: ReadonlyMap<string, Solution>): Decision {
  return fromWritten(file.path, file.text, solveConflicts(file, solutions, newAnnotationId));
}

const NOT_SURE =
  'The records are laid out in a way that cannot be put together safely. Solve the conflict in the file.';

type Open = FieldDecision | RecordDecision;

/** The decisions with the solutions in them, and the undecided records that become two, `apart`. */
function decided(
  { conflicts }: ConflictedFile,
  { decisions, shape, decisionOf }: SidesMerge,
  solutions: ReadonlyMap<string, Solution>,
): { decisions: MergeDecisions; apart: ReadonlySet<Open> } {
  const chosen = new Map<Open, Solution>();
  const apart = new Set<Open>();
  for (const { key, both } of conflicts) {
    const [solution, decision] = [solutions.get(key), decisionOf.get(key)];
    if (solution === undefined || !decision) continue;
    if (solution === 'both' && both === 'two') apart.add(decision);
    else if (solution !== 'both' || both !== null) chosen.set(decision, solution);
  }
  const top = decisions.top.map((field) => solvedField(field, chosen.get(field), shape));
  const records = decisions.records.map((record) => solvedRecord(record, chosen.get(record), shape));
  const left = decisions.conflicts - chosen.size;
  return { decisions: { top, records, conflicts: left }, apart };
}

function solvedRecord(record: RecordDecision, solution: Solution | undefined, shape: Shape): RecordDecision {
  if (solution === undefined) return record;
  if (record.fields.length > 0) {
    return { ...record, action: 'fields', fields: record.fields.map((field) => solvedField(field, solution, shape)) };
  }
  const side = solution === 'both' ? 'ours' : solution;
  // The comments above a record that a person drops are dropped with it.
  return record[side] === null ? { ...record, ours: null, theirs: null, action: 'drop' } : { ...record, action: side };
}

function solvedField(field: FieldDecision, solution: Solution | undefined, shape: Shape): FieldDecision {
  if (solution === undefined || field.take !== 'conflict') return field;
  if (solution === 'both') return joinField(field, shape) ?? field;
  return { ...field, take: solution, value: field[solution] };
}

/** The lines of an annotation with another id. */
function renewed(lines: string, id: string): string {
  const above = 'postgloss: 1\nannotations:\n';
  const sidecar = readSidecar(above + lines);
  const [only] = sidecar.annotations;
  const change = only ? changeAnnotation(sidecar, only, { id }) : refuse(NOT_SURE);
  if (!change.ok || !change.text.startsWith(above)) throw new RangeError(NOT_SURE);
  return change.text.slice(above.length);
}

/** Whether both sides of the file can be read, and no id is there twice. */
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

/** The text without the last line end that reading has added, where the file has none. */
function withEnd(text: string, file: ConflictedFile, eol: string): string {
  return file.text.endsWith('\n') || !text.endsWith(eol) ? text : text.slice(0, -eol.length);
}

function refuse(why: string): Refused {
  return { ok: false, why };
}
