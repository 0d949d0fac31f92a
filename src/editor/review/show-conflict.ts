import type * as vscode from 'vscode';
import { hasMarkers } from '../../core/conflicts';
import { placeOfConflict } from '../../core/review';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { toRange } from '../ui/convert';
import type { Conflicts } from '../conflicts/conflicts';
import type { ConflictFileNode, ConflictNode } from '../rows/nodes';
import type { ReviewView } from './review';

/** Shows the passage that a conflict is about; where there is none for sure, the place of the conflict in its file. */
export async function showConflict(
  view: Pick<ReviewView, 'showSpan'>,
  conflicts: Conflicts,
  node: ConflictNode | ConflictFileNode,
): Promise<void> {
  const { archive, path } = node;
  const conflict =
    node.kind === 'conflict' ? conflicts.find(archive, path)?.conflicts.find(({ key }) => key === node.key) : undefined;
  const source = path.endsWith(SIDECAR_SUFFIX) ? path.slice(0, -SIDECAR_SUFFIX.length) : null;
  const text = conflict && source !== null ? await archive.core.openText(source) : null;
  const span = conflict && text ? placeOfConflict(text, conflict) : null;
  if (text && span && source !== null) await view.showSpan(archive.uriOf(source), () => toRange(text.lines, span));
  else await view.showSpan(archive.uriOf(path), (document) => rangeOfConflict(document, conflict?.id ?? null));
}

/** Where a conflict stands in its file: the line of its id between the markers, else the first marker. */
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
