import type * as vscode from 'vscode';
import { trimSpan } from '../../core/decide';
import { mentionAt } from '../../core/lists';
import type { Span } from '../../core/text';
import type { Archives, TextInArchive } from '../archive/archives';
import { toOffset, toSpan } from '../ui/convert';
import { activeText } from '../archive/active-text';
import { annotationsAt } from './annotation-target';
import { say } from '../ui/say';

/** Passages that a person means: those selected, else the annotated passage or the mention at the cursor. */
export interface Passages extends TextInArchive {
  readonly editor: vscode.TextEditor;
  readonly spans: readonly Span[];
}

/** The passages to annotate; tells the person when nothing is selected. */
export async function passages(archives: Archives): Promise<Passages | null> {
  const active = await activeText(archives);
  if (!active) return null;
  const { editor, text } = active;
  const selected = editor.selections
    .map((selection) => trimSpan(text.text, toSpan(text.lines, selection)))
    .filter((span) => span.start < span.end);
  if (selected.length > 0) return { ...active, spans: selected };
  const offset = toOffset(text.lines, editor.selection.active);
  const annotated = annotationsAt(text.annotations, { start: offset, end: offset }).at(-1)?.anchor.span;
  const span = annotated ?? mentionAt(text, offset)?.span;
  if (span) return { ...active, spans: [span] };
  say('Nothing is selected. Select the passage first.');
  return null;
}

/** A reminder to put behind a message while the annotated text has unsaved changes. */
export function unsavedHint(document: vscode.TextDocument): string {
  return document.isDirty ? ' The text itself is not saved yet.' : '';
}
