import { followList } from './follow-list';
import { guardText } from './guard';
import { isListFile, readList } from './read-list';
import { readWhole, wholeFile } from './read-whole';
import type { Latest, RecordFile } from './record-file';

/**
 * Reads one of the files that Postgloss writes: `postgloss: 1`, and under one key a list of records. Never throws. README.md beside this
 * file tells the stages.
 *
 * @param before an earlier reading of the file: the records whose lines have not changed since are taken from it
 */
export function readRecords(text: string, listKey: string, before?: RecordFile): RecordFile {
  if (before?.listKey !== listKey) return readAnew(text, listKey);
  const { latest } = before;
  const earlier = latest.file ? [before, latest.file] : [before];
  const same = earlier.find((file) => file.text === text);
  if (same) return same;
  const file = follow(earlier, text) ?? readAnew(text, listKey, latest);
  // A text that cannot be read is no start for the next reading.
  if (file.root) latest.file = file;
  return file;
}

function readAnew(text: string, listKey: string, latest?: Latest): RecordFile {
  const refused = guardText(text);
  if (refused) return wholeFile(text, listKey, { root: null, problems: [refused], sound: false }, latest);
  return readList(text, listKey, latest) ?? readWhole(text, listKey, latest);
}

function follow(earlier: readonly RecordFile[], text: string): RecordFile | null {
  for (const file of earlier) {
    const followed = isListFile(file) ? followList(file, text) : null;
    if (followed) return followed;
  }
  return null;
}
