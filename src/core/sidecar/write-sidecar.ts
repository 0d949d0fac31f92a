import { applyProven, type Written } from '../yaml/apply';
import {
  changeRecord,
  insertRecords,
  removeRecord,
  type FieldChanges,
  type Fields,
  type FieldValue,
} from '../yaml/edit-records';
import { ANNOTATION_FIELDS, type Annotation, type StoredAnnotation } from './annotation';
import { readSidecar, type Sidecar } from './read-sidecar';
import type { FileRecord } from '../yaml/records';

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
  const { file, annotations } = sidecar;
  const added = additions.map(({ annotation, index }) => {
    const next = annotations[index];
    return {
      annotation: { ...annotation, ...asRead(annotation) },
      index: next ? index : annotations.length,
      place: (next && recordOf(sidecar, next)?.index) ?? file.list?.items.length ?? 0,
    };
  });
  const expected = added.reduceRight<readonly Annotation[]>(
    (all, { annotation, index }) => all.toSpliced(index, 0, annotation),
    annotations,
  );
  const records = added.map(({ annotation, place }) => ({ index: place, fields: fieldsOf(annotation) }));
  return applyProven(
    file,
    () => insertRecords(file, records),
    (text) => holds(text, expected),
    [],
  );
}

/** Changes fields of a stored annotation; those that `change` does not name stay as they are. */
export function changeAnnotation(sidecar: Sidecar, stored: StoredAnnotation, change: Partial<Annotation>): Written {
  const current = findStored(sidecar, stored);
  const record = current && recordOf(sidecar, current);
  if (!current || !record) return GONE;
  const wanted = asRead(change);
  const changes = changesOf(current, wanted);
  const expected = sidecar.annotations.map((other) => (other === current ? { ...other, ...wanted } : other));
  return applyProven(
    sidecar.file,
    () => (changes.size === 0 ? [] : changeRecord(sidecar.file, record, changes, ANNOTATION_FIELDS)),
    (text) => holds(text, expected),
    ANNOTATION_FIELDS,
  );
}

/** Takes an annotation out. */
export function removeAnnotation(sidecar: Sidecar, stored: StoredAnnotation): Written {
  const current = findStored(sidecar, stored);
  const record = current && recordOf(sidecar, current);
  if (!record) return GONE;
  const expected = sidecar.annotations.filter((other) => other !== current);
  return applyProven(
    sidecar.file,
    () => removeRecord(sidecar.file, record),
    (text) => holds(text, expected),
    [],
  );
}

/**
 * The annotation of a sidecar that another reading of it gave: views hold on to what they show while the file is read anew. Undefined
 * where it cannot be told for sure; to change another one would be worse than to change none.
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

/** Bad records lie between the good ones, so the two lists count differently; the place in the text tells them apart. */
function recordOf(sidecar: Sidecar, stored: StoredAnnotation): FileRecord | undefined {
  return sidecar.file.records.find((record) => record.span.start === stored.record.start);
}

function fieldsOf(annotation: Annotation): Fields {
  const fields = new Map<string, FieldValue>();
  for (const field of ANNOTATION_FIELDS) {
    const value = annotation[field];
    if (value !== null && value.length > 0) fields.set(field, value);
  }
  return fields;
}

/** Values as a reader gives them back: no text is null, and a tag counts once. Fields that are not named stay unnamed. */
function asRead(values: Partial<Annotation>): Partial<Annotation> {
  const read = Object.entries(values).map(([field, value]) => [
    field,
    Array.isArray(value) ? [...new Set(value)].filter((tag) => tag !== '') : value === '' ? null : value,
  ]);
  return Object.fromEntries(read) as Partial<Annotation>;
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
