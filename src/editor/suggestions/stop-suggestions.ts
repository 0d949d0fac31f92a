import type { Command } from '../commands/command';

/** Stops looking for names. */
export const stopSuggestions: Command = {
  id: 'postgloss.stopSuggestions',
  run: ({ suggestions }) => suggestions.stop(),
};
