import {
  describeField,
  describeFields,
  fieldOf,
  nameOfRecord,
  summarizeChanges,
  type Detail,
  type FileChanges,
  type RecordChange,
} from '../../core/changes';
import type { MergeFields, MergeValue } from '../../core/merge';
import { shortened, visible } from '../../core/text';
import { joined } from '../ui/words';

// Changes of records in words, for lists and for documents.

const QUOTE = 80;
const VALUE = 200;

/** The icons of changes. Lists show the word beside the icon. */
export const CHANGE_ICONS: Readonly<Record<RecordChange['change'], string>> = {
  added: 'add',
  changed: 'edit',
  removed: 'remove',
  moved: 'arrow-right',
};

/** The name of a record, on one line. */
export function titleOf(record: RecordChange, kind: FileChanges['kind']): string {
  return shortened(nameOfRecord(record, kind), QUOTE) || 'Empty quote';
}

/** Who signed the record, and when. */
export function signatureOf(record: RecordChange): string {
  const [by, on] = [fieldOf(record, 'by'), fieldOf(record, 'on')];
  return joined([by && `by ${visible(by)}`, on && `on ${visible(on)}`], ' ');
}

/** The changes of a record's fields, on one line. */
export function detailsOf(record: RecordChange, kind: FileChanges['kind']): string {
  return describeFields(record, kind).map(shownDetail).join(' · ');
}

/** All changes as plain text: files, records, fields. */
export function changesDocument(files: readonly FileChanges[], title: string): string {
  const lines = [title, '', `${summarizeChanges(files)}.`];
  for (const { path, kind, problem, top, records } of files) {
    lines.push('', visible(path));
    if (problem !== null) lines.push(`  ${visible(problem)}`);
    for (const field of top) lines.push(`  settings  ${shownDetail(describeField(field))}`);
    for (const record of records) {
      lines.push(`  ${record.change.padEnd(7)}  “${titleOf(record, kind)}”  ${signatureOf(record)}`.trimEnd());
      for (const detail of describeFields(record, kind)) lines.push(`             ${shownDetail(detail)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A record with a line for each field, to compare with another state of it; empty where there is none. */
export function recordDocument(record: MergeFields | null): string {
  return [...(record ?? [])].map(([key, value]) => `${visible(key)}: ${valueText(value)}\n`).join('');
}

function shownDetail({ label, pieces }: Detail): string {
  const text = pieces.map((piece) => ('say' in piece ? piece.say : `“${shortened(piece.text, VALUE)}”`)).join('');
  return `${visible(label)}: ${text}`;
}

function valueText(value: MergeValue): string {
  if (value === null) return '';
  if (typeof value === 'string') {
    const lines = value.split(/\r\n?|\n/).map(visible);
    return lines.length === 1 ? (lines[0] ?? '') : `\n${lines.map((line) => `  ${line}`).join('\n')}`;
  }
  const parts =
    value instanceof Map
      ? [...(value as MergeFields)].map(([key, part]) => `${visible(key)}: ${valueText(part)}`)
      : (value as readonly MergeValue[]).map(valueText);
  return parts.map((part) => `\n  - ${part}`).join('');
}
