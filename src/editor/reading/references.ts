import * as vscode from 'vscode';
import { entityAtRecord, isGlossFile, REGISTRY_FILE } from '../../core/entities';
import { mentionAt, mentionsIn } from '../../core/lists';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { toOffset, toRange } from '../ui/convert';
import { registryRecord } from '../entities/definitions';

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
        const locations = mentionLocations(target.archive, target.entity);
        const record = includeDeclaration ? registryRecord(archives, document.uri, target.entity) : undefined;
        if (record)
          locations.push(new vscode.Location(record.targetUri, record.targetSelectionRange ?? record.targetRange));
        return locations;
      },
    },
  );
}

/** Every mention of an entity as places of the editor. */
export function mentionLocations(archive: Archive, entity: string): vscode.Location[] {
  const { core } = archive;
  return core.texts.flatMap((text) => {
    const mentions = mentionsIn(text, entity);
    if (mentions.length === 0) return [];
    // Once a text, and not once a mention: there may be ten thousand.
    const uri = archive.uriOf(text.path);
    return mentions.map(({ span }) => new vscode.Location(uri, toRange(text.lines, span)));
  });
}

/** The entity that a place means: that of a mention in a text, or of a record in the registry. */
async function entityAt(
  archives: Archives,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<{ archive: Archive; entity: string } | null> {
  if (isGlossFile(document.uri.path)) {
    const archive = archives.archiveOf(document.uri);
    if (archive?.pathOf(document.uri) !== REGISTRY_FILE) return null;
    await archive.core.open();
    const entity = entityAtRecord(archive.core.registry, document.offsetAt(position));
    return entity && { archive, entity: entity.id };
  }
  const found = await archives.read(document);
  const mention = found && mentionAt(found.text, toOffset(found.text.lines, position));
  return mention ? { archive: found.archive, entity: mention.entity.id } : null;
}
