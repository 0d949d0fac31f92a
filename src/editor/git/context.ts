import type { ReadOnlyDocuments } from '../archive/read-only-documents';
import type { CommandContext } from '../commands/command';

/** For commands that show what git knows: they put documents side by side. */
export interface GitContext extends CommandContext {
  readonly documents: ReadOnlyDocuments;
}
