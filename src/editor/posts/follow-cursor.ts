import { followsCursor } from '../rows/choices';
import type { Command } from '../commands/command';

/** Makes the posts view select the post of the cursor. The choice is remembered for the folder. */
export const followCursor: Command = {
  id: 'postgloss.followCursor',
  run({ extension }) {
    followsCursor(extension).set(true);
  },
};

/** Stops the posts view from following the cursor. */
export const stopFollowingCursor: Command = {
  id: 'postgloss.stopFollowingCursor',
  run({ extension }) {
    followsCursor(extension).set(false);
  },
};
