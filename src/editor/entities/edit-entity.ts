import * as vscode from 'vscode';
import type { Command } from '../commands/command';
import { registryRecord } from './definitions';
import { REGISTRY_FILE } from '../../core/entities';
import { select } from '../archive/show';
import type { EntitiesContext } from './context';
import { meantEntity } from './meant-entities';

/** Opens the registry at an entity's record. */
export const editEntity: Command<EntitiesContext> = {
  id: 'postgloss.editEntity',
  async run(context, argument) {
    const target = await meantEntity(context, argument, 'Edit Entity');
    if (!target) return;
    const record = registryRecord(context.archives, target.archive.uriOf(REGISTRY_FILE), target.entity);
    if (!record) return;
    const editor = await vscode.window.showTextDocument(record.targetUri);
    select(editor, record.targetSelectionRange ?? record.targetRange);
  },
};
