import type { Problem } from '../problem';
import { readYaml } from './read-yaml';
import type { YamlFile } from './read-with-library';
import { badRecord, checkVersion, VERSION, type FileRecord, type Latest, type RecordFile } from './record-file';
import { contentEnd, entryOf } from './tree';

/** Reads a file of records as a whole: where its list is not one of lines, or something around the list is wrong. */
export function readWhole(text: string, listKey: string, latest?: Latest): RecordFile {
  return wholeFile(text, listKey, readYaml(text), latest);
}

/** The file of a text that was read as a whole. */
export function wholeFile(
  text: string,
  listKey: string,
  { root, problems: found, sound }: YamlFile,
  latest: Latest = { file: null },
): RecordFile {
  const problems: Problem[] = [...found];
  const file = { text, listKey, root: null, list: null, items: [], records: [], problems, writable: false, latest };
  if (!root) return file;
  if (root.kind !== 'map') {
    const message = `The file should begin with “postgloss: ${VERSION}” and “${listKey}:”.`;
    problems.push({ code: 'not-a-map', severity: 'error', message, span: root.span });
    return file;
  }
  const known = checkVersion(root, problems);
  const value = entryOf(root, listKey)?.value ?? null;
  if (value && value.kind !== 'list') {
    const message = `“${listKey}” should be a list of records, each beginning with “-”.`;
    problems.push({ code: 'bad-field', severity: 'error', message, span: value.span });
  }
  const list = value?.kind === 'list' ? value : null;
  const items = list?.items ?? [];
  const records: FileRecord[] = [];
  items.forEach((item, index) => {
    if (item.kind !== 'map') problems.push(badRecord(item.span));
    else records.push({ map: item, item, offset: 0, index, span: { start: item.span.start, end: contentEnd(item) } });
  });
  const writable = sound && known && (value === null || list !== null);
  return { ...file, root, list, items, records, writable };
}
