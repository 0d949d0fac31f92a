import { postFilter } from '../rows/choices';
import type { Command } from '../commands/command';

/** Shows all posts again. */
export const clearPostFilter: Command = {
  id: 'postgloss.clearPostFilter',
  run({ extension }) {
    postFilter(extension).set({});
  },
};
