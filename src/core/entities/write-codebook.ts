import { applyProven, type Written } from '../yaml/apply';
import { changeRecord, insertRecord, insertRecords, removeRecord } from '../yaml/edit-records';
import { RecordFields, TEXT } from '../yaml/record-fields';
import type { RecordFile } from '../yaml/record-file';
import { readRecords } from '../yaml/read-records';
import { refuseTagId } from './id';
import type { Manifest, Tag, TagColor } from './manifest';

/** The new id of a tag: another one, its own, or null for a tag that is removed. */
export type TagMapping = (tag: string) => string | null;

/** A tag's record as it reads: the texts of its fields, also where they make no tag. */
type TagTexts = Readonly<Record<Exclude<keyof Tag, 'record' | 'place'>, string | null>>;

/** How the texts of a tag are read, written and compared. */
export const TAG = new RecordFields<TagTexts>({ id: TEXT, description: TEXT, color: TEXT });

/**
 * Gives the tags of the codebook their new ids, and removes tags. Where the new id belongs to another tag, that tag stays with its
 * description and colour, and the renamed one is removed. Other records stay byte for byte.
 */
export function rewriteTags(manifest: Manifest, mapping: TagMapping): Written {
  const before = said(manifest.file);
  const wanted = before.map(({ id }) => (id === null ? id : mapping(id)));
  const taken = new Set(wanted.filter((id, i) => id === before[i]?.id));
  const gone: number[] = [];
  let written: Written = { ok: true, text: manifest.file.text };
  wanted.forEach((id, index) => {
    const old = before[index]?.id ?? null;
    if (old === null || id === old) return;
    if (id === null || taken.has(id)) {
      gone.push(index);
      return;
    }
    taken.add(id);
    // One by one, as a record in flow style is rewritten with its whole list.
    written = then(written, (file) => changeFields(file, index, { id }));
  });
  // From the last to the first, so that the other indexes stay valid.
  for (const index of gone.toReversed()) written = then(written, (file) => removeTag(file, index));
  return written;
}

/** The fields of a tag besides its id; null removes a field. */
export interface TagFields {
  readonly description?: string | null;
  readonly color?: TagColor | null;
}

/** Changes the fields of a tag. A tag that the codebook lacks is added to it. */
export function describeTag(manifest: Manifest, id: string, fields: TagFields): Written {
  const { file } = manifest;
  const index = said(file).findIndex((tag) => tag.id === id);
  if (index >= 0) return changeFields(file, index, fields);
  const refused = refuseTagId(id);
  if (refused) return refused;
  const added = { ...TAG.blank, ...fields, id };
  const expected = [...said(file), added];
  return applyProven(
    file,
    () => insertRecord(file, file.items.length, TAG.write(added)),
    (after) => reads(after, expected),
    [],
  );
}

/** Adds tags behind the others of the codebook, all or none. None of them may be there already. */
export function addTags(manifest: Manifest, tags: readonly ({ readonly id: string } & TagFields)[]): Written {
  const { file } = manifest;
  const added = tags.map((tag): TagTexts => ({ ...TAG.blank, ...tag }));
  const expected = [...said(file), ...added];
  const records = added.map((tag) => ({ index: file.items.length, fields: TAG.write(tag) }));
  return applyProven(
    file,
    () => insertRecords(file, records),
    (after) => reads(after, expected),
    { added: new Set(added.map((_, i) => file.items.length + i)) },
  );
}

function changeFields(file: RecordFile, index: number, fields: Partial<TagTexts>): Written {
  const record = file.records[index];
  if (!record) return GONE;
  const old = said(file);
  const changes = TAG.changes(old[index] ?? TAG.blank, fields);
  const expected = old.map((tag, i) => (i === index ? { ...tag, ...fields } : tag));
  return applyProven(
    file,
    () => (changes.size === 0 ? [] : changeRecord(file, record, changes, TAG.names)),
    (after) => reads(after, expected),
    TAG.names,
  );
}

function removeTag(file: RecordFile, index: number): Written {
  const record = file.records[index];
  if (!record) return GONE;
  const expected = said(file).toSpliced(index, 1);
  return applyProven(
    file,
    () => removeRecord(file, record),
    (after) => reads(after, expected),
    [],
  );
}

const GONE: Written = { ok: false, why: 'A tag is no longer in the codebook.' };

/** The next edit, of the result of the last one. */
function then(written: Written, edit: (file: RecordFile) => Written): Written {
  return written.ok ? edit(readRecords(written.text, 'tags')) : written;
}

function said(file: RecordFile): TagTexts[] {
  return file.records.map(({ map }) => TAG.read(map, []));
}

/** Whether a file reads as a codebook of just these records. */
function reads(file: RecordFile, expected: readonly TagTexts[]): boolean {
  return TAG.sameAll(said(file), expected);
}
