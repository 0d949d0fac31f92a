import { describeField, describeFields, type Detail } from '../../core/changes';
import type { DiffRow, ShownFile } from './diff-rows';
import { diffSummary } from './diff-text';
import { codeSpan } from '../output/code-span';

/** The longest document, in UTF-16 code units: GitHub takes comments of up to 65,536 characters. */
const MOST = 60_000;

const QUOTE = 120;
const VALUE = 300;

/**
 * Changes as Markdown for a pull request. All text from files is in code spans, so that it can neither become Markdown, HTML or a link, nor
 * notify anybody.
 *
 * @param command the command that shows the changes that a long document leaves out
 */
export function diffMarkdown(files: readonly ShownFile[], command: string): string {
  const blocks = files.flatMap(blocksOf);
  const kept: string[] = [`${diffSummary(files)}\n`];
  let length = 0;
  let left = 0;
  for (const { text, records } of blocks) {
    // After the first part that is left out, all are, so that no part appears under the heading of another one.
    if (left > 0 || length + text.length > MOST) left += records;
    else {
      kept.push(text);
      length += text.length;
    }
  }
  if (left > 0) kept.push(`\n${left} more are not listed here. To see them, run ${codeSpan(command)}.\n`);
  return kept.join('');
}

/** A part that is listed or left out as a whole, and the number of changes in it. */
interface Block {
  readonly text: string;
  readonly records: number;
}

function blocksOf({ file, changes, groups }: ShownFile): Block[] {
  const head = `\n### ${codeSpan(file)}${aboutFile(changes)}\n`;
  const blocks: Block[] = [{ text: head, records: 0 }];
  if (changes.top.length > 0) {
    const items = changes.top.map((field) => `- settings, ${shownDetail(describeField(field))}\n`);
    blocks.push({ text: `\n${items.join('')}`, records: 1 });
  }
  for (const [post, group] of groups) {
    const title = changes.kind !== 'sidecar' ? '' : post === null ? '\nNo post named\n' : `\n${codeSpan(post)}\n`;
    group.forEach(({ record, row, from }, i) => {
      const details = describeFields(record, changes.kind).map((detail) => `  - ${shownDetail(detail)}\n`);
      const text = `- **${row.change}** ${titleOf(row, from)}\n${details.join('')}`;
      blocks.push({ text: (i === 0 ? `${title}\n` : '') + text, records: 1 });
    });
  }
  return blocks;
}

function aboutFile({ state, oldPath }: ShownFile['changes']): string {
  if (oldPath !== null) return ` (renamed from ${codeSpan(oldPath)})`;
  return state === 'changed' ? '' : state === 'added' ? ' (new)' : ' (removed)';
}

function titleOf({ kind, name, id, by, on, last }: DiffRow, from: string | null): string {
  const about = [
    kind === 'tag' || id === null ? null : codeSpan(id),
    by === null ? null : `by ${codeSpan(by)}`,
    on === null ? null : `on ${codeSpan(on)}`,
    from === null ? null : `from ${codeSpan(from)}`,
    last && whoChanged(last),
  ].filter((part) => part !== null);
  return codeSpan(name ?? '', QUOTE) + (about.length === 0 ? '' : ` (${about.join(', ')})`);
}

function whoChanged({ commit, author, date }: NonNullable<DiffRow['last']>): string {
  if (commit === null) return 'not committed yet';
  return `last changed by ${codeSpan(author ?? '')} on ${codeSpan(date?.slice(0, 10) ?? '')} in ${codeSpan(commit.slice(0, 8))}`;
}

function shownDetail({ label, pieces }: Detail): string {
  const text = pieces.map((piece) => ('say' in piece ? piece.say : codeSpan(piece.text, VALUE))).join('');
  // Our own fields have plain names; unknown fields may have any name.
  return `${/^[a-z]+$/.test(label) ? label : codeSpan(label)}: ${text}`;
}
