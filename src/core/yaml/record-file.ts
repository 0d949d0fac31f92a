import { type Problem } from '../problem';
import { quoted } from '../text/visible';
import type { Span } from '../text/span';
import { entryOf, type YamlList, type YamlMap, type YamlNode } from './tree';

/** The version that this program reads and writes. */
export const VERSION = 1;

/** A file of records with the places of all that is in it: models are read from it, and edits are counted in it. */
export interface RecordFile {
  readonly text: string;
  /** The key of the list: `annotations`, `entities` or `tags`. */
  readonly listKey: string;
  readonly root: YamlMap | null;
  /** Null where the key is missing, holds nothing, or something else than a list. */
  readonly list: YamlList | null;
  /**
   * The list's items, with places that do not count from the start of the file; see `FileRecord.offset`. A later reading of the file has
   * the same object for an item whose lines have not changed. Null for an item that could not be read.
   */
  readonly items: readonly (YamlNode | null)[];
  /** The list's records, in the order of the file. An item that is no map is reported and left out. */
  readonly records: readonly FileRecord[];
  readonly problems: readonly Problem[];
  /** Whether the file may be written: understood to its last character, and of a version that this program knows. */
  readonly writable: boolean;
  readonly latest: Latest;
}

/**
 * The latest reading of a file, shared by all readings that were made of one another. An edit is proven by reading the text that it
 * makes, and once that text is saved it is read again: then it is here.
 */
export interface Latest {
  file: RecordFile | null;
}

/** One record, with its place in the list. */
export interface FileRecord {
  readonly map: YamlMap;
  /** The same with places that count from `offset`; see `RecordFile.items`. */
  readonly item: YamlMap;
  /** The offset in the file from which the places of `item` count. */
  readonly offset: number;
  /** Its index in the list as the file has it, bad items counted. */
  readonly index: number;
  readonly span: Span;
}

/** Whether the version of a file allows to write it. Reports a missing version, which counts as this one, and one that is not known. */
export function checkVersion(root: YamlMap, problems: Problem[]): boolean {
  const entry = entryOf(root, 'postgloss');
  const value = entry?.value;
  if (!value) {
    const span = entry?.keySpan ?? { start: root.span.start, end: root.span.start };
    const message = `The file does not say its version. Add the line “postgloss: ${VERSION}”.`;
    problems.push({ code: 'missing-version', severity: 'warning', message, span });
    return true;
  }
  if (value.kind !== 'text') {
    problems.push(error('bad-field', `The version should be a number: “postgloss: ${VERSION}”.`, value.span));
    return false;
  }
  if (value.value === String(VERSION)) return true;
  const message = `The file is of version ${quoted(value.value)}; this Postgloss knows ${VERSION}. It is shown, and never written.`;
  problems.push(error('newer-version', message, value.span));
  return false;
}

export function badRecord(span: Span): Problem {
  return error('bad-record', 'A record should consist of fields such as “id: …”.', span);
}

function error(code: Problem['code'], message: string, span: Span): Problem {
  return { code, severity: 'error', message, span };
}
