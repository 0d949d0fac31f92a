import { partitionPoint } from '../sorted';
import { applyProven, refuseUnwritable, type Written } from '../yaml/apply';
import { changeRecords, insertRecords, removeRecords, type FieldChanges } from '../yaml/edit-records';
import type { FileRecord, RecordFile } from '../yaml/record-file';
import { ANNOTATION, ANNOTATION_FIELDS, type Annotation, type StoredAnnotation } from './annotation';
import { sidecarOf, type Sidecar } from './read-sidecar';

/** A new annotation, put before the one that is now at `index` among the sidecar's annotations, or behind the last. */
export interface NewAnnotation {
  readonly annotation: Annotation;
  readonly index: number;
}

/** Adds an annotation. */
export function addAnnotation(sidecar: Sidecar, annotation: Annotation, index: number): Written {
  return addAnnotations(sidecar, [{ annotation, index }]);
}

/** Adds annotations, ascending by index. All at once, as each edit of a file costs a reading of it. */
export function addAnnotations(sidecar: Sidecar, additions: readonly NewAnnotation[]): Written {
  const { file, annotations, contents } = sidecar;
  const added = additions.map(({ annotation, index }) => {
    const next = annotations[index];
    return {
      annotation,
      index: next ? index : annotations.length,
      place: (next && recordOf(sidecar, next)?.index) ?? file.items.length,
    };
  });
  const expected: Annotation[] = [];
  let done = 0;
  for (const { annotation, index } of added) {
    for (const content of contents.slice(done, index)) expected.push(content);
    done = Math.max(done, index);
    expected.push(annotation);
  }
  for (const content of contents.slice(done)) expected.push(content);
  const records = added.map(({ annotation, place }) => ({ index: place, fields: ANNOTATION.write(annotation) }));
  return applyProven(
    file,
    () => insertRecords(file, records),
    (after) => holds(after, expected),
    { added: new Set(added.map(({ place }, i) => place + i)) },
  );
}

/** A stored annotation, and new values of its fields. Fields that `change` does not name stay as they are. */
export interface AnnotationChange {
  readonly stored: StoredAnnotation;
  readonly change: Partial<Annotation>;
}

/** Changes fields of a stored annotation. */
export function changeAnnotation(sidecar: Sidecar, stored: StoredAnnotation, change: Partial<Annotation>): Written {
  return changeAnnotations(sidecar, [{ stored, change }]);
}

/** Changes stored annotations, all or none. Of two changes of one field, the last counts. */
export function changeAnnotations(sidecar: Sidecar, all: readonly AnnotationChange[]): Written {
  const { file, contents } = sidecar;
  // The annotations of a file in conflict are merged ones, which do not stand in it.
  const refused = refuseUnwritable(file);
  if (refused) return refused;
  const expected = [...contents];
  const wanted = new Map<StoredAnnotation, Partial<Annotation>>();
  for (const { stored, change } of all) {
    const current = findStored(sidecar, stored);
    if (!current) return GONE;
    wanted.set(current, { ...wanted.get(current), ...change });
  }
  const changed: { record: FileRecord; changes: FieldChanges }[] = [];
  for (const [current, change] of wanted) {
    const record = recordOf(sidecar, current);
    if (!record) return GONE;
    const changes = ANNOTATION.changes(current, change);
    if (changes.size === 0) continue;
    changed.push({ record, changes });
    expected[current.index] = { ...current, ...change };
  }
  return applyProven(
    file,
    () => changeRecords(file, changed, ANNOTATION_FIELDS),
    (after) => holds(after, expected),
    { changed: new Set(changed.map(({ record }) => record.index)), fields: ANNOTATION_FIELDS },
  );
}

/** Removes an annotation. */
export function removeAnnotation(sidecar: Sidecar, stored: StoredAnnotation): Written {
  return removeAnnotations(sidecar, [stored]);
}

/** Removes annotations, all or none. */
export function removeAnnotations(sidecar: Sidecar, all: readonly StoredAnnotation[]): Written {
  const { file, contents } = sidecar;
  const refused = refuseUnwritable(file);
  if (refused) return refused;
  const removed = new Map<number, FileRecord>();
  for (const stored of all) {
    const current = findStored(sidecar, stored);
    const record = current && recordOf(sidecar, current);
    if (!current || !record) return GONE;
    removed.set(current.index, record);
  }
  const records = [...removed.values()].sort((a, b) => a.index - b.index);
  return applyProven(
    file,
    () => removeRecords(file, records),
    (after) => {
      const expected = contents.filter((_, index) => !removed.has(index));
      return holds(after, expected);
    },
    { removed: new Set(records.map(({ index }) => index)) },
  );
}

/**
 * Finds an annotation that an earlier reading of the sidecar gave: views keep annotations while the file is read anew. Undefined where it
 * is not sure, as it would be worse to change another annotation than none.
 */
export function findStored(sidecar: Sidecar, stored: StoredAnnotation): StoredAnnotation | undefined {
  const same = sidecar.annotations[stored.index];
  if (same === stored) return stored;
  const alike = sidecar.annotations.filter(({ id, quote, post }) => {
    return id === stored.id && (id !== null || (quote === stored.quote && post === stored.post));
  });
  return alike.length === 1 ? alike[0] : alike.find(({ record }) => record.start === stored.record.start);
}

const GONE: Written = { ok: false, why: 'The annotation is no longer in the file.' };

/** The record of an annotation, by its place: bad records lie between the good ones, so the indexes of the two lists differ. */
function recordOf({ file: { records } }: Sidecar, stored: StoredAnnotation): FileRecord | undefined {
  const found = records[partitionPoint(records.length, (i) => (records[i]?.span.start ?? 0) < stored.record.start)];
  return found?.span.start === stored.record.start ? found : undefined;
}

/** Whether a file reads as just these annotations. */
function holds(file: RecordFile, expected: readonly Annotation[]): boolean {
  return ANNOTATION.sameAll(sidecarOf(file).contents, expected);
}
