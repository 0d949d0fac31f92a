import type { CommandContext } from '../commands/command';
import type { SuggestionsView } from './suggestions';

/** For commands that decide about suggestions. */
export interface SuggestionsContext extends CommandContext {
  readonly suggestions: SuggestionsView;
}
