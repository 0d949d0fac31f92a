import { textIn, type MergeFields } from '../merge/model';
import { readSide, shapeOf } from '../merge/read-side';
import { SHAPES, SIDECAR_SHAPE } from '../merge/shape';
import type { RecordFile } from '../yaml/record-file';
import type { FileChanges, RecordChange } from './change';

/** A record of a gloss file, as it is found there. */
export interface FoundRecord {
  /** By what it is known: its id, or what it speaks of. */
  readonly name: string;
  readonly fields: MergeFields;
  /** The offsets of the record in its text. */
  readonly start: number;
  readonly end: number;
}

/** The records of a gloss file, whatever kind it is; none where it cannot be read. */
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
 * The change of one record among those of a file. Goes back in time: a record that is found by its later name is followed under its
 * earlier one, as when the tool gave an id to what was written by hand.
 *
 * @param names what the record is known by; its earlier name is added
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
 * Whether a record stands in both texts in the very same lines, found without reading them as YAML: in a long history that is what takes
 * the time. False where that cannot be told for sure.
 *
 * The id occurs once in each text. So either the line that begins with it begins the record, or no record has this id at all.
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
  // All lines of a record are indented deeper than its dash; a comment may stand anywhere.
  const end = new RegExp(`^ {0,${dash}}[^\\s#]`, 'gm');
  end.lastIndex = at + id.length;
  return text.slice(start, end.exec(text)?.index);
}
