import * as vscode from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { showHistory } from './show-history';
import type { Command } from '../commands/command';
import type { GitContext } from './context';
import { annotationTarget } from '../commands/annotation-target';

/** Lists the versions of an annotation that git knows: who made them, when, and what each changed. Enter shows one beside the last. */
export const showAnnotationHistory: Command<GitContext> = {
  id: 'postgloss.showAnnotationHistory',
  async run(context, argument) {
    const target = await annotationTarget(context.archives, argument);
    if (!target) return;
    const { archive, path, placed } = target;
    const { id, quote } = placed.annotation;
    if (id === null) {
      return void vscode.window.showInformationMessage('This annotation has no id yet, by which it could be followed.');
    }
    await showHistory(context, { archive, path: path + SIDECAR_SUFFIX, id, name: quote });
  },
};
