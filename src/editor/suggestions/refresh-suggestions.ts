import type { Command } from '../commands/command';
import type { SuggestionsContext } from './context';

/** Looks for names anew in archives whose texts or registry have changed since, and shows the suggestions. */
export const refreshSuggestions: Command<SuggestionsContext> = {
  id: 'postgloss.refreshSuggestions',
  run: ({ suggestions }) => suggestions.refresh(),
};

/** Stops looking for names. */
export const stopSuggestions: Command<SuggestionsContext> = {
  id: 'postgloss.stopSuggestions',
  run: ({ suggestions }) => suggestions.stop(),
};
