import { MANIFEST_FILE } from '../../core/entities';
import { tagTarget } from './pick-tag';
import { showHistory } from '../git/show-history';
import type { Command } from '../commands/command';
import type { GitContext } from '../git/context';

/** Lists git's versions of a tag of the codebook: who changed what, and when. */
export const showTagHistory: Command<GitContext> = {
  id: 'postgloss.showTagHistory',
  async run(context, argument) {
    const target = await tagTarget(context.archives, argument, 'Show History of Tag');
    if (!target) return;
    const { archive, tag } = target;
    await showHistory(context, { archive, path: MANIFEST_FILE, id: tag, name: tag });
  },
};
