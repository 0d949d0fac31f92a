import { applyProven, type Written } from '../yaml/apply';
import { changeRecord, insertRecord, removeRecord, type FieldChanges, type FieldValue } from '../yaml/edit-records';
import { ANNOTATION_FIELDS, type Annotation, type StoredAnnotation } from './annotation';
import { readSidecar, type Sidecar } from './read-sidecar';

/** Adds an annotation before the one that is now at `index` among the sidecar's annotations, or behind the last. */
export function addAnnotation(sidecar: Sidecar, annotation: Annotation, index: number): Written {
  const { file, annotations } = sidecar;
  const next = annotations[index];
  const place = next ? (file.records[recordIndex(sidecar, next)]?.index ?? 0) : (file.list?.items.length ?? 0);
  const fields = new Map<string, FieldValue>();
  for (const field of ANNOTATION_FIELDS) {
    const value = annotation[field];
    if (value !== null && value.length > 0) fields.set(field, value);
  }
  const expected = annotations.toSpliced(next ? index : annotations.length, 0, {
    ...annotation,
    index: 0,
    record: NOWHERE,
  });
  return applyProven(
    file,
    () => insertRecord(file, place, fields),
    (text) => holds(text, expected),
  );
}

/** Changes fields of a stored annotation; those that `change` does not name stay as they are. */
export function changeAnnotation(sidecar: Sidecar, stored: StoredAnnotation, change: Partial<Annotation>): Written {
  const changes = changesOf(stored, change);
  const record = sidecar.file.records[recordIndex(sidecar, stored)];
  if (!record) return { ok: false, why: 'The annotation is no longer in the file.' };
  const expected = sidecar.annotations.map((other) => (other === stored ? { ...other, ...change } : other));
  const order = ANNOTATION_FIELDS;
  return applyProven(
    sidecar.file,
    () => changeRecord(sidecar.file, record, changes, order),
    (text) => holds(text, expected),
  );
}

/** Takes an annotation out. */
export function removeAnnotation(sidecar: Sidecar, stored: StoredAnnotation): Written {
  const record = sidecar.file.records[recordIndex(sidecar, stored)];
  if (!record) return { ok: false, why: 'The annotation is no longer in the file.' };
  const expected = sidecar.annotations.filter((other) => other !== stored);
  return applyProven(
    sidecar.file,
    () => removeRecord(sidecar.file, record),
    (text) => holds(text, expected),
  );
}

const NOWHERE = { start: 0, end: 0 };

/** Bad records lie between the good ones, so the two lists count differently; the place in the text tells them apart. */
function recordIndex(sidecar: Sidecar, stored: StoredAnnotation): number {
  return sidecar.file.records.findIndex((record) => record.span.start === stored.record.start);
}

function changesOf(stored: Annotation, change: Partial<Annotation>): FieldChanges {
  const changes = new Map<string, FieldValue | null>();
  for (const field of ANNOTATION_FIELDS) {
    const value = change[field];
    if (value === undefined || sameValue(value, stored[field])) continue;
    changes.set(field, value === null || value.length === 0 ? null : value);
  }
  return changes;
}

/** Whether the text reads as just these annotations. */
function holds(text: string, expected: readonly Annotation[]): boolean {
  const { annotations, writable } = readSidecar(text);
  return (
    writable &&
    annotations.length === expected.length &&
    annotations.every((annotation, i) => {
      const other = expected[i];
      return other !== undefined && ANNOTATION_FIELDS.every((field) => sameValue(annotation[field], other[field]));
    })
  );
}

function sameValue(a: Annotation[keyof Annotation], b: Annotation[keyof Annotation]): boolean {
  if (typeof a === 'string' || typeof b === 'string' || a === null || b === null) return a === b;
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
