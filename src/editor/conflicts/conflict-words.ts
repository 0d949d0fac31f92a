import type { Conflict, ConflictedFile, ConflictField } from '../../core/conflicts';
import type { MergeFields, MergeValue } from '../../core/merge';
import { shortened, visible } from '../../core/text';
import { joined, visibleLines } from '../ui/words';

// Conflicts in words, for rows and for cards. Text from files is made visible here.

/** How many code units of a value are shown. */
const VALUE = 80;

/** The subject of a conflict, in a few words: the fields that differ, or the side that lacks the record. */
export function whatDiffers(file: ConflictedFile, { ours, theirs, fields }: Conflict): string {
  if (fields.length > 0)
    return `${fields.map(({ key }) => visible(key)).join(', ')} differ${fields.length > 1 ? '' : 's'}`;
  return ours === null && theirs !== null
    ? `${gone(file)} in ours, kept in theirs`
    : `kept in ours, ${gone(file)} in theirs`;
}

/** The word for a side without the record: “deleted” only where the common base of both sides is known. */
function gone({ merge }: ConflictedFile): string {
  return merge?.sides.base ? 'deleted' : 'not there';
}

/** The names of the sides. */
export const SIDES = { ours: 'Ours', theirs: 'Theirs' } as const;

/** The values of a side where the sides differ, and who wrote them, as far as that is known: on one line each. */
export function saidBy(
  file: ConflictedFile,
  conflict: Conflict,
  side: 'ours' | 'theirs',
): { readonly said: string; readonly who: string } {
  const { fields } = conflict;
  const said = fields.length > 0 ? fields.map((field) => valueOf(field, side)) : [wholeOf(conflict[side], gone(file))];
  return { said: said.join(' · '), who: joined([signature(conflict.signed[side]), labelOf(file, side)]) };
}

function valueOf({ key, ...values }: ConflictField, side: 'ours' | 'theirs'): string {
  const value = values[side];
  const text = value === undefined ? '' : textOf(value);
  return text === '' ? `no ${visible(key)}` : `${visible(key)} ${shortened(text, VALUE)}`;
}

/** A record that only one side has. */
function wholeOf(record: MergeFields | null, without: string): string {
  if (!record) return without;
  const said = ['tags', 'note', 'entity', 'not', 'aliases', 'description'].flatMap((key) => {
    const text = textOf(record.get(key) ?? null);
    return text === '' ? [] : [`${key} ${shortened(text, VALUE)}`];
  });
  return said.join(' · ') || 'there';
}

/** The name and the date that sign a record, as far as it has them. */
function signature(record: MergeFields | null): string | null {
  const [by, on] = [textOf(record?.get('by') ?? null), textOf(record?.get('on') ?? null)];
  return joined([by && visible(by), on && visible(on)], ', ') || null;
}

/** Git's label of a side, such as a branch; null where it only repeats `ours` or `theirs`. */
function labelOf({ labels }: ConflictedFile, side: 'ours' | 'theirs'): string | null {
  const label = visible(labels[side]).slice(0, 40);
  return label === '' || label === side ? null : label;
}

/** The full values of a side where the sides differ, a line for each field. */
export function allOf({ fields, ...sides }: Conflict, side: 'ours' | 'theirs'): string[] {
  const record = sides[side];
  const shown: [string, MergeValue | undefined][] =
    fields.length > 0 ? fields.map((field) => [field.key, field[side]]) : [...(record ?? [])];
  return shown.map(([key, value]) => {
    return `${visible(key)}: ${visibleLines((value === undefined ? '' : textOf(value)).slice(0, 2000)) || '(nothing)'}`;
  });
}

/** A value as one text. */
function textOf(value: MergeValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Map)
    return [...(value as MergeFields)].map(([key, part]) => `${key}: ${textOf(part)}`).join(', ');
  return (value as readonly MergeValue[]).map(textOf).join(', ');
}
