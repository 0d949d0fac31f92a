import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import type { CommandArgument } from './command-argument';

/** The argument that a quick fix passes for a name that a record uses and nothing defines: the address of the archive's root, and the id. */
export interface MissingName {
  readonly archive: string;
  readonly id: string;
}

/** The archive and the id that an argument names; null where it names no id, or an archive that is not open in this window. */
export function missingName(archives: Archives, argument: CommandArgument): { archive: Archive; id: string } | null {
  const archive = argument.archiveIn(archives);
  const id = argument.text('id');
  return archive && id !== null ? { archive, id } : null;
}
