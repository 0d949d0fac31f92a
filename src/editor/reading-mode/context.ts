import type { CommandContext } from '../commands/command';
import type { ProtectedTexts } from './protected-texts';

/** For the command that switches between reading and editing. */
export interface ReadingModeContext extends CommandContext {
  readonly texts: ProtectedTexts;
}
