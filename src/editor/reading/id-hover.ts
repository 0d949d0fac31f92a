import * as vscode from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import type { Archives } from '../archive/archives';
import { escapeMarkdown } from '../ui/escape-markdown';
import { valueAt } from './yaml-value';

/** In a sidecar, shows the name, type and description of the entity whose id is under the pointer. */
export function registerIdHover(archives: Archives): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { pattern: `**/*${SIDECAR_SUFFIX}` },
    {
      async provideHover(document, position) {
        const archive = archives.archiveOf(document.uri);
        const value = archive && valueAt(document, position);
        if (!value || (value.key !== 'entity' && value.key !== 'not')) return undefined;
        await archive.core.prepare();
        const entity = archive.core.registry.byId.get(value.text);
        if (!entity) return undefined;
        const card = new vscode.MarkdownString();
        card.appendMarkdown(`**${escapeMarkdown(entity.name)}** · ${escapeMarkdown(entity.type)}`);
        if (entity.description) card.appendMarkdown(`\n\n${escapeMarkdown(entity.description)}`);
        return new vscode.Hover(card, value.range);
      },
    },
  );
}
