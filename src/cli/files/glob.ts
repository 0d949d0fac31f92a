import picomatch from 'picomatch';

/** A glob, split so that only the folders that it can reach are walked. */
export interface Glob {
  /** The folder before its first wildcard as it was spelled, without a slash at the end; empty where there is none. */
  readonly base: string;
  /** How many levels below the base it reaches. */
  readonly depth: number;
  /** Whether it names a path that is relative to the base. */
  fits(path: string): boolean;
}

/**
 * Splits a glob. Wildcards mean the same as in `postgloss.yaml`: `*`, `**`, `?`, `[…]`, `{…}`, and no names with a leading dot. Null for a
 * path without wildcards, and for a glob that is too long.
 */
export function readGlob(glob: string): Glob | null {
  if (glob.length > MAX_LENGTH) return null;
  const scanned = picomatch.scan(glob, OPTIONS);
  if (!scanned.isGlob) return null;
  // A folder with escaped characters could not be walked as it is spelled. Then the walk starts above it.
  const plain = !scanned.base.includes('\\');
  const rest = plain ? scanned.glob : glob;
  return {
    base: plain ? scanned.prefix + scanned.base : '',
    depth: rest.includes('**') ? Infinity : rest.split('/').length,
    fits: picomatch(rest, OPTIONS),
  };
}

/** In UTF-16 code units. No file system has paths as long. */
const MAX_LENGTH = 10_000;

/** As in `postgloss.yaml`, except that a `!` in front is part of a name: a list of files never means “everything but”. */
const OPTIONS = { noextglob: true, nonegate: true };
