import type { Span } from '../text/span';

/** A place that git could not merge by lines, with the text of each side. */
export interface Hunk {
  readonly ours: string;
  /** The text of the common version; null where the file does not hold it, as only the styles `diff3` and `zdiff3` do. */
  readonly base: string | null;
  readonly theirs: string;
}

/** A file with git's markers, taken apart. */
export interface Marked {
  /** In the order of the file. A string is text that both sides have. */
  readonly stretches: readonly (string | Hunk)[];
  /** The names of the sides in the markers: `HEAD` and the name of a branch, or a commit. Empty where there are none. */
  readonly labels: { readonly ours: string; readonly theirs: string };
  /** How many signs a marker has. */
  readonly size: number;
}

/** Whether a line of a text looks like the marker that begins a conflict. */
export function hasMarkers(text: string): boolean {
  return /^<{7,}(?:[ \t\r]|$)/m.test(text);
}

/**
 * Takes a file with conflict markers apart. Null where it has none, or where they do not go together: one was removed by hand, or a
 * conflict stands within another.
 *
 * @param text without its byte order mark
 */
export function splitMarkers(text: string): Marked | null {
  const stretches: (string | Hunk)[] = [];
  let labels: Marked['labels'] | null = null;
  let size = 0;
  let common = '';
  let open: Open | null = null;
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const found = /^([<|=>])\1{6,}(?=[ \t\r\n]|$)[ \t]*(.*)/.exec(line);
    const [sign, label] = [found?.[1], (found?.[2] ?? '').trim()];
    const length = found ? line.search(/[^<|=>]|$/) : 0;
    if (!open) {
      if (sign === '<') {
        open = { size: length, label, ours: '', base: null, theirs: null };
        stretches.push(common);
        common = '';
      } else if (sign !== undefined) return null;
      else common += line;
      continue;
    }
    if (length !== open.size) {
      // The common version may itself be a merge with conflicts, whose markers are longer.
      if (sign !== undefined && (open.base === null || open.theirs !== null || length < open.size)) return null;
      append(open, line);
    } else if (sign === '|' && open.base === null && open.theirs === null) open.base = '';
    else if (sign === '=' && open.theirs === null) open.theirs = '';
    else if (sign === '>' && open.theirs !== null) {
      const { ours, base, theirs } = open;
      stretches.push({ ours, base, theirs });
      labels ??= { ours: open.label, theirs: label };
      size ||= open.size;
      open = null;
    } else return null;
  }
  if (open || !labels) return null;
  return { stretches: [...stretches, common], labels, size };
}

interface Open {
  readonly size: number;
  readonly label: string;
  ours: string;
  base: string | null;
  theirs: string | null;
}

function append(open: Open, line: string): void {
  if (open.theirs !== null) open.theirs += line;
  else if (open.base !== null) open.base += line;
  else open.ours += line;
}

/** The text of a side; null for the common version where not every conflict holds it. */
export function sideOf({ stretches }: Marked, side: 'ours' | 'theirs'): string;
export function sideOf({ stretches }: Marked, side: 'base'): string | null;
export function sideOf({ stretches }: Marked, side: keyof Hunk): string | null {
  if (stretches.some((stretch) => typeof stretch !== 'string' && stretch[side] === null)) return null;
  return stretches.map((stretch) => (typeof stretch === 'string' ? stretch : (stretch[side] ?? ''))).join('');
}

/** A hunk, and the span of its part of one side in the text of that side. */
export interface HunkSpan {
  readonly hunk: Hunk;
  readonly span: Span;
  /** Added to an offset of that text, gives its offset in the file: within the part, and behind it up to the next hunk. */
  readonly inside: number;
  readonly behind: number;
}

/**
 * The hunks of a file in the text of one side.
 *
 * @param text of the file
 */
export function hunkSpans(text: string, { stretches }: Marked, side: 'ours' | 'theirs'): HunkSpan[] {
  const spans: HunkSpan[] = [];
  let inSide = 0;
  let inFile = 0;
  const nextLine = (at: number) => text.indexOf('\n', at) + 1 || text.length;
  for (const stretch of stretches) {
    if (typeof stretch === 'string') {
      inSide += stretch.length;
      inFile += stretch.length;
      continue;
    }
    const { ours, base, theirs } = stretch;
    const start = { ours: nextLine(inFile), theirs: 0 };
    const behindOurs = start.ours + ours.length;
    start.theirs = nextLine(base === null ? behindOurs : nextLine(behindOurs) + base.length);
    const span = { start: inSide, end: inSide + stretch[side].length };
    inFile = nextLine(start.theirs + theirs.length);
    spans.push({ hunk: stretch, span, inside: start[side] - span.start, behind: inFile - span.end });
    inSide = span.end;
  }
  return spans;
}
