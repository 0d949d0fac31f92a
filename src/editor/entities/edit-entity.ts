import * as vscode from 'vscode';
import type { Command } from '../commands/command';
import { registryRecord } from './definitions';
import { REGISTRY_FILE } from '../../core/entities';
import { select } from '../archive/show';
import { entityTarget } from '../commands/target';

/** Opens the registry at an entity's record. */
export const editEntity: Command = {
  id: 'postgloss.editEntity',
  async run({ archives }, argument) {
    const target = await entityTarget(archives, argument);
    if (!target) return;
    const record = registryRecord(archives, target.archive.uriOf(REGISTRY_FILE), target.entity);
    if (!record) return;
    const editor = await vscode.window.showTextDocument(record.targetUri);
    select(editor, record.targetSelectionRange ?? record.targetRange);
  },
};
