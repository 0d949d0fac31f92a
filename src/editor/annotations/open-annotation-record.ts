import * as vscode from 'vscode';
import type { Command } from '../commands/command';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { indexLines } from '../../core/text';
import { toRange } from '../ui/convert';
import { select } from '../archive/show';
import { annotationTarget } from '../commands/annotation-target';

/** Opens the sidecar at an annotation's record. */
export const openAnnotationRecord: Command = {
  id: 'postgloss.openAnnotationRecord',
  async run({ archives }, argument) {
    const target = await annotationTarget(archives, argument);
    if (!target) return;
    const document = await vscode.workspace.openTextDocument(target.archive.uriOf(target.path + SIDECAR_SUFFIX));
    const editor = await vscode.window.showTextDocument(document);
    select(editor, toRange(indexLines(document.getText()), target.placed.annotation.record));
  },
};
