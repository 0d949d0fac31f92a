import { followsCursor } from '../rows/choices';
import type { Command } from '../commands/command';

/** Leaves the posts view where it is, wherever the cursor goes. */
export const stopFollowingCursor: Command = {
  id: 'postgloss.stopFollowingCursor',
  run({ extension }) {
    followsCursor(extension).set(false);
  },
};
