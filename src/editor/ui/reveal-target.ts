// The arguments of `postgloss.reveal`. They stand in links and rows, so they hold ids and offsets only, and are checked when they arrive.

interface InText {
  /** The address of the archive's root, as a string. */
  readonly archive: string;
  /** The text's path in the archive. */
  readonly path: string;
}

/** A place of a text: a passage by its offsets, or a post by its id. */
export type RevealTarget =
  (InText & { readonly start: number; readonly end: number }) | (InText & { readonly post: string });

/** The target that the record of an argument describes; null when it describes none. */
export function toRevealTarget(argument: Readonly<Record<string, unknown>>): RevealTarget | null {
  const { archive, path, start, end, post } = argument;
  if (typeof archive !== 'string' || typeof path !== 'string') return null;
  if (typeof post === 'string') return { archive, path, post };
  if (!isOffset(start) || !isOffset(end) || end < start) return null;
  return { archive, path, start, end };
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
