import { quoted } from '../text/visible';
import { applyProven, type Written } from '../yaml/apply';
import { changeRecord, insertRecord, removeRecord, type FieldValue } from '../yaml/edit-records';
import { textField } from '../yaml/fields';
import type { RecordFile } from '../yaml/record-file';
import { readRecords } from '../yaml/read-records';
import { isId } from './id';
import { type Manifest, type TagColor } from './manifest';

/** What becomes of each tag: another id, its own, or null for one that goes. */
export type TagMapping = (tag: string) => string | null;

/** The fields of a tag's record, in the order in which they are written. */
const TAG_FIELDS = ['id', 'description', 'color'] as const;

type TagField = (typeof TAG_FIELDS)[number];
/** A record as it reads: the texts of its fields, also where they make no tag. */
type Said = Readonly<Record<TagField, string | null>>;

/**
 * Gives the tags of the codebook other ids, and takes out those that go. Where a tag becomes one that is there already, the one that
 * is there stays, with its description and colour. Other records stay byte for byte.
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
    // One after the other: a record in flow style is rewritten with its whole list.
    written = then(written, (file) => changeFields(file, index, { id }));
  });
  // From the last to the first, so that the indexes of those still to go stay.
  for (const index of gone.toReversed()) written = then(written, (file) => removeTag(file, index));
  return written;
}

/** What a tag may say about itself besides its id; null takes it away. */
export interface TagFields {
  readonly description?: string | null;
  readonly color?: TagColor | null;
}

/** Says something about a tag. One that annotations use and the codebook lacks is put into it. */
export function describeTag(manifest: Manifest, id: string, fields: TagFields): Written {
  const { file } = manifest;
  const index = said(file).findIndex((tag) => tag.id === id);
  const clean = { ...fields, ...(fields.description === '' ? { description: null } : {}) };
  if (index >= 0) return changeFields(file, index, clean);
  if (!isId(id)) {
    return { ok: false, why: `${quoted(id)} cannot be a tag. Use letters, digits, hyphens, and “/” for kinds.` };
  }
  const values = new Map<string, FieldValue>([['id', id]]);
  if (clean.description) values.set('description', clean.description);
  if (clean.color) values.set('color', clean.color);
  const added = { id, description: clean.description ?? null, color: clean.color ?? null };
  const expected = [...said(file), added];
  return applyProven(
    file,
    () => insertRecord(file, file.items.length, values),
    (after) => reads(after, expected),
    [],
  );
}

function changeFields(file: RecordFile, index: number, fields: Partial<Said>): Written {
  const record = file.records[index];
  if (!record) return GONE;
  const old = said(file);
  const changes = new Map(Object.entries(fields).filter(([field, value]) => old[index]?.[field as TagField] !== value));
  const expected = old.map((tag, i) => (i === index ? { ...tag, ...fields } : tag));
  return applyProven(
    file,
    () => (changes.size === 0 ? [] : changeRecord(file, record, changes, TAG_FIELDS)),
    (after) => reads(after, expected),
    TAG_FIELDS,
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

/** The next edit of what the last one left. */
function then(written: Written, edit: (file: RecordFile) => Written): Written {
  return written.ok ? edit(readRecords(written.text, 'tags')) : written;
}

function said(file: RecordFile): Said[] {
  return file.records.map(({ map }) => ({
    id: textField(map, 'id', []),
    description: textField(map, 'description', []),
    color: textField(map, 'color', []),
  }));
}

/** Whether a file reads as a codebook of just these records. */
function reads(file: RecordFile, expected: readonly Said[]): boolean {
  const now = said(file);
  return (
    file.writable &&
    now.length === expected.length &&
    now.every((tag, i) => TAG_FIELDS.every((field) => tag[field] === expected[i]?.[field]))
  );
}
