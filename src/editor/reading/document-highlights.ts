import * as vscode from 'vscode';
import { mentionAt, mentionsIn } from '../../core/lists';
import type { Archives } from '../archive/archives';
import { toOffset, toRange } from '../ui/convert';

/** Marks the other mentions of the entity at the cursor, whatever their spelling. */
export function registerDocumentHighlights(archives: Archives): vscode.Disposable {
  return vscode.languages.registerDocumentHighlightProvider(
    { pattern: '**/*' },
    {
      async provideDocumentHighlights(document, position) {
        const found = await archives.read(document);
        const mention = found && mentionAt(found.text, toOffset(found.text.lines, position));
        if (!mention) return undefined;
        const { text } = found;
        return mentionsIn(text, mention.entity.id).map(
          ({ span }) => new vscode.DocumentHighlight(toRange(text.lines, span)),
        );
      },
    },
  );
}
