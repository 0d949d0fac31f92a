import type { CommandContext } from '../commands/command';
import type { HighlightSwitch } from './highlight-switch';

/** For the command that shows and hides highlights. */
export interface ReadingContext extends CommandContext {
  readonly highlights: HighlightSwitch;
}
