import { visible } from './visible';
import type { Span } from './span';

/** A place of a text with its surroundings, on one line, fit for a list or message. */
export interface Context {
  readonly line: string;
  /** The span of the place in `line`. */
  readonly marked: Span;
}

/** The most code units that are shown around a place. Fewer before it, as a narrow list cuts off the ends of its lines. */
const BEFORE = 20;
const AFTER = 70;

/** The most code units of a place that are shown. */
const LONGEST = 120;

/** One line of context for a place of a text. Words are not cut in two. An ellipsis stands for text that is left out. */
export function contextOf(text: string, { start, end }: Span): Context {
  // No further back than is shown: a text may have one line end, or none.
  const back = Math.max(0, start - BEFORE - 1);
  const before = text.slice(back, start);
  const lineStart = back + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const from = wordStart(text, Math.max(lineStart, start - BEFORE), lineStart, start);
  const until = Math.min(end, start + LONGEST);
  const rest = /^[^\r\n]*/.exec(text.slice(until, until + AFTER + 1))?.[0] ?? '';
  const shown = rest.length > AFTER ? rest.replace(/\s*\S*$/u, '') : rest;
  const led = oneLine(text.slice(from, start)).trimStart();
  const lead = from > lineStart ? `…${led}` : led;
  const place = oneLine(text.slice(start, until)).trimEnd();
  const after = until < end || rest.length > AFTER ? `${oneLine(shown)}…` : oneLine(shown).trimEnd();
  return { line: lead + place + after, marked: { start: lead.length, end: lead.length + place.length } };
}

/** The first words of a text on one line, for a label: at most so many code units, and an ellipsis if text is left out. */
export function shortened(text: string, most: number): string {
  const line = oneLine(text.slice(0, most * 4)).trim();
  if (line.length <= most && text.length <= most * 4) return line;
  const cut = line.slice(0, most);
  const words = cut.replace(/\s+\S*$/u, '');
  // A text without spaces is cut anywhere, but not between the halves of a surrogate pair.
  return `${(words.length > most / 2 ? words : cut).replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}

function oneLine(text: string): string {
  return visible(text.replace(/\s+/gu, ' '));
}

/** The start of the first whole word behind an offset; the place itself where there is none. */
function wordStart(text: string, from: number, lineStart: number, place: number): number {
  if (from === lineStart) return from;
  const gap = text.slice(from - 1, place).search(/\s/u);
  return gap < 0 ? place : from + gap;
}
