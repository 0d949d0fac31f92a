import type { Result } from '../result';
import { MANIFEST_FILE } from '../entities/archive-rules';
import { REGISTRY_FILE } from '../entities/registry';
import { lineEndingOf } from '../text/edit';
import type { RecordFile } from '../yaml/record-file';
import { readRecords } from '../yaml/read-records';
import type { YamlMap, YamlNode } from '../yaml/tree';
import type { MergeFields, MergeFile, Value } from './model';
import { CODEBOOK_SHAPE, REGISTRY_SHAPE, SHAPES, SIDECAR_SHAPE, type Shape } from './shape';

/** A side of a merge as data, and as a file with places. */
export interface SideFile {
  readonly model: MergeFile;
  readonly file: RecordFile;
}

/** A side; refused where it cannot be merged by its records. */
export type ReadSide = Result<{ readonly side: SideFile }>;

/**
 * Reads a side. Refuses a file that is not understood to its last character, as merging it could lose what somebody wrote.
 *
 * @param before the reading of another side, or of an earlier state: the records that are the same are not read again
 */
export function readSide(text: string, { listKey }: Shape, before?: RecordFile): ReadSide {
  const file = readRecords(text, listKey, before);
  const { root, list, items } = file;
  if (!root || !file.writable) {
    const first = file.problems.find(({ severity }) => severity === 'error');
    return { ok: false, why: first?.message ?? 'The file cannot be read.' };
  }
  if (root.flow || (list?.flow === true && items.length > 0)) {
    return { ok: false, why: 'The file is not in block style, one field a line.' };
  }
  if (list && items.length !== file.records.length) {
    return { ok: false, why: 'One of the records does not consist of fields.' };
  }
  const top = root.entries.filter(({ key }) => key !== listKey).map(({ key, value }) => [key, toValue(value)] as const);
  return {
    ok: true,
    side: { file, model: { top: new Map(top), records: file.records.map(({ item }) => toFields(item)) } },
  };
}

/** The kind of file that the sides are: by their keys, and without any by the file's name; null where they differ. */
export function shapeOf(texts: readonly string[], path: string | null): Shape | null {
  const found = new Set(texts.flatMap((text) => shapeOfText(text) ?? []));
  const [shape] = found;
  if (shape) return found.size === 1 ? shape : null;
  const name = path?.slice(path.lastIndexOf('/') + 1);
  return name === MANIFEST_FILE ? CODEBOOK_SHAPE : name === REGISTRY_FILE ? REGISTRY_SHAPE : SIDECAR_SHAPE;
}

/** By the keys at the margin. The text is not read for it: that comes later, and refuses a text of another kind. */
function shapeOfText(text: string): Shape | null {
  const keys = new Set(
    [...text.matchAll(/^(["']?)(annotations|entities|tags|archives)\1[ \t]*:/gm)].map(([, , key]) => key),
  );
  return SHAPES.find(({ listKey }) => keys.has(listKey)) ?? (keys.has('archives') ? CODEBOOK_SHAPE : null);
}

/** The line end of all lines of all texts; null where they are mixed. A text without line ends fits any. */
export function commonLineEnd(texts: readonly string[]): '\n' | '\r\n' | null {
  const ends = new Set<'\n' | '\r\n'>();
  for (const text of texts) {
    if (text.includes('\r') && /\r(?!\n)|(?<!\r)\n/.test(text)) return null;
    if (text.includes('\n')) ends.add(lineEndingOf(text));
  }
  return ends.size > 1 ? null : ([...ends][0] ?? '\n');
}

function toFields(map: YamlMap): MergeFields {
  return new Map(map.entries.map(({ key, value }) => [key, toValue(value)]));
}

/** The depth of a file is bounded by the reader, so recursion is safe. */
function toValue(node: YamlNode | null): Value {
  if (!node) return null;
  if (node.kind === 'text') return node.value;
  return node.kind === 'list' ? node.items.map(toValue) : toFields(node);
}
