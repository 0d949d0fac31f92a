import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { showHistory } from './show-history';
import type { Command } from '../commands/command';
import type { GitContext } from './context';
import { annotationTarget } from '../commands/annotation-target';
import { say } from '../ui/say';

/** Lists git's versions of an annotation: who made each, when, and what it changed. Enter compares a version with the one before it. */
export const showAnnotationHistory: Command<GitContext> = {
  id: 'postgloss.showAnnotationHistory',
  async run(context, argument) {
    const target = await annotationTarget(context.archives, argument);
    if (!target) return;
    const { archive, path, placed } = target;
    const { id, quote } = placed.annotation;
    if (id === null) {
      return void say('This annotation has no id, so git cannot follow it. Give it one in its sidecar first.');
    }
    await showHistory(context, { archive, path: path + SIDECAR_SUFFIX, id, name: quote });
  },
};
