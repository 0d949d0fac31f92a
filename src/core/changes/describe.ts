import { textIn, type MergeFields } from '../merge/model';
import type { FieldChange, FileChanges, RecordChange } from './change';
import { markedDifference } from './marked-difference';

/** A piece of a line: `say` is our own word, `text` comes from a file and must be escaped where it is shown. */
export type Piece = { readonly say: string } | { readonly text: string };

/** The description of one field. */
export interface Detail {
  readonly label: string;
  readonly pieces: readonly Piece[];
}

/** The name of a record for people: the quote of an annotation, the name of an entity, the id of a tag. */
export function nameOfRecord({ after, before, id }: RecordChange, kind: FileChanges['kind']): string {
  const fields: MergeFields = after ?? before ?? new Map();
  return (
    (kind === 'sidecar' ? textIn(fields, 'quote') : kind === 'registry' ? textIn(fields, 'name') : null) ?? id ?? ''
  );
}

/** The text of a field now, or before in a removed record. */
export function fieldOf({ after, before }: RecordChange, field: string): string | null {
  const fields = after ?? before;
  return fields && textIn(fields, field);
}

/** The changes of a sidecar by post, in the order of the file; under null those of annotations that name no post. */
export function changesByPost({ records }: FileChanges): Map<string | null, RecordChange[]> {
  const groups = new Map<string | null, RecordChange[]>();
  for (const record of records) {
    const post = fieldOf(record, 'post');
    const group = groups.get(post);
    if (group) group.push(record);
    else groups.set(post, [record]);
  }
  return groups;
}

/** Describes the fields of a record, without those that its heading shows. */
export function describeFields(record: RecordChange, kind: FileChanges['kind']): Detail[] {
  const whole = record.change === 'added' || record.change === 'removed';
  const title = kind === 'sidecar' ? 'quote' : kind === 'registry' ? 'name' : 'id';
  const details: Detail[] = [];
  let surroundings = false;
  for (const field of record.fields) {
    // The heading shows author and date of the change; of an added or removed record, also its id, post and name.
    if (field.field === 'by' || field.field === 'on') continue;
    if (whole && ['id', 'post', title].includes(field.field)) continue;
    if (kind === 'sidecar' && ['before', 'after', 'copy'].includes(field.field)) surroundings = true;
    else details.push(whole ? describeWhole(field) : describeField(field));
  }
  if (surroundings && !whole) details.push({ label: 'place', pieces: [{ say: 'what stands around it is another' }] });
  return details;
}

/** Describes a field of an added or removed record: its value. */
function describeWhole(field: FieldChange): Detail {
  const { field: label } = field;
  if (field.kind === 'parts') return { label, pieces: listed([...field.added, ...field.removed]) };
  return { label, pieces: [{ text: field.after ?? field.before ?? '' }] };
}

/** Describes a changed field. */
export function describeField(change: FieldChange): Detail {
  const label = change.field;
  if (change.kind === 'parts') {
    const { added, removed } = change;
    if (removed.length === 0) return { label, pieces: [{ say: 'added ' }, ...listed(added)] };
    if (added.length === 0) return { label, pieces: [{ say: 'removed ' }, ...listed(removed)] };
    return { label, pieces: [{ say: 'added ' }, ...listed(added), { say: '; removed ' }, ...listed(removed)] };
  }
  const { before, after } = change;
  if (before === null) return { label, pieces: [{ text: after ?? '' }] };
  if (after === null) return { label, pieces: [{ say: 'removed ' }, { text: before }] };
  const manyWords = /\s/.test(before.trim()) && /\s/.test(after.trim());
  if (manyWords && label !== 'quote') {
    const difference = markedDifference(before, after);
    return { label, pieces: [difference === null ? { say: 'other white space' } : { text: difference }] };
  }
  return { label, pieces: [{ text: before }, { say: ' → ' }, { text: after }] };
}

function listed(texts: readonly string[]): Piece[] {
  return texts.flatMap((text, i) => (i === 0 ? [{ text }] : [{ say: ', ' }, { text }]));
}

/** How many records were added, changed and removed, as a sentence without its end: `2 annotations added, 1 entity changed`. */
export function summarizeChanges(files: readonly FileChanges[]): string {
  const counts = new Map<string, number>();
  for (const { kind, records, top } of files) {
    for (const { change } of records) {
      const key = `${kind} ${change}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    if (top.length > 0) counts.set('settings', (counts.get('settings') ?? 0) + 1);
  }
  const parts = Object.entries(NOUNS).flatMap(([kind, [one, several]]) =>
    ['added', 'changed', 'moved', 'removed'].flatMap((change) => {
      const count = counts.get(`${kind} ${change}`) ?? 0;
      return count === 0 ? [] : [`${count} ${count === 1 ? one : several} ${change}`];
    }),
  );
  if (counts.has('settings')) parts.push('settings changed');
  return parts.length === 0 ? 'No decision changed' : parts.join(', ');
}

const NOUNS: Readonly<Record<FileChanges['kind'], readonly [string, string]>> = {
  sidecar: ['annotation', 'annotations'],
  registry: ['entity', 'entities'],
  codebook: ['tag of the codebook', 'tags of the codebook'],
};
