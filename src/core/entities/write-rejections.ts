import { lineEndingOf, type TextEdit } from '../text/edit';
import { applyProven, refuseUnwritable, type Written } from '../yaml/apply';
import { changeRecord } from '../yaml/edit-records';
import { changeValue } from '../yaml/edit-value';
import { unwritable } from '../yaml/unwritable';
import { columnOf, endOfLines, insertLines } from '../yaml/places';
import type { RecordFile } from '../yaml/record-file';
import { contentEnd, entryOf } from '../yaml/tree';
import { writeField } from '../yaml/write-record';
import { findRecord } from './find-record';
import { ENTITY, ENTITY_FIELDS, IGNORED_KEY, registryOf, type Entity, type Registry } from './registry';

// What a person rejected (a spelling of an entity, a name) is kept in the registry: it travels with the names, and merges name by name.

/** Adds a spelling to the list `not` of an entity: it does not mean the entity. */
export function rejectAlias(registry: Registry, entity: Entity, spelling: string): Written {
  const { file } = registry;
  const found = findRecord(registry, entity.id);
  if (!found.ok) return found;
  const { entity: current, record } = found;
  if (spelling === '') return { ok: false, why: 'The spelling is empty.' };
  if (current.not.includes(spelling)) return { ok: true, text: file.text };
  const changes = new Map([['not', [...current.not, spelling]]]);
  const wanted = registry.entities.map((old) => (old === current ? { ...old, not: [...old.not, spelling] } : old));
  const proves = (result: RecordFile) => {
    const after = registryOf(result);
    return ENTITY.sameAll(after.entities, wanted) && same(after.ignored, registry.ignored);
  };
  const isMap = entryOf(record.map, 'not')?.value?.kind === 'map';
  return applyProven(file, () => (isMap ? unwritable() : changeRecord(file, record, changes, ENTITY_FIELDS)), proves, [
    'not',
  ]);
}

/** Adds names to the list `ignored`: they are no entities. */
export function ignoreNames(registry: Registry, names: readonly string[]): Written {
  const { file, ignored } = registry;
  const added = [...new Set(names)].filter((name) => name !== '' && !ignored.includes(name));
  if (added.length === 0) return { ok: true, text: file.text };
  const refused = refuseUnwritable(file);
  if (refused) return refused;
  const all = [...ignored, ...added];
  const written = applyProven(
    file,
    () => ignoredEdits(file, all),
    (after) => same(registryOf(after).ignored, all),
    { top: [IGNORED_KEY] },
  );
  if (written.ok) return written;
  const why = `Its list “${IGNORED_KEY}” cannot be edited safely. Write it in block style, one name a line.`;
  return { ok: false, why };
}

/** The list stands behind the entities, as people look for these first. */
function ignoredEdits(file: RecordFile, names: readonly string[]): TextEdit[] {
  const { root, text } = file;
  const eol = lineEndingOf(text);
  const [first] = root?.entries ?? [];
  if (!root || root.flow || !first) return unwritable();
  const column = columnOf(text, first.keySpan.start);
  const entry = entryOf(root, IGNORED_KEY);
  // A map means something else.
  if (entry?.value?.kind === 'map') return unwritable();
  if (entry) return changeValue(text, entry, names, column, eol);
  const last = root.entries.at(-1) ?? first;
  const end = endOfLines(text, last.value ? contentEnd(last.value) : last.afterColon, column);
  const lines = ' '.repeat(column) + writeField(IGNORED_KEY, names, column, eol, 'block');
  return [insertLines(text, end, lines, eol)];
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
