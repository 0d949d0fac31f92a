import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import type { CommandArgument } from './command-argument';

/** The archive and the id that an argument names; null where it names no id, or an archive that is not open in this window. */
export function missingName(archives: Archives, argument: CommandArgument): { archive: Archive; id: string } | null {
  const archive = argument.archiveIn(archives);
  const id = argument.text('id');
  return archive && id !== null ? { archive, id } : null;
}
