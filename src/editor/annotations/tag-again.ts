import type { Command } from '../commands/command';
import { recentTags } from './choose-tag';
import { passages } from '../commands/passage';
import { tagPassage, tagPassages } from './tag-passage';

/** Tags the selected passages with the tag that was used last; asks for one when there is none yet. */
export const tagAgain: Command = {
  id: 'postgloss.tagAgain',
  async run(context) {
    const [last] = recentTags(context.extension.workspaceState);
    if (last === undefined) {
      await tagPassage.run(context);
      return;
    }
    const target = await passages(context.archives);
    if (target) await tagPassages(context, target, [last]);
  },
};
