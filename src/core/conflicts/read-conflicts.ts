import { decideMerge, NOTHING } from '../merge/decide';
import { chosenRecord, type Decided, type FieldDecision, type RecordDecision, type Side } from '../merge/decision';
import type { Sides } from '../merge/match-records';
import { textIn, type MergeFields, type MergeFile } from '../merge/model';
import { commonLineEnd, readSide, shapeOf, type SideFile } from '../merge/read-side';
import { SIDECAR_SHAPE, type Shape } from '../merge/shape';
import type { RecordFile } from '../yaml/record-file';
import type { Result } from '../result';
import type { Conflict, ConflictedFile, ConflictField, SidesMerge, Stages } from './conflict';
import { decideWithoutBase } from './decide-without-base';
import { joinField } from './join-fields';
import { sideOf, splitMarkers, type Marked } from './markers';

/**
 * Takes a gloss file with git's markers apart into the records that are in conflict. Never throws: `why` says that it cannot be read.
 *
 * A file that is still as git left it is merged from git's three versions, record by record. In an edited file, conflicts may be solved
 * already. So its own two sides count, and of git's versions only the common one.
 *
 * @param text without its byte order mark
 * @param path of the file, which tells its kind where its text does not
 * @param stages git's versions; null where git no longer has them, or cannot be asked
 * @param before an earlier reading of the file: the records that have not changed since are not read again
 */
export function readConflicts(text: string, path: string, stages: Stages | null, before?: RecordFile): ConflictedFile {
  const marked = splitMarkers(text);
  const labels = marked?.labels ?? { ours: '', theirs: '' };
  const unread = (why: string, shape = SIDECAR_SHAPE): ConflictedFile => {
    return { path, text, kind: shape.kind, labels, conflicts: [], why, merge: null, size: marked?.size ?? 7 };
  };
  if (!marked) return unread('Its conflict markers do not go together.');
  const { base, ours, theirs } = versionsOf(marked, stages, text);
  const eol = commonLineEnd([base ?? '', ours, theirs]);
  if (eol === null) return unread('The line ends of the two sides differ.');
  const shape = shapeOf([ours, theirs], path);
  if (!shape) return unread('The two sides are files of different kinds.');
  const read = readSides({ base: base ?? '', ours, theirs }, shape, eol, before);
  if (!read.ok) return unread(read.why, shape);
  const decided = decide(base === null ? null : (read.base?.model ?? NOTHING), read, shape);
  if (!decided.ok) return unread(decided.why, shape);
  const { decisions } = decided;
  const found = conflictsIn(decisions, read, shape, signers(read, stages, shape));
  const decisionOf = new Map(found.map(({ conflict, decision }) => [conflict.key, decision]));
  const merge: SidesMerge = { decisions, sides: read, shape, eol, decisionOf };
  const conflicts = found.map(({ conflict }) => conflict);
  return { path, text, kind: shape.kind, labels, conflicts, why: null, merge, size: marked.size };
}

/** The versions to merge; `base` is null where it is not known. */
function versionsOf(marked: Marked, stages: Stages | null, text: string) {
  const fromFile = { ours: sideOf(marked, 'ours'), theirs: sideOf(marked, 'theirs') };
  if (!stages) return { ...fromFile, base: sideOf(marked, 'base') };
  // git keeps its versions with LF, also where the files on the disk have CRLF.
  const asInFile = commonLineEnd([fromFile.ours, fromFile.theirs]) === '\r\n' ? withReturns : (same: string) => same;
  const byLines = stages.byLines === null ? null : splitMarkers(asInFile(stages.byLines));
  const untouched =
    byLines !== null &&
    sideOf(byLines, 'ours') === fromFile.ours &&
    sideOf(byLines, 'theirs') === fromFile.theirs &&
    text.length > 0;
  const base = asInFile(stages.base);
  return untouched ? { base, ours: asInFile(stages.ours), theirs: asInFile(stages.theirs) } : { base, ...fromFile };
}

