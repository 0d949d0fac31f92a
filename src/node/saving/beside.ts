import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { MARK } from './mark';

// The names of the files that lie beside a file while it is saved. None has the ending of a file of an archive, so no archive reads them.

/** The temporary file with the given mark: `.iran.txt.gloss.yaml.1f2e3d4c-4711-0a1b2c3d.tmp`. */
export function temporaryBeside(target: string, mark: string): string {
  return join(dirname(target), `.${shortName(target)}.${mark}.tmp`);
}

/** The lock: `.iran.txt.gloss.yaml.lock`. */
export function lockBeside(target: string): string {
  return join(dirname(target), `.${shortName(target)}.lock`);
}

/** The mark in the name of a temporary file; null for a file of another program. */
export function markOfTemporary(name: string): string | null {
  return TEMPORARY.exec(name)?.[1] ?? null;
}

/** Whether a file is one of our locks, by its name. */
export function isLock(name: string): boolean {
  return /^\..*(?:gloss\.yaml|~[0-9a-f]{16})\.lock$/.test(name);
}

const TEMPORARY = new RegExp(`^\\..*\\.(${MARK.source})\\.tmp$`);

/** Systems allow 255 bytes for a name. A hash replaces a long name, so that there is room for the mark and the ending. */
function shortName(target: string): string {
  const name = basename(target);
  if (Buffer.byteLength(name) <= 200) return name;
  return `~${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
}
