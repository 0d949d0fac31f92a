import { chosenRecord } from '../merge/decision';
import { readSidecar, type Sidecar } from '../sidecar/read-sidecar';
import type { Span } from '../text/span';
import type { ConflictedFile, Stages } from './conflict';
import { hunkSpans, sideOf, splitMarkers, type HunkSpan } from './markers';
import { readConflicts } from './read-conflicts';
import { markerOf, placesOfIds, shownSides } from './marked-file';
import { solveConflicts } from './decide-conflicts';

/**
 * Reads a sidecar with git's markers, so that its text can be shown: the records on which both sides agree, and each record in conflict as
 * ours has it, or as theirs where ours deleted it. It cannot be written until its conflicts are solved. Never throws. Where the records
 * cannot be told, one side is read as it stands between the markers; where that fails too, there are no annotations.
 *
 * @param text without its byte order mark
 * @param path of the sidecar
 * @param stages git's own versions, with which fewer records are in conflict; null where git does not have them
 * @param before an earlier reading of it, also one without markers: the records that have not changed since are not read again
 */
export function readMarkedSidecar(
  text: string,
  path: string,
  stages: Stages | null,
  before?: Pick<Sidecar, 'file'>,
): Sidecar {
  const refused = readSidecar(text, before);
  const merged = readMerged(readConflicts(text, path, stages, before?.file)) ?? readOneSide(text);
  if (!merged) return refused;
  const { sidecar, conflicts, placeOf } = merged;
  const places = placesOfIds(text);
  const annotations = sidecar.annotations.map((annotation) => ({
    ...annotation,
    record: placeOf?.(annotation.record) ?? places.get(annotation.id ?? '') ?? markerOf(refused.problems),
  }));
  return { ...refused, annotations, contents: sidecar.contents, conflicts };
}

interface Shown {
  readonly sidecar: Sidecar;
  /** The keys of the conflicts by the indexes of annotations; see `Sidecar`. */
  readonly conflicts: ReadonlyMap<number, string | null>;
  /** The place of a record in the file with the markers; null where the record must be looked up by its id. */
  readonly placeOf: ((record: Span) => Span) | null;
}

/** The merged file, each conflict solved as it is shown; null where it cannot be merged. */
function readMerged(file: ConflictedFile): Shown | null {
  const { merge, conflicts, kind } = file;
  if (!merge || kind !== 'sidecar') return null;
  const solved = solveConflicts(file, shownSides(conflicts), () => '');
  if (!solved.ok) return null;
  const { ours, theirs } = merge.sides;
  if (!ours || !theirs) return null;
  const sidecar = readSidecar(solved.text, theirs);
  if (!sidecar.writable) return null;
  const keys = new Map([...merge.decisionOf].map(([key, decision]) => [decision, key]));
  const models = { ours: ours.model.records, theirs: theirs.model.records };
  const kept = merge.decisions.records.filter((decision) => {
    return chosenRecord(decision, models, 'ours') ?? chosenRecord(decision, models, 'theirs');
  });
  // Records without a quote are no annotations, so the two lists differ in their indexes.
  const index = new Map(sidecar.file.records.map(({ span }, i) => [span.start, i]));
  const found = new Map<number, string>();
  sidecar.annotations.forEach(({ record }, i) => {
    const decision = kept[index.get(record.start) ?? -1];
    const key = decision && keys.get(decision);
    if (key !== undefined) found.set(i, key);
  });
  return { sidecar, conflicts: found, placeOf: null };
}

/** One side as it stands in the file. A record that touches a hunk is in conflict. */
function readOneSide(text: string): Shown | null {
  const marked = splitMarkers(text);
  if (!marked) return null;
  for (const side of ['ours', 'theirs'] as const) {
    const own = sideOf(marked, side);
    const sidecar = readSidecar(own);
    if (!sidecar.writable) continue;
    const hunks = hunkSpans(text, marked, side);
    const conflicts = new Map(
      sidecar.annotations.flatMap(({ record, index }) =>
        hunks.some((hunk) => touches(hunk, record, own)) ? [[index, null] as const] : [],
      ),
    );
    const shift = (at: number) => {
      const before = hunks.filter(({ span }) => span.start <= at).at(-1);
      return at + (before ? (at < before.span.end ? before.inside : before.behind) : 0);
    };
    const placeOf = ({ start, end }: Span) => ({ start: shift(start), end: shift(Math.max(start, end - 1)) + 1 });
    return { sidecar, conflicts, placeOf };
  }
  return null;
}

/** Whether a hunk is a part of a record, or follows it and may be its part on the other side: it is indented deeper. */
function touches({ span, hunk: { ours, theirs } }: HunkSpan, { start, end }: Span, text: string): boolean {
  if (span.start < end && span.end > start) return true;
  const behind = text.indexOf('\n', end) + 1 || text.length;
  if (span.start < end || span.start > behind) return false;
  const column = indentOf(text.slice(text.lastIndexOf('\n', start) + 1));
  return [ours, theirs].some((part) => indentOf(part) > column);
}

/** The indent of the first line that is neither blank nor a comment; -1 where there is none. */
function indentOf(text: string): number {
  const line = /^([ \t]*)[^\s#]/m.exec(text);
  return line ? (line[1] ?? '').length : -1;
}
