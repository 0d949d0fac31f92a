import * as vscode from 'vscode';
import { isGlossFile, REGISTRY_FILE } from '../../core/entities';
import { mentionAt } from '../../core/lists';
import { indexLines } from '../../core/text';
import type { Archives } from '../archive/archives';
import { toOffset, toRange } from '../ui/convert';

/** Go to Definition: from a mention, or from an entity's id in a sidecar, to the entity's record in the registry. */
export function registerDefinitions(archives: Archives): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(
    { pattern: '**/*' },
    {
      async provideDefinition(document, position) {
        if (isGlossFile(document.uri.path)) return fromSidecar(archives, document, position);
        const found = await archives.read(document);
        const mention = found && mentionAt(found.text, toOffset(found.text.lines, position));
        if (!mention) return undefined;
        const target = registryRecord(archives, document.uri, mention.entity.id);
        return target && [{ ...target, originSelectionRange: toRange(found.text.lines, mention.span) }];
      },
    },
  );
}

/** The place of an entity's record in the registry of the archive that a file belongs to; undefined where either is missing. */
export function registryRecord(archives: Archives, uri: vscode.Uri, id: string): vscode.LocationLink | undefined {
  const archive = archives.archiveOf(uri);
  const entity = archive?.core.registry.byId.get(id);
  if (!archive || !entity) return undefined;
  const lines = indexLines(archive.core.registryText ?? '');
  return {
    targetUri: archive.uriOf(REGISTRY_FILE),
    targetRange: toRange(lines, entity.record),
    targetSelectionRange: toRange(lines, entity.place),
  };
}

function fromSidecar(
  archives: Archives,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.LocationLink[] | undefined {
  const line = document.lineAt(position.line).text;
  const field = /^\s*(?:- )?(?:entity|not):\s*["']?([^"'#\s]+)/.exec(line);
  const target = field?.[1] === undefined ? undefined : registryRecord(archives, document.uri, field[1]);
  return target && [target];
}
