import { followsCursor } from '../rows/choices';
import type { Command } from '../commands/command';

/** Lets the posts view select the post of the cursor from here on. It is remembered for the folder. */
export const followCursor: Command = {
  id: 'postgloss.followCursor',
  run({ extension }) {
    followsCursor(extension).set(true);
  },
};

/** Leaves the posts view where it is, wherever the cursor goes. */
export const stopFollowingCursor: Command = {
  id: 'postgloss.stopFollowingCursor',
  run({ extension }) {
    followsCursor(extension).set(false);
  },
};
