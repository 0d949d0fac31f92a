import type { Command } from '../commands/command';

/** Looks for names anew, where texts or registry have changed since, and shows what was found. */
export const refreshSuggestions: Command = {
  id: 'postgloss.refreshSuggestions',
  run: ({ suggestions }) => suggestions.refresh(),
};
