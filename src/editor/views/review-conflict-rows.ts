import {
  shortened,
  visible,
  type Conflict,
  type ConflictedFile,
  type ConflictField,
  type MergeFields,
  type MergeValue,
} from '../../core/index';
import type { Archive } from '../archive';
import type { Conflicts } from '../git/conflicts';
import type { ConflictNode } from './nodes';
import type { Row } from './rows';
import { joined, many, visibleLines } from './words';

/** How many code units of a quote and of a value a row shows; the rest is in the tooltip. */
const QUOTE = 36;
const VALUE = 80;

/** Up to how many conflicts of a file are unfolded from the start. */
const UNFOLDED = 8;

/** The files of archives that git could not merge: file → record → what each side says. */
export function conflictRows(archives: readonly Archive[], conflicts: Conflicts): Row[] {
  return archives.flatMap((archive) => conflicts.of(archive).map((file) => conflictFileRow(archive, file)));
}

/** How many things of a conflicted file need a person: its conflicts, or where there is none, that it is to be merged. */
export function countConflicts({ conflicts }: ConflictedFile): number {
  return Math.max(1, conflicts.length);
}

/** A file, and its conflicts. */
export function conflictFileRow(archive: Archive, file: ConflictedFile): Row {
  const { path, conflicts, why } = file;
  const name = visible(path.slice(path.lastIndexOf('/') + 1));
  const state =
    why !== null
      ? 'conflict to be solved in the file'
      : conflicts.length === 0
        ? 'can be merged record by record'
        : many(conflicts.length, 'conflict');
  const id = `${archive.root.toString()}\nconflicts\n${path}`;
  return {
    id,
    node: { kind: 'conflict-file', archive, path },
    label: name,
    description: state,
    spoken: joined([name, state], ', '),
    icon: 'git-merge',
    color: 'list.warningForeground',
    menu: why === null ? 'conflict-file' : 'conflict-unread',
    opens: 'review',
    unfolded: true,
    tooltip: () => joined([visible(path), why ?? explain(file)], '\n'),
    ...(why === null && conflicts.length === 0
      ? {}
      : {
          children: () =>
            why === null
              ? conflicts.map((conflict) => conflictRow(archive, file, conflict, id))
              : [reasonRow(archive, file, why, id)],
        }),
  };
}

function explain({ conflicts }: ConflictedFile): string {
  return conflicts.length === 0
    ? 'git merged it line by line and found conflicts; record by record there are none. Merge it with one click.'
    : 'Both sides said something else of the same. Take one of them, or both; what does not contradict is merged.';
}

function reasonRow(archive: Archive, { path }: ConflictedFile, why: string, above: string): Row {
  return {
    id: `${above}\nwhy`,
    node: { kind: 'conflict-file', archive, path },
    label: why,
    spoken: `It cannot be taken apart: ${why}`,
    icon: 'error',
    color: 'list.errorForeground',
    menu: 'conflict-unread',
    opens: 'review',
    tooltip: () => `${why}\nSolve the conflict in the file.`,
  };
}

function conflictRow(archive: Archive, file: ConflictedFile, conflict: Conflict, above: string): Row {
  const { key, name, both } = conflict;
  const node: ConflictNode = { kind: 'conflict', archive, path: file.path, key, side: null };
  const label = shortened(name, QUOTE) || 'Empty quote';
  const what = whatDiffers(file, conflict);
  const id = `${above}\n${key}`;
  return {
    id,
    node,
    label,
    description: what,
    spoken: joined([`Conflict: ${label}`, what], ', '),
    icon: 'git-compare',
    color: 'list.warningForeground',
    menu: both === null ? 'conflict' : 'conflict-both',
    opens: 'review',
    unfolded: file.conflicts.length <= UNFOLDED,
    tooltip: () => joined([`“${shortened(name, 400)}”`, what], '\n'),
    children: () => (['ours', 'theirs'] as const).map((side) => sideRow(file, conflict, side, node, id)),
  };
}

/** What the conflict is about, in a few words. */
function whatDiffers(file: ConflictedFile, { ours, theirs, fields }: Conflict): string {
  if (fields.length > 0)
    return `${fields.map(({ key }) => visible(key)).join(', ')} differ${fields.length > 1 ? '' : 's'}`;
  return ours === null && theirs !== null
    ? `${gone(file)} in ours, kept in theirs`
    : `kept in ours, ${gone(file)} in theirs`;
}

/** Whether a side took a record out can be told only where it is known what both started from. */
function gone({ reading }: ConflictedFile): string {
  return reading?.sides.base ? 'deleted' : 'not there';
}

const SIDES = { ours: 'Ours', theirs: 'Theirs' } as const;

function sideRow(
  file: ConflictedFile,
  conflict: Conflict,
  side: 'ours' | 'theirs',
  above: ConflictNode,
  id: string,
): Row {
  const { fields } = conflict;
  const record = conflict[side];
  const said = fields.length > 0 ? fields.map((field) => valueOf(field, side)) : [wholeOf(record, gone(file))];
  const who = joined([signature(conflict.signed[side]), labelOf(file, side)]);
  const label = `${SIDES[side]}: ${said.join(' · ')}`;
  return {
    id: `${id}\n${side}`,
    node: { ...above, side },
    label,
    description: who,
    spoken: joined([label, who && `by ${who}`], ', '),
    icon: side === 'ours' ? 'arrow-small-left' : 'arrow-small-right',
    menu: side === 'ours' ? 'conflict-ours' : 'conflict-theirs',
    opens: 'review',
    tooltip: () => joined([`${SIDES[side]}${who ? ` (${who})` : ''}`, ...allOf(conflict, side)], '\n'),
  };
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

/** Who said it and when, as far as the record tells. */
function signature(record: MergeFields | null): string | null {
  const [by, on] = [textOf(record?.get('by') ?? null), textOf(record?.get('on') ?? null)];
  return joined([by && visible(by), on && visible(on)], ', ') || null;
}

/** What git calls the side, where it says more than that it is one. */
function labelOf({ labels }: ConflictedFile, side: 'ours' | 'theirs'): string | null {
  const label = visible(labels[side]).slice(0, 40);
  return label === '' || label === side ? null : label;
}

function allOf({ fields, ...sides }: Conflict, side: 'ours' | 'theirs'): string[] {
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
