import { followList } from './follow-list';
import { guardText } from './guard';
import { readList, type ListFile } from './list-file';
import { readYaml } from './read-yaml';
import { wholeFile, type RecordFile } from './record-file';

export { VERSION, type FileRecord, type RecordFile } from './record-file';

// The three files that Postgloss writes have one shape: `postgloss: 1`, and under one key a list of records.

/**
 * Reads a file of records. Never throws.
 *
 * @param before an earlier reading of the file: what has not changed since is not read again
 */
export function readRecords(text: string, listKey: string, before?: RecordFile): RecordFile {
  const earlier = (before ? [before, ...remembered] : remembered).filter((file) => file.listKey === listKey);
  const file =
    earlier.find((candidate) => candidate.text === text) ?? follow(earlier, text) ?? readRecordsAnew(text, listKey);
  remember(file);
  return file;
}

/** The same, without a look at earlier readings. */
export function readRecordsAnew(text: string, listKey: string): RecordFile {
  const refused = guardText(text);
  if (refused) return wholeFile(text, listKey, { root: null, problems: [refused], sound: false });
  return readList(text, listKey) ?? wholeFile(text, listKey, readYaml(text));
}

function follow(earlier: readonly RecordFile[], text: string): RecordFile | null {
  for (const file of earlier) {
    const followed = isListFile(file) ? followList(file, text) : null;
    if (followed) return followed;
  }
  return null;
}

function isListFile(file: RecordFile): file is ListFile {
  return 'lines' in file;
}

/** The latest readings: a text that was just proven to be what was meant is read again by whoever asked for it. */
let remembered: readonly RecordFile[] = [];

/** So many, and so many code units of all but the latest. */
const REMEMBERED = 4;
const REMEMBERED_LENGTH = 20_000_000;

/** A smaller file is read in no time, and must not push a large one out. */
const SMALL = 20_000;

function remember(file: RecordFile): void {
  const others = remembered.filter((other) => other !== file && other.text.length > SMALL);
  let length = 0;
  const kept = others.slice(0, REMEMBERED - 1).filter((other) => (length += other.text.length) < REMEMBERED_LENGTH);
  remembered = [file, ...kept];
}
