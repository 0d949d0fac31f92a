import type { Problem } from '../problem';
import type { Span } from '../text/span';
import { findList, type ListLines } from './list-lines';
import { moveEntry, moveNode, moveProblems, moveSpan } from './move';
import { readItems, type ReadItem } from './read-items';
import { readYaml } from './read-yaml';
import { badRecord, checkVersion, type FileRecord, type Latest, type RecordFile } from './record-file';
import type { YamlEntry, YamlList, YamlMap, YamlNode } from './tree';

/** A file whose list was read item by item, with the parts from which the next state of its text is read quickly. */
export interface ListFile extends RecordFile {
  readonly lines: ListLines;
  readonly read: readonly ReadItem[];
  /** The root of the text without the items. */
  readonly frame: YamlMap;
}

export function isListFile(file: RecordFile): file is ListFile {
  return 'lines' in file;
}

/** Reads a file item by item; null where its list is not one of lines, or where something around the list is wrong. */
export function readList(text: string, listKey: string, latest: Latest = { file: null }): ListFile | null {
  const lines = findList(text, listKey);
  if (!lines) return null;
  const frame = readFrame(text, listKey, lines);
  if (!frame) return null;
  const { starts, end, indent } = lines;
  const stretches = starts.map((start, i) => text.slice(start, starts[i + 1] ?? end));
  const read = readItems(stretches, indent, end === text.length, NONE_KNOWN);
  return read && listFile({ text, listKey, lines, read, frame, latest });
}

const NONE_KNOWN: ReadonlyMap<string, ReadItem> = new Map();

/** The root of the text without the items; null where it is not sound, or has the list's key in another place. */
function readFrame(text: string, listKey: string, { key, starts, end }: ListLines): YamlMap | null {
  const { root, sound } = readYaml(text.slice(0, starts[0]) + text.slice(end));
  if (!sound || root?.kind !== 'map' || root.flow) return null;
  const entry = root.entries.find((candidate) => candidate.key === listKey);
  return entry?.keySpan.start === key && entry.value === null ? root : null;
}

/** The parts that a file is put together from. */
type ListFileParts = Pick<ListFile, 'text' | 'listKey' | 'lines' | 'read' | 'frame' | 'latest'>;

/**
 * Puts a file together.
 *
 * @param kept the first records, where an earlier reading has them in the same places
 */
export function listFile(parts: ListFileParts, kept: readonly FileRecord[] = []): ListFile {
  const { lines, read, frame, listKey } = parts;
  const { starts, end, indent } = lines;
  const problems: Problem[] = [];
  const found: Problem[] = [];
  const records = [...kept];
  const first = (kept.at(-1)?.index ?? -1) + 1;
  read.forEach(({ node, problems: own }, index) => {
    const offset = starts[index] ?? 0;
    if (own.length > 0) problems.push(...moveProblems(own, offset));
    if (node?.kind === 'map') {
      if (index >= first) records.push(new ListRecord(node, index, offset));
    } else if (node) found.push(badRecord(moveSpan(node.span, offset)));
  });
  const list = new Items(read, starts, indent);
  const sound = problems.length === 0;
  const root = withList(frame, listKey, list, end - (starts[0] ?? 0));
  const writable = checkVersion(root, problems) && sound;
  // One by one: a hundred thousand arguments of one call would overflow the stack.
  for (const problem of found) problems.push(problem);
  return { ...parts, root, list, items: read.map(({ node }) => node), records, problems, writable };
}

/** The frame with the list in its place. */
function withList(frame: YamlMap, listKey: string, list: YamlList, length: number): YamlMap {
  const at = frame.entries.findIndex(({ key }) => key === listKey);
  const entries = frame.entries.map((entry, i): YamlEntry => {
    if (i === at) return { ...entry, value: list };
    return i < at ? entry : moveEntry(entry, length);
  });
  const end = at === entries.length - 1 ? list.span.end : frame.span.end + length;
  return { ...frame, entries, span: { start: frame.span.start, end } };
}

/** A record whose fields get their places in the file when `map` is first read. */
class ListRecord implements FileRecord {
  readonly span: Span;
  #map: YamlMap | null = null;

  constructor(
    readonly item: YamlMap,
    readonly index: number,
    readonly offset: number,
  ) {
    this.span = moveSpan(item.span, offset);
  }

  get map(): YamlMap {
    this.#map ??= moveNode(this.item, this.offset);
    return this.#map;
  }
}

/** The list. Its items get their places in the file when `items` is first read. */
class Items implements YamlList {
  readonly kind = 'list';
  readonly flow = false;
  readonly dashes: readonly number[];
  readonly span: Span;
  readonly #read: readonly ReadItem[];
  readonly #starts: readonly number[];
  #items: readonly YamlNode[] | null = null;

  constructor(read: readonly ReadItem[], starts: readonly number[], indent: number) {
    this.#read = read;
    this.#starts = starts;
    this.dashes = starts.map((start) => start + indent);
    const last = (starts.at(-1) ?? 0) + (read.at(-1)?.node?.span.end ?? indent + 1);
    this.span = { start: this.dashes[0] ?? 0, end: last };
  }

  get items(): readonly YamlNode[] {
    this.#items ??= this.#read.map(({ node }, i): YamlNode => {
      const dash = this.dashes[i] ?? 0;
      if (node) return moveNode(node, this.#starts[i] ?? 0);
      return { kind: 'text', value: '', block: false, span: { start: dash + 1, end: dash + 1 } };
    });
    return this.#items;
  }
}
