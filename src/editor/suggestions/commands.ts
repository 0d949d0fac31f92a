import type { Command } from '../commands/command';
import type { SuggestionsContext } from './context';
import { acceptSuggestionInPost } from './accept-suggestion-in-post';
import { acceptSuggestion } from './accept-suggestion';
import { refreshSuggestions, stopSuggestions } from './refresh-suggestions';
import { rejectSuggestion } from './reject-suggestion';

export const suggestionCommands: readonly Command<SuggestionsContext>[] = [
  acceptSuggestion,
  acceptSuggestionInPost,
  refreshSuggestions,
  rejectSuggestion,
  stopSuggestions,
];
