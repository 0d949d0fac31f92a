import * as vscode from 'vscode';
import type { LineIndex, Span, TextChange } from '../../core/text';

// The one place where offsets become positions. Offsets are UTF-16 code units; an editor's lines and characters count from 0.

export function toPosition(lines: LineIndex, offset: number): vscode.Position {
  const line = lines.lineAt(offset);
  return new vscode.Position(line, offset - lines.startOf(line));
}

export function toRange(lines: LineIndex, span: Span): vscode.Range {
  return new vscode.Range(toPosition(lines, span.start), toPosition(lines, span.end));
}

export function toOffset(lines: LineIndex, position: vscode.Position): number {
  return Math.min(lines.startOf(position.line) + position.character, lines.endOf(position.line));
}

export function toSpan(lines: LineIndex, range: vscode.Range): Span {
  return { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
}

/**
 * The changes of one event from the end of the text to its start, so that they can be applied one after the other: their offsets all
 * belong to the text before the event. The event's own list is shared between extensions and is not touched.
 */
export function toChanges(changes: readonly vscode.TextDocumentContentChangeEvent[]): TextChange[] {
  return [...changes]
    .sort((a, b) => b.rangeOffset - a.rangeOffset)
    .map(({ rangeOffset, rangeLength, text }) => ({ start: rangeOffset, removed: rangeLength, inserted: text }));
}
