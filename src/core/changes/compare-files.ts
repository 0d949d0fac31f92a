import { NOTHING } from '../merge/decide';
import { textIn, type MergeFile } from '../merge/model';
import { readSide, shapeOf } from '../merge/read-side';
import { SIDECAR_SHAPE, type Shape } from '../merge/shape';
import type { Span } from '../text/span';
import type { RecordFile } from '../yaml/record-file';
import type { FileChanges, FileStates, RecordChange } from './change';
import { compareFields } from './compare-fields';
import { pairRecords } from './pair-records';

/**
 * The differences between two states of gloss files: records and fields, and not lines. Comments, formatting and order are no decisions and
 * do not count. Files without any other change are left out, unless they were renamed.
 */
export function compareGloss(files: readonly FileStates[]): FileChanges[] {
  return withoutSame(files.map((file) => compareFile(file)));
}

/** `compareGloss` for who goes back through a history: a state that stood in the last comparison is not read again. */
export function createComparer(): typeof compareGloss {
  const known: KnownStates = new Map();
  return (files) => withoutSame(files.map((file) => compareFile(file, known)));
}

function withoutSame(files: readonly FileChanges[]): FileChanges[] {
  return joinMoved(files).filter(
    ({ records, top, problem, oldPath }) => records.length + top.length > 0 || problem !== null || oldPath !== null,
  );
}

/** The differences between two states of one file. */
type KnownStates = Map<string, RecordFile>;

/** What differs between two states of one file. */
export function compareFile({ path, oldPath, before, after }: FileStates, known: KnownStates = new Map()): FileChanges {
  const shape = shapeOf([before ?? '', after ?? ''], path) ?? shapeOf([after ?? ''], path) ?? SIDECAR_SHAPE;
  const state = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const file = { path, oldPath, kind: shape.kind, state } as const;
  const now = readState(after, shape, known.get(path));
  const old = readState(before, shape, now.file ?? known.get(path));
  const last = old.file ?? now.file;
  if (last) known.set(oldPath ?? path, last);
  const problem =
    old.why !== null ? `As it was, it cannot be compared: ${old.why}` : now.why && `It cannot be compared: ${now.why}`;
  if (problem !== null) return { ...file, problem, top: [], records: [] };
  const records = pairRecords(old.model, now.model, shape).flatMap((pair): RecordChange[] => {
    const was = pair.before === null ? null : (old.model.records[pair.before] ?? null);
    const is = pair.after === null ? null : (now.model.records[pair.after] ?? null);
    const fields = compareFields(was, is, shape);
    const change = !was ? 'added' : !is ? 'removed' : 'changed';
    if (change === 'changed' && fields.length === 0) return [];
    const span = is ? now.spans[pair.after ?? 0] : old.spans[pair.before ?? 0];
    const id = (is && textIn(is, 'id')) ?? (was && textIn(was, 'id'));
    return [{ change, id, before: was, after: is, span: span ?? { start: 0, end: 0 }, fields, movedFrom: null }];
  });
  // The version of the format is no decision.
  const top = compareFields(old.model.top, now.model.top, shape).filter(({ field }) => field !== 'postgloss');
  return { ...file, problem, top, records };
}

interface State {
  readonly model: MergeFile;
  readonly spans: readonly Span[];
  readonly why: string | null;
  readonly file?: RecordFile;
}

function readState(text: string | null, shape: Shape, before: RecordFile | undefined): State {
  if (text === null || text.trim() === '') return { model: NOTHING, spans: [], why: null };
  const read = readSide(text, shape, before);
  if (!read.ok) return { model: NOTHING, spans: [], why: read.why };
  const { model, file } = read.side;
  return { model, file, spans: file.records.map(({ span }) => span), why: null };
}

/** Joins an annotation that is removed from one sidecar and added to another under the same id: its text was split or renamed. */
function joinMoved(files: readonly FileChanges[]): FileChanges[] {
  const left = new Map<string, { file: FileChanges; record: RecordChange } | null>();
  for (const file of files) {
    for (const record of file.records) {
      if (file.kind !== 'sidecar' || record.change !== 'removed' || record.id === null) continue;
      // Null for an id that is removed from two files: nobody can tell which one has moved.
      left.set(record.id, left.has(record.id) ? null : { file, record });
    }
  }
  const moved = new Set<RecordChange>();
  const joined = files.map((file) => {
    if (file.kind !== 'sidecar') return file;
    const records = file.records.map((record): RecordChange => {
      const from = record.change === 'added' && record.id !== null ? left.get(record.id) : undefined;
      if (!from || from.file === file || moved.has(from.record)) return record;
      moved.add(from.record);
      const fields = compareFields(from.record.before, record.after, SIDECAR_SHAPE);
      const change = fields.length === 0 ? 'moved' : 'changed';
      return { ...record, change, before: from.record.before, fields, movedFrom: from.file.path };
    });
    return { ...file, records };
  });
  return joined.map((file) => ({ ...file, records: file.records.filter((record) => !moved.has(record)) }));
}
