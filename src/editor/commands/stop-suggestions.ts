import type { Command } from './command';

/** Stops looking for names. */
export const stopSuggestions: Command = {
  id: 'postgloss.stopSuggestions',
  run: ({ suggestions }) => suggestions.stop(),
};
