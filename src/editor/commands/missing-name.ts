import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';

/** What a quick fix says of a name that a record uses and nothing defines: the address of the archive's root, and the id. */
export interface MissingName {
  readonly archive: string;
  readonly id: string;
}

/** The archive and the id that an argument names; null when it names none that is open. Links may come from anywhere. */
export function missingName(archives: Archives, argument: unknown): { archive: Archive; id: string } | null {
  if (typeof argument !== 'object' || argument === null) return null;
  const { archive: root, id } = argument as Partial<Record<keyof MissingName, unknown>>;
  const archive = archives.all.find((known) => known.root.toString() === root);
  return archive && typeof id === 'string' ? { archive, id } : null;
}
