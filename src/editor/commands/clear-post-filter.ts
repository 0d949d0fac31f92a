import { postFilter } from '../views/choices';
import type { Command } from './command';

/** Shows all posts again. */
export const clearPostFilter: Command = {
  id: 'postgloss.clearPostFilter',
  run({ extension }) {
    postFilter(extension).set({});
  },
};
