import * as vscode from 'vscode';
import { entityAtRecord, mentionAt, REGISTRY_FILE } from '../../core/index';
import type { Archive } from '../archive';
import type { Archives } from '../archives';
import { toOffset } from '../convert';
import { chooseEntity } from './choose-entity';
import type { Command } from './command';
import { entityTarget } from './target';

/**
 * Opens the page of an entity: of a row or a card, else of the mention or the record at the cursor, else of one that the person
 * chooses.
 */
export const openEntityPage: Command = {
  id: 'postgloss.openEntityPage',
  async run({ archives, pages }, argument) {
    const target = argument === undefined ? await withoutArgument(archives) : await entityTarget(archives, argument);
    if (target) pages.open(target.archive, target.entity);
  },
};

async function withoutArgument(archives: Archives): Promise<{ archive: Archive; entity: string } | null> {
  const here = await atCursor(archives);
  if (here) return here;
  const chosen = await chooseEntity(archives, 'Open Entity Page');
  return chosen && { archive: chosen.archive, entity: chosen.entity.id };
}

async function atCursor(archives: Archives): Promise<{ archive: Archive; entity: string } | null> {
  const editor = vscode.window.activeTextEditor;
  const archive = editor && archives.archiveOf(editor.document.uri);
  if (!archive) return null;
  const { document, selection } = editor;
  if (archive.pathOf(document.uri) === REGISTRY_FILE) {
    await archive.annotator.prepare();
    const entity = entityAtRecord(archive.annotator.registry, document.offsetAt(selection.active));
    return entity && { archive, entity: entity.id };
  }
  const found = await archives.read(document);
  const mention = found && mentionAt(found.text, toOffset(found.text.lines, selection.active));
  return mention ? { archive, entity: mention.entity.id } : null;
}
