import type * as vscode from 'vscode';
import { trimSpan } from '../../core/decide';
import { mentionAt } from '../../core/lists';
import type { ArchiveText } from '../../core/archive';
import { sentenceAt, type Readable, type Span } from '../../core/text';
import type { Archives, TextInArchive } from '../archive/archives';
import { toOffset, toSpan } from '../ui/convert';
import { activeText } from '../archive/active-text';
import { annotationsAt } from './annotation-target';
import { CommandArgument } from './command-argument';
import { say } from '../ui/say';

/** Passages that a person means. */
export interface Passages extends TextInArchive {
  readonly editor: vscode.TextEditor;
  readonly spans: readonly Span[];
}

/**
 * The passages to annotate: those selected, else the annotated passage or the mention at the cursor. The single keys of a text that is read
 * pass `{ "sentence": true }`: then it is the tagged passage, or the one with a note, else the sentence. Null after telling the person that
 * nothing is selected.
 */
export async function passages(
  archives: Archives,
  argument: CommandArgument = CommandArgument.none,
): Promise<Passages | null> {
  const active = await activeText(archives);
  if (!active) return null;
  const { editor, text } = active;
  const selected = editor.selections
    .map((selection) => trimSpan(text.text, toSpan(text.lines, selection)))
    .filter((span) => span.start < span.end);
  if (selected.length > 0) return { ...active, spans: selected };
  const offset = toOffset(text.lines, editor.selection.active);
  const annotated = annotationsAt(text.annotations, { start: offset, end: offset });
  const span =
    argument.flag('sentence') === true
      ? (annotated.findLast(({ annotation }) => annotation.tags.length > 0 || annotation.note !== null)?.anchor.span ??
        sentenceAt(readableAt(text, offset), offset))
      : (annotated.at(-1)?.anchor.span ?? mentionAt(text, offset)?.span);
  if (span) return { ...active, spans: [span] };
  say('Nothing is selected. Select the passage first.');
  return null;
}

/** A text, to look for words and sentences in the post at an offset; in the whole text, where no post is there. */
export function readableAt(text: ArchiveText, offset: number): Readable {
  const within = text.postAt(offset)?.span ?? { start: 0, end: text.text.length };
  return { text: text.text, lines: text.lines, within };
}

/** A reminder to put behind a message while the annotated text has unsaved changes. */
export function unsavedHint(document: vscode.TextDocument): string {
  return document.isDirty ? ' The text itself is not saved yet.' : '';
}
