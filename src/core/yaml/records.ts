import { quoted, type Problem } from '../problem';
import type { Span } from '../text/span';
import { readYaml } from './read-yaml';
import { contentEnd, entryOf, type YamlList, type YamlMap } from './tree';

// The three files that Postgloss writes have one shape: `postgloss: 1`, and under one key a list of records.

/** The version that this program reads and writes. */
export const VERSION = 1;

/** A file of records as it stands in its text: what its model is read from, and what its edits are counted in. */
export interface RecordFile {
  readonly text: string;
  /** The key of the list: `annotations`, `entities` or `tags`. */
  readonly listKey: string;
  readonly root: YamlMap | null;
  /** Null where the key is missing, holds nothing, or something else than a list. */
  readonly list: YamlList | null;
  /** The list's records, in the order of the file. What is no map is reported and left out. */
  readonly records: readonly FileRecord[];
  readonly problems: readonly Problem[];
  /** Whether the file may be written: understood to its last character, and of a version that this program knows. */
  readonly writable: boolean;
}

/** One record, with its place in the list. */
export interface FileRecord {
  readonly map: YamlMap;
  /** Its index in the list as the file has it, bad items counted. */
  readonly index: number;
  readonly span: Span;
}

/** Reads a file of records. Never throws. */
export function readRecords(text: string, listKey: string): RecordFile {
  if (last?.text !== text || last.listKey !== listKey) last = read(text, listKey);
  return last;
}

/** The last reading: a text that was just proven to be what was meant is read again by whoever asked for it. */
let last: RecordFile | null = null;

function read(text: string, listKey: string): RecordFile {
  const { root, problems: found, sound } = readYaml(text);
  const problems = [...found];
  const file = { text, listKey, root: null, list: null, records: [], problems, writable: false };
  if (!root) return file;
  if (root.kind !== 'map') {
    problems.push(
      error('not-a-map', `The file should begin with “postgloss: ${VERSION}” and “${listKey}:”.`, root.span),
    );
    return file;
  }
  const known = checkVersion(root, problems);
  const value = entryOf(root, listKey)?.value ?? null;
  if (value && value.kind !== 'list') {
    problems.push(error('bad-field', `“${listKey}” should be a list of records, each beginning with “-”.`, value.span));
  }
  const list = value?.kind === 'list' ? value : null;
  const usable = value === null || list !== null;
  return {
    text,
    listKey,
    root,
    list,
    records: recordsOf(list, problems),
    problems,
    writable: sound && known && usable,
  };
}

/** A missing version is taken for this one, and said; a newer one makes the file read-only. */
function checkVersion(root: YamlMap, problems: Problem[]): boolean {
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

function recordsOf(list: YamlList | null, problems: Problem[]): FileRecord[] {
  const records: FileRecord[] = [];
  list?.items.forEach((map, index) => {
    if (map.kind === 'map') records.push({ map, index, span: { start: map.span.start, end: contentEnd(map) } });
    else problems.push(error('bad-record', 'A record should consist of fields such as “id: …”.', map.span));
  });
  return records;
}

function error(code: Problem['code'], message: string, span: Span): Problem {
  return { code, severity: 'error', message, span };
}
