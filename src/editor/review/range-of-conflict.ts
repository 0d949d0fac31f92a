import type * as vscode from 'vscode';
import { hasMarkers } from '../../core/conflicts';

/** The line of a conflict in its file: that of its id between the markers, else the first marker. Null in a file without markers. */
export function rangeOfConflict(document: vscode.TextDocument, id: string | null): vscode.Range | null {
  let [inside, first] = [false, null as vscode.Range | null];
  for (let i = 0; i < document.lineCount; i++) {
    const { text, range } = document.lineAt(i);
    if (hasMarkers(text)) {
      inside = true;
      first ??= range;
    } else if (/^>{7}/.test(text)) inside = false;
    else if (inside && id !== null && new RegExp(`\\bid: *["']?${escaped(id)}["']?\\s*$`).test(text)) return range;
  }
  return first;
}
function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
