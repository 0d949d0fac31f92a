import { textIn, type MergeFields } from '../merge/model';
import { readSide, shapeOf } from '../merge/read-side';
import { SHAPES, SIDECAR_SHAPE } from '../merge/shape';
import type { RecordFile } from '../yaml/record-file';
import type { FileChanges, RecordChange } from './change';

/** A record in the text of a gloss file. */
export interface FoundRecord {
  /** The id of the record, or without one, the fields that identify its kind of record. */
  readonly name: string;
  readonly fields: MergeFields;
  /** The offsets of the record in its text. */
  readonly start: number;
  readonly end: number;
}

/** The records of a gloss file of any kind; none where it cannot be read. */
export function recordsOf(text: string, path: string): FoundRecord[] {
  return createRecordFinder()(text, path);
}

/** `recordsOf` for who asks again and again about one file: what has not changed since the last time is not read again. */
export function createRecordFinder(): typeof recordsOf {
  let before: RecordFile | undefined;
  return (text, path) => {
    const shape = shapeOf([text], path) ?? SIDECAR_SHAPE;
    const read = readSide(text, shape, before);
    if (!read.ok) return [];
    const { model, file } = read.side;
    before = file;
    return model.records.map((fields, i) => {
      const span = file.records[i]?.span ?? { start: 0, end: 0 };
      return { name: knownBy(fields, shape.identity), fields, ...span };
    });
  };
}

/**
 * The change of one record among the changes of a file. For walking back in time: a record that has a later name is also known by its
 * earlier one from there on, as when Postgloss gave an id to a hand-written record.
 *
 * @param names the names of the record; its earlier name is added
 */
export function changeOf(changes: FileChanges, names: Set<string>): RecordChange | null {
  const { identity } = SHAPES.find(({ kind }) => kind === changes.kind) ?? SIDECAR_SHAPE;
  const nameOf = (fields: MergeFields | null) => fields && knownBy(fields, identity);
  const change = changes.records.find(({ before, after }) => {
    const [was, is] = [nameOf(before), nameOf(after)];
    return (is !== null && names.has(is)) || (is === null && was !== null && names.has(was));
  });
  if (!change) return null;
  const earlier = nameOf(change.before);
  if (earlier !== null) names.add(earlier);
  return change;
}

function knownBy(fields: MergeFields, identity: readonly string[]): string {
  return textIn(fields, 'id') ?? JSON.stringify(identity.map((key) => textIn(fields, key)));
}

/**
 * Whether a record has exactly the same lines in both texts. It does not parse the YAML, which would take most of the time in a long
 * history. False where it cannot be sure.
 *
 * It is sure where the id occurs once in each text: the line that begins with it then begins the record, or no record has this id.
 */
export function hasSameLines(before: string, after: string, id: string): boolean {
  const lines = linesOf(before, id);
  return lines !== null && lines === linesOf(after, id);
}

function linesOf(text: string, id: string): string | null {
  const at = text.indexOf(id);
  if (at < 0 || text.includes(id, at + 1)) return null;
  const start = text.lastIndexOf('\n', at) + 1;
  const dash = /^( *)- id: ["']?$/.exec(text.slice(start, at))?.[1]?.length;
  if (dash === undefined || !/^["']?\r?\n/.test(text.slice(at + id.length, at + id.length + 3))) return null;
  // All lines of a record are indented deeper than its dash, except comments.
  const end = new RegExp(`^ {0,${dash}}[^\\s#]`, 'gm');
  end.lastIndex = at + id.length;
  return text.slice(start, end.exec(text)?.index);
}
