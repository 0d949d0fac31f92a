import type * as vscode from 'vscode';
import { placeOfConflict } from '../../core/review';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { toRange } from '../ui/convert';
import type { Conflicts } from '../conflicts/conflicts';
import type { ConflictFileNode, ConflictNode } from '../rows/nodes';
import { rangeOfConflict } from './range-of-conflict';

/** A view that shows places of documents, as the Review view does. */
interface ShowsSpans {
  showSpan(uri: vscode.Uri, rangeIn: (document: vscode.TextDocument) => vscode.Range | null): Promise<void>;
}

/** Shows the annotated passage of a conflict; where its place is not sure, the conflict in its file. */
export async function showConflict(
  view: ShowsSpans,
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
