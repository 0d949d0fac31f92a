import { quoted, type Problem } from '../problem';
import { textField, textsField } from '../yaml/fields';
import { readRecords, type FileRecord, type RecordFile } from '../yaml/records';
import { entryOf } from '../yaml/tree';
import type { StoredAnnotation } from './annotation';

/** A sidecar that was read: the annotations of one text. */
export interface Sidecar {
  readonly file: RecordFile;
  /** In the order of the file; a record that cannot be read is reported and left out. */
  readonly annotations: readonly StoredAnnotation[];
  readonly problems: readonly Problem[];
  /** Whether it may be written; see `RecordFile`. */
  readonly writable: boolean;
}

/** The sidecar's name: `iran-in-iraq.txt.gloss.yaml` beside `iran-in-iraq.txt`. */
export const SIDECAR_SUFFIX = '.gloss.yaml';

/** What a sidecar holds before its first annotation. */
export const EMPTY_SIDECAR = 'postgloss: 1\nannotations: []\n';

/** Reads a sidecar. Never throws. */
export function readSidecar(text: string): Sidecar {
  const file = readRecords(text, 'annotations');
  const problems = [...file.problems];
  const annotations: StoredAnnotation[] = [];
  const ids = new Set<string>();
  for (const record of file.records) {
    const annotation = readAnnotation(record, annotations.length, problems);
    if (!annotation) continue;
    annotations.push(annotation);
    if (annotation.id === null) continue;
    if (ids.has(annotation.id)) {
      const span = entryOf(record.map, 'id')?.value?.span ?? record.span;
      problems.push({
        code: 'duplicate-id',
        severity: 'error',
        message: `The id ${quoted(annotation.id)} is there twice.`,
        span,
      });
    }
    ids.add(annotation.id);
  }
  return { file, annotations, problems, writable: file.writable };
}

function readAnnotation(record: FileRecord, index: number, problems: Problem[]): StoredAnnotation | null {
  const { map } = record;
  const quote = textField(map, 'quote', problems);
  if (quote === null) {
    const message = 'An annotation needs a “quote”: the passage that it speaks of.';
    problems.push({ code: 'missing-field', severity: 'error', message, span: record.span });
    return null;
  }
  return {
    id: textField(map, 'id', problems),
    post: textField(map, 'post', problems),
    quote,
    before: textField(map, 'before', problems),
    after: textField(map, 'after', problems),
    copy: textField(map, 'copy', problems),
    orphan: textField(map, 'orphan', problems),
    tags: textsField(map, 'tags', problems),
    entity: textField(map, 'entity', problems),
    not: textField(map, 'not', problems),
    note: textField(map, 'note', problems),
    by: textField(map, 'by', problems),
    on: textField(map, 'on', problems),
    index,
    record: record.span,
  };
}
