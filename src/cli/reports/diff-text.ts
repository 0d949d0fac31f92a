import { describeField, describeFields, summarizeChanges, type Detail } from '../../core/changes';
import { shortened, visible } from '../../core/text';
import { shownChange } from '../../node/git/blame';
import type { DiffRow, ShownFile } from './diff-rows';

/** The longest quote and the longest value of a field that a line shows, in UTF-16 code units. */
const QUOTE = 100;
const VALUE = 400;

/** Changes as lines for a terminal: files, posts in them, records, fields. A word says what happened, not a colour. */
export function diffText(files: readonly ShownFile[]): string {
  return files
    .flatMap(linesOf)
    .map((line) => `${line}\n`)
    .join('');
}

function linesOf({ file, changes, groups }: ShownFile): string[] {
  const lines = [visible(file) + aboutFile(changes)];
  for (const field of changes.top) lines.push(`  settings  ${shownDetail(describeField(field))}`);
  for (const [post, group] of groups) {
    const indent = changes.kind === 'sidecar' ? '    ' : '  ';
    if (changes.kind === 'sidecar') lines.push(`  ${post === null ? '(no post named)' : visible(post)}`);
    for (const { record, row, from } of group) {
      lines.push(`${indent}${row.change.padEnd(7)}  ${titleOf(row, from)}`);
      for (const detail of describeFields(record, changes.kind))
        lines.push(`${indent}           ${shownDetail(detail)}`);
    }
  }
  return lines;
}

function aboutFile({ state, oldPath }: ShownFile['changes']): string {
  if (oldPath !== null) return ` (renamed from ${visible(oldPath)})`;
  return state === 'changed' ? '' : state === 'added' ? ' (new)' : ' (removed)';
}

function titleOf({ kind, name, id, by, on, last, line }: DiffRow, from: string | null): string {
  const title = kind === 'tag' ? visible(name ?? '') : `“${shortened(name ?? '', QUOTE)}”`;
  const about = [
    kind === 'tag' ? null : visible(id ?? 'no id'),
    by === null ? null : `by ${visible(by)}`,
    on === null ? null : `on ${visible(on)}`,
    from === null ? null : `from ${visible(from)}`,
    last && shownChange(last),
    `line ${line}`,
  ];
  return `${title}  ${about.filter((part) => part !== null).join(', ')}`;
}

/** A field on one line: `tags: added “claim”`. */
export function shownDetail({ label, pieces }: Detail): string {
  const text = pieces.map((piece) => ('say' in piece ? piece.say : `“${shortened(piece.text, VALUE)}”`)).join('');
  return `${visible(label)}: ${text}`;
}

/** The number of changes of each kind, as a sentence. */
export function diffSummary(files: readonly ShownFile[]): string {
  return `${summarizeChanges(files.map(({ changes }) => changes))}.`;
}
