import type { Command } from '../commands/command';
import { conflictFileTarget, decideConflicts } from './conflict-target';
import type { ReviewContext } from './context';
import { warn } from '../ui/say';
import { pathName } from '../ui/inert';

/** Merges record by record a file that git could not merge by lines. Afterwards markers stand around whole records only. */
export const mergeRecords: Command<ReviewContext> = {
  id: 'postgloss.mergeRecords',
  async run(context, argument) {
    const target = await conflictFileTarget(context, argument);
    if (!target) return;
    const { file, path } = target;
    if (file.why !== null) {
      warn(`${pathName(path)} cannot be merged record by record. ${file.why}`);
      return;
    }
    await decideConflicts(context, target, `Merge ${path} Record by Record`, new Map());
  },
};
