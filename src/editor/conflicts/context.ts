import type { CommandContext } from '../commands/command';
import type { Conflicts } from './conflicts';

/** For commands about files that git could not merge. */
export interface ConflictsContext extends CommandContext {
  readonly conflicts: Conflicts;
}
