import picomatch from 'picomatch';

/** A glob, taken apart so that only the part of a folder that it can name is walked. */
export interface Glob {
  /** The folder before its first wildcard as it was spelled, without a slash at the end; empty where there is none. */
  readonly base: string;
  /** How many levels below the base it reaches. */
  readonly depth: number;
  /** Whether it names a path that is relative to the base. */
  fits(path: string): boolean;
}

/**
 * Takes a glob apart. Means the same by it as `postgloss.yaml` does: `*`, `**`, `?`, `[…]`, `{…}`, and no names with a leading dot.
 * Null for what has no wildcard, and for what is too long to be a glob.
 */
export function readGlob(glob: string): Glob | null {
  if (glob.length > MAX_LENGTH) return null;
  const scanned = picomatch.scan(glob, OPTIONS);
  if (!scanned.isGlob) return null;
  // What is escaped in the folder would have to be unescaped before it can be walked; from above, everything is found too.
  const plain = !scanned.base.includes('\\');
  const rest = plain ? scanned.glob : glob;
  return {
    base: plain ? scanned.prefix + scanned.base : '',
    depth: rest.includes('**') ? Infinity : rest.split('/').length,
    fits: picomatch(rest, OPTIONS),
  };
}

/** In code units; no file system has paths as long. */
const MAX_LENGTH = 10_000;

/** As in `postgloss.yaml`; and a `!` in front is part of a name, since “everything but” is never meant. */
const OPTIONS = { noextglob: true, nonegate: true };
