import * as vscode from 'vscode';
import type { Archives } from '../archive/archives';
import { registryRecord } from '../entities/definitions';
import { mentionLocations } from '../mentions/mention-locations';
import { entityAt } from '../mentions/entity-at';

/** Find All References: every mention of an entity in its archive, from a mention or from the entity's record. */
export function registerReferences(archives: Archives): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(
    { pattern: '**/*' },
    {
      async provideReferences(document, position, { includeDeclaration }, token) {
        const target = await entityAt(archives, document, position);
        if (!target) return undefined;
        await target.archive.core.open();
        if (token.isCancellationRequested) return undefined;
        const locations = mentionLocations(target.archive, target.entity.id);
        const record = includeDeclaration ? registryRecord(archives, document.uri, target.entity.id) : undefined;
        if (record)
          locations.push(new vscode.Location(record.targetUri, record.targetSelectionRange ?? record.targetRange));
        return locations;
      },
    },
  );
}
