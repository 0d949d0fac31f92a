import type { Problem } from '../problem';
import type { Span } from '../text/span';
import { readYaml } from './read-yaml';
import { entryOf, type YamlList, type YamlMap, type YamlNode } from './tree';

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
  if (entry?.value?.kind !== 'text') {
    const span = entry?.keySpan ?? { start: root.span.start, end: root.span.start };
    const message = `The file does not say its version. Add the line “postgloss: ${VERSION}”.`;
    problems.push({ code: 'missing-version', severity: 'warning', message, span });
    return true;
  }
  if (entry.value.value === String(VERSION)) return true;
  const message = `The file is of version ${entry.value.value}; this Postgloss knows ${VERSION}. It is shown, and never written.`;
  problems.push(error('newer-version', message, entry.value.span));
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

/** The offset behind a node's last character of its own. The library's span of a map reaches over comments that follow it. */
export function contentEnd(node: YamlNode): number {
  if (node.kind === 'text' || node.flow) return node.span.end;
  if (node.kind === 'list') {
    const last = node.items.at(-1);
    return last ? contentEnd(last) : node.span.end;
  }
  const last = node.entries.at(-1);
  return last ? (last.value ? contentEnd(last.value) : last.afterColon) : node.span.end;
}

function error(code: Problem['code'], message: string, span: Span): Problem {
  return { code, severity: 'error', message, span };
}
