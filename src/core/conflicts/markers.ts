import type { Span } from '../text/span';

/** A place that git could not merge by lines: what each side would have there. */
export interface Hunk {
  readonly ours: string;
  /** What both started from; null where the file does not tell it, as only the styles `diff3` and `zdiff3` do. */
  readonly base: string | null;
  readonly theirs: string;
}

/** A file with git's markers, taken apart. */
export interface Marked {
  /** In the order of the file; a text is what both sides have. */
  readonly stretches: readonly (string | Hunk)[];
  /** What git calls the sides: `HEAD` and the name of a branch, or a commit. Empty where it says nothing. */
  readonly labels: { readonly ours: string; readonly theirs: string };
  /** How many signs a marker has. */
  readonly size: number;
}

/** Whether a text holds the beginning of a conflict, as far as a look at its lines can tell. */
export function hasMarkers(text: string): boolean {
  return /^<{7,}(?:[ \t\r]|$)/m.test(text);
}

/**
 * Takes a file with conflict markers apart. Null where it has none, or where they do not go together: somebody has taken away one of them
 * by hand, or a conflict stands within another.
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
      // What both started from may be a merge with conflicts of its own, whose markers are longer.
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

/** The file as a side would have it; null for what both started from where not every conflict tells it. */
export function sideOf({ stretches }: Marked, side: 'ours' | 'theirs'): string;
export function sideOf({ stretches }: Marked, side: 'base'): string | null;
export function sideOf({ stretches }: Marked, side: keyof Hunk): string | null {
  if (stretches.some((stretch) => typeof stretch !== 'string' && stretch[side] === null)) return null;
  return stretches.map((stretch) => (typeof stretch === 'string' ? stretch : (stretch[side] ?? ''))).join('');
}

/** Where a side's part of a hunk stands in the text of that side, and by how much it is further on in the file. */
export interface HunkSpan {
  readonly hunk: Hunk;
  readonly span: Span;
  /** What to add to an offset within the part, and to one behind it and before the next. */
  readonly inside: number;
  readonly behind: number;
}

/**
 * The hunks of a file as they stand in the text of one side.
 *
 * @param text that the file was taken apart from
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
