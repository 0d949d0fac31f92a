import type { Command } from '../commands/command';
import type { SuggestionsContext } from './context';

/** Looks for names anew, where texts or registry have changed since, and shows what was found. */
export const refreshSuggestions: Command<SuggestionsContext> = {
  id: 'postgloss.refreshSuggestions',
  run: ({ suggestions }) => suggestions.refresh(),
};

/** Stops looking for names. */
export const stopSuggestions: Command<SuggestionsContext> = {
  id: 'postgloss.stopSuggestions',
  run: ({ suggestions }) => suggestions.stop(),
};
