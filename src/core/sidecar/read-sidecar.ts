import { memo } from '../memo';
import { type Problem } from '../problem';
import type { Span } from '../text/span';
import { quoted } from '../text/visible';
import { textField } from '../yaml/fields';
import { moveProblems } from '../yaml/move';
import type { RecordFile } from '../yaml/record-file';
import { readRecords } from '../yaml/read-records';
import { entryOf, type YamlMap } from '../yaml/tree';
import { ANNOTATION, type Annotation, type StoredAnnotation } from './annotation';

/** A sidecar that was read: the annotations of one text. */
export interface Sidecar {
  readonly file: RecordFile;
  /** In the order of the file; a record that cannot be read is reported and left out. */
  readonly annotations: readonly StoredAnnotation[];
  /**
   * The annotations without their places. A later reading of the sidecar has the same object for a record whose lines have not changed, so
   * that results about it can be remembered by the object.
   */
  readonly contents: readonly Annotation[];
  readonly problems: readonly Problem[];
  /** Whether it may be written; see `RecordFile`. */
  readonly writable: boolean;
  /**
   * In a file that git could not merge, the keys of the conflicts by the indexes of the annotations that are in conflict; see `Conflict`.
   * A null key is a conflict that must be solved in the text. Null for a file in no conflict.
   */
  readonly conflicts: ReadonlyMap<number, string | null> | null;
}

/** The sidecar's name: `iran-in-iraq.txt.gloss.yaml` beside `iran-in-iraq.txt`. */
export const SIDECAR_SUFFIX = '.gloss.yaml';

/** A sidecar without annotations. */
export const EMPTY_SIDECAR = 'postgloss: 1\nannotations: []\n';

/**
 * Reads a sidecar. Never throws.
 *
 * @param before an earlier reading of it: what has not changed since is not read again
 */
export function readSidecar(text: string, before?: Pick<Sidecar, 'file'>): Sidecar {
  return sidecarOf(readRecords(text, 'annotations', before?.file));
}

/** The sidecar that a file of records is. */
export const sidecarOf = memo((file: RecordFile): Sidecar => {
  const contents: Annotation[] = [];
  for (const { item } of file.records) {
    const { content } = contentOf(item);
    if (content) contents.push(content);
  }
  return {
    file,
    contents,
    writable: file.writable,
    conflicts: null,
    // An edit is proven by the contents alone, and saved before anybody asks for the rest.
    get annotations() {
      return annotationsOf(file);
    },
    get problems() {
      return problemsOf(file);
    },
  };
});

const annotationsOf = memo((file: RecordFile): readonly StoredAnnotation[] => {
  const annotations: StoredAnnotation[] = [];
  for (const { item, span } of file.records) {
    const { content } = contentOf(item);
    if (content) annotations.push(stored(content, annotations.length, span));
  }
  return annotations;
});

const problemsOf = memo((file: RecordFile): readonly Problem[] => {
  const problems = [...file.problems];
  const ids = new Set<string>();
  for (const { item, offset } of file.records) {
    const { content, problems: own } = contentOf(item);
    if (own.length > 0) problems.push(...moveProblems(own, offset));
    const id = content?.id ?? null;
    if (id === null) continue;
    if (ids.has(id)) {
      const place = entryOf(item, 'id')?.value?.span ?? item.span;
      const message = `The id ${quoted(id)} is there twice.`;
      problems.push(...moveProblems([{ code: 'duplicate-id', severity: 'error', message, span: place }], offset));
    }
    ids.add(id);
  }
  return problems;
});

/** By names, as ten thousand are made after each edit, and a spread takes ten times as long. The compiler tells of a missing field. */
function stored(content: Annotation, index: number, record: Span): StoredAnnotation {
  const { id, post, quote, before, after, copy, orphan, tags, entity, not, scope, note, by, on } = content;
  return { id, post, quote, before, after, copy, orphan, tags, entity, not, scope, note, by, on, index, record };
}

/** A record as it was read. `content` is null without a quote. */
interface Content {
  readonly content: Annotation | null;
  readonly problems: readonly Problem[];
}

const contentOf = memo((map: YamlMap): Content => {
  const problems: Problem[] = [];
  if (textField(map, 'quote', problems) === null) {
    const message = 'An annotation needs a “quote”: the passage that it speaks of.';
    problems.push({ code: 'missing-field', severity: 'error', message, span: map.span });
    return { content: null, problems };
  }
  return { content: ANNOTATION.read(map, problems), problems };
});