function withReturns(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

type ReadSides = Sides<SideFile | null> & { readonly ours: SideFile; readonly theirs: SideFile };

/** Refuses with a sentence that says which side cannot be read, and why. */
function readSides(texts: Sides<string>, shape: Shape, eol: string, before?: RecordFile): Result<ReadSides> {
  const read = (text: string, earlier = before) => readSide(text.endsWith('\n') ? text : text + eol, shape, earlier);
  const base = texts.base.trim() === '' ? null : read(texts.base);
  const common = base?.ok === true ? base.side.file : before;
  const ours = read(texts.ours, common);
  const theirs = read(texts.theirs, common ?? (ours.ok ? ours.side.file : undefined));
  if (!ours.ok) return { ok: false, why: `Our side: ${ours.why}` };
  if (!theirs.ok) return { ok: false, why: `Their side: ${theirs.why}` };
  if (base?.ok === false) return { ok: false, why: `The common version: ${base.why}` };
  return { ok: true, base: base?.side ?? null, ours: ours.side, theirs: theirs.side };
}

function decide(base: MergeFile | null, { ours, theirs }: ReadSides, shape: Shape): Decided {
  return base ? decideMerge(base, ours.model, theirs.model, shape) : decideWithoutBase(ours.model, theirs.model, shape);
}

const NOBODY = { ours: null, theirs: null };

/** The records of each side by their ids. */
type Signers = Readonly<Record<Side, ReadonlyMap<string, MergeFields>>>;

/** The sides before they were merged. In a file that was merged in part, the records of both sides already bear both signatures. */
function signers(read: ReadSides, stages: Stages | null, shape: Shape): Signers {
  const byId = (side: Side): ReadonlyMap<string, MergeFields> => {
    const known = stages && readSide(stages[side], shape, read[side].file);
    const { records } = known?.ok ? known.side.model : read[side].model;
    return new Map(records.map((record) => [textIn(record, 'id') ?? '', record]));
  };
  return { ours: byId('ours'), theirs: byId('theirs') };
}

interface Found {
  readonly conflict: Conflict;
  readonly decision: RecordDecision | FieldDecision;
}

function conflictsIn(
  { top, records }: Extract<Decided, { ok: true }>['decisions'],
  { ours, theirs }: ReadSides,
  shape: Shape,
  signedOn: Signers,
): Found[] {
  const models = { ours: ours.model.records, theirs: theirs.model.records };
  const found: Found[] = [];
  for (const decision of top) {
    if (decision.take !== 'conflict') continue;
    const { key } = decision;
    const both = joinField(decision, shape) ? 'join' : null;
    const conflict = {
      key: `field ${key}`,
      id: null,
      name: key,
      ours: null,
      theirs: null,
      both,
      signed: NOBODY,
    } as const;
    found.push({ conflict: { ...conflict, fields: [fieldOf(decision)] }, decision });
  }
  const keys = new Set<string>();
  for (const decision of records) {
    if (decision.action !== 'conflict') continue;
    const conflict = recordConflict(decision, models, shape, signedOn);
    // Two records without an id may have the same name.
    let { key } = conflict;
    for (let n = 2; keys.has(key); n++) key = `${conflict.key} ${n}`;
    keys.add(key);
    found.push({ conflict: { ...conflict, key }, decision });
  }
  return found;
}

function recordConflict(
  decision: RecordDecision,
  models: { readonly ours: readonly MergeFields[]; readonly theirs: readonly MergeFields[] },
  shape: Shape,
  signedOn: Signers,
): Conflict {
  // Fields that could be merged are the same on both sides: the names of both people, for example.
  const [ours, theirs] = [chosenRecord(decision, models, 'ours'), chosenRecord(decision, models, 'theirs')];
  const shown = ours ?? theirs ?? new Map<string, never>();
  const id = textIn(shown, 'id');
  const title = { sidecar: 'quote', registry: 'name', codebook: 'id' }[shape.kind];
  const fields = decision.fields.filter(({ take }) => take === 'conflict');
  const joins = fields.every((field) => joinField(field, shape));
  // Only annotations can stand twice: an entity or a tag must be one record.
  const both = fields.length === 0 ? null : joins ? 'join' : shape.kind === 'sidecar' ? 'two' : null;
  const name = textIn(shown, title) ?? id ?? '';
  const own = (side: Side) => (decision[side] === null ? null : (models[side][decision[side]] ?? null));
  const signedBy = (side: Side) => (id === null ? undefined : signedOn[side].get(id)) ?? own(side);
  const signed = { ours: ours && signedBy('ours'), theirs: theirs && signedBy('theirs') };
  return { key: `record ${id ?? name}`, id, name, ours, theirs, signed, fields: fields.map(fieldOf), both };
}

function fieldOf({ key, ours, theirs }: FieldDecision): ConflictField {
  return { key, ours, theirs };
}
