import type * as vscode from 'vscode';
import { entityAtRecord, isGlossFile, REGISTRY_FILE, type Entity } from '../../core/entities';
import { mentionAt } from '../../core/lists';
import type { Mention } from '../../core/mentions';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { toOffset } from '../ui/convert';

/** The entity at a place of a document. */
export interface EntityAt {
  readonly archive: Archive;
  readonly entity: Entity;
  /** The mention in a text, which may mean other entities as well; null for a record of the registry. */
  readonly mention: Mention | null;
}

/** The entity of the mention at a place of a text, or of the record at a place of the registry. Null where there is neither. */
export async function entityAt(
  archives: Archives,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<EntityAt | null> {
  await archives.whenFound();
  const archive = archives.archiveOf(document.uri);
  if (archive?.pathOf(document.uri) === REGISTRY_FILE) {
    await archive.core.prepare();
    const entity = entityAtRecord(archive.core.registry, document.offsetAt(position));
    return entity && { archive, entity, mention: null };
  }
  if (isGlossFile(document.uri.path)) return null;
  const found = await archives.read(document);
  const mention = found && mentionAt(found.text, toOffset(found.text.lines, position));
  return mention ? { archive: found.archive, entity: mention.entity, mention } : null;
}
