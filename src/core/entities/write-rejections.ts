import { applyEdits, lineEndingOf, type TextEdit } from '../text/edit';
import { quoted } from '../text/visible';
import { applyProven, refuseUnwritable, type Written } from '../yaml/apply';
import { changeRecord } from '../yaml/edit-records';
import { changeValue } from '../yaml/edit-value';
import { unwritable } from '../yaml/unwritable';
import { columnOf, endOfLines, insertLines } from '../yaml/places';
import type { RecordFile } from '../yaml/record-file';
import { keepsTheRest } from '../yaml/keeps-the-rest';
import { contentEnd, entryOf } from '../yaml/tree';
import { writeField } from '../yaml/write-record';
import { ENTITY, ENTITY_FIELDS, IGNORED_KEY, readRegistry, registryOf, type Entity, type Registry } from './registry';

// What people said is none: kept in the registry, as the one file that travels with the names and merges name by name.

/** Remembers of a spelling that it does not mean an entity, as the last one in its list `not`. */
export function rejectAlias(registry: Registry, entity: Entity, spelling: string): Written {
  const { file } = registry;
  const current = registry.byId.get(entity.id);
  const record = current && file.records.find(({ span }) => span.start === current.record.start);
  const gone = { ok: false as const, why: `The entity ${quoted(entity.id)} is no longer in the registry.` };
  if (!record) return refuseUnwritable(file) ?? gone;
  if (spelling === '') return { ok: false, why: 'The spelling is empty.' };
  if (current.not.includes(spelling)) return { ok: true, text: file.text };
  const changes = new Map([['not', [...current.not, spelling]]]);
  const wanted = registry.entities.map((old) => (old === current ? { ...old, not: [...old.not, spelling] } : old));
  const proves = (result: RecordFile) => {
    const after = registryOf(result);
    return (
      after.writable &&
      after.entities.length === wanted.length &&
      wanted.every((entity, i) => ENTITY.same(entity, after.entities[i] ?? {})) &&
      same(after.ignored, registry.ignored)
    );
  };
  const isMap = entryOf(record.map, 'not')?.value?.kind === 'map';
  return applyProven(file, () => (isMap ? unwritable() : changeRecord(file, record, changes, ENTITY_FIELDS)), proves, [
    'not',
  ]);
}

/** Remembers of names that they are no entity, behind the others under `ignored`. */
export function ignoreNames(registry: Registry, names: readonly string[]): Written {
  const { file, ignored } = registry;
  const added = [...new Set(names)].filter((name) => name !== '' && !ignored.includes(name));
  if (added.length === 0) return { ok: true, text: file.text };
  if (!file.writable)
    return applyProven(
      file,
      () => [],
      () => false,
      [],
    );
  try {
    const text = applyEdits(file.text, ignoredEdits(file, [...ignored, ...added]));
    const after = readRegistry(text, registry);
    const proven =
      after.writable &&
      keepsTheRest(withoutIgnored(file), withoutIgnored(after.file), {}) &&
      same(after.ignored, [...ignored, ...added]);
    if (proven) return { ok: true, text };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return {
    ok: false,
    why: `Its list “${IGNORED_KEY}” cannot be edited safely. Write it in block style, one name a line.`,
  };
}

/** The list stands behind the entities, so that these begin where people look for them. */
function ignoredEdits(file: RecordFile, names: readonly string[]): TextEdit[] {
  const { root, text } = file;
  const eol = lineEndingOf(text);
  const [first] = root?.entries ?? [];
  if (!root || root.flow || !first) return unwritable();
  const column = columnOf(text, first.keySpan.start);
  const entry = entryOf(root, IGNORED_KEY);
  // What somebody wrote there in another shape means something else.
  if (entry?.value?.kind === 'map') return unwritable();
  if (entry) return changeValue(text, entry, names, column, eol);
  const last = root.entries.at(-1) ?? first;
  const end = endOfLines(text, last.value ? contentEnd(last.value) : last.afterColon, column);
  const lines = ' '.repeat(column) + writeField(IGNORED_KEY, names, column, eol, 'block');
  return [insertLines(text, end, lines, eol)];
}

/** The file as the proof compares it: all but the list that was to change. */
function withoutIgnored(file: RecordFile): RecordFile {
  const { root } = file;
  return root ? { ...file, root: { ...root, entries: root.entries.filter(({ key }) => key !== IGNORED_KEY) } } : file;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
