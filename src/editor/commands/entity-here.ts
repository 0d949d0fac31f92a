import * as vscode from 'vscode';
import { entityAtRecord, REGISTRY_FILE, type Entity } from '../../core/entities';
import { mentionAt } from '../../core/lists';
import type { Mention } from '../../core/mentions';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { toOffset } from '../ui/convert';
import { chooseEntity } from './choose-entity';
import { entityTarget } from './target';
import { whichEntity } from './which-entity';

/**
 * The entity that a command means: of a row or a card, else of the mention or the record at the cursor, else of one that the person
 * chooses. Null when they turn away.
 *
 * @param title of the list to choose from
 */
export async function entityHere(
  archives: Archives,
  argument: unknown,
  title: string,
): Promise<{ archive: Archive; entity: string } | null> {
  if (argument !== undefined && argument !== null) return entityTarget(archives, argument);
  await archives.whenFound();
  const here = await atCursor(archives);
  if (here) {
    const entity = 'mention' in here ? await whichEntity(here.mention) : here.entity;
    return entity && { archive: here.archive, entity: entity.id };
  }
  const chosen = await chooseEntity(archives, title);
  return chosen && { archive: chosen.archive, entity: chosen.entity.id };
}

type AtCursor = { readonly archive: Archive } & ({ readonly entity: Entity } | { readonly mention: Mention });

async function atCursor(archives: Archives): Promise<AtCursor | null> {
  const editor = vscode.window.activeTextEditor;
  const archive = editor && archives.archiveOf(editor.document.uri);
  if (!archive) return null;
  const { document, selection } = editor;
  if (archive.pathOf(document.uri) === REGISTRY_FILE) {
    await archive.core.prepare();
    const entity = entityAtRecord(archive.core.registry, document.offsetAt(selection.active));
    return entity && { archive, entity };
  }
  const found = await archives.read(document);
  const mention = found && mentionAt(found.text, toOffset(found.text.lines, selection.active));
  return mention ? { archive, mention } : null;
}
