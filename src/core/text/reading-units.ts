import type { LineIndex } from './lines';
import { contains, type Span } from './span';

// The units in which people read and select: word, sentence, paragraph.

/** A text with its lines, and the part of it to look in. */
export interface Readable {
  readonly text: string;
  readonly lines: LineIndex;
  readonly within: Span;
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });

/** A full stop behind one of these ends no sentence, as a name or a number follows it: titles, initials, `p. 12`. */
const ABBREVIATED =
  /(?:^|[\s\p{P}])(?:\p{Lu}|\p{Lu}\.\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Maj|Capt|Lt|Sgt|Rev|Hon|Sen|Rep|Gov|Pres|No|Nr|vs|cf|p|pp|vol|ed|eds|ca?|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.[\s\u00a0]+$/u;

/**
 * The paragraph at an offset: the lines around it up to blank ones, without blanks at its ends. Null on a blank line. An offset behind
 * the last letter of a line belongs to that line.
 */
function paragraphAt({ text, lines, within }: Readable, offset: number): Span | null {
  const line = (n: number): Span => ({
    start: Math.max(within.start, lines.startOf(n)),
    end: Math.min(within.end, lines.endOf(n)),
  });
  const isBlank = (n: number) => text.slice(line(n).start, line(n).end).trim() === '';
  const here = lines.lineAt(offset);
  if (offset < within.start || offset > within.end || isBlank(here)) return null;
  let first = here;
  let last = here;
  while (lines.startOf(first) > within.start && !isBlank(first - 1)) first--;
  while (lines.endOf(last) < within.end && !isBlank(last + 1)) last++;
  return trimmed(text, { start: line(first).start, end: line(last).end });
}

/**
 * The sentence at an offset, without blanks at its ends; null on a blank line. Sentences end as Unicode’s rules say (UAX 29), except that
 * a line end inside of a paragraph ends none, neither does the full stop of a title or an initial, nor any sign before a small letter. Between two sentences, an offset
 * in the blanks belongs to the first one.
 */
export function sentenceAt(readable: Readable, offset: number): Span | null {
  const paragraph = paragraphAt(readable, offset);
  if (!paragraph) return null;
  const { text } = readable;
  // A line end counts as the end of a sentence in Unicode's rules; here it is only where the line was full.
  const flowing = text.slice(paragraph.start, paragraph.end).replace(/[\r\n\u2028\u2029]/g, ' ');
  let start = 0;
  for (const { index, segment } of SENTENCES.segment(flowing)) {
    const end = index + segment.length;
    const goesOn = /^\p{Ll}/u.test(flowing.slice(end, end + 2));
    if (goesOn || (end < flowing.length && ABBREVIATED.test(flowing.slice(Math.max(start, end - 24), end)))) continue;
    if (paragraph.start + end > offset || end === flowing.length) {
      return trimmed(text, { start: paragraph.start + start, end: paragraph.start + end });
    }
    start = end;
  }
  return null;
}

/** The spans that a selection grows to: the word, the sentence and the paragraph at it, each larger than the one before. */
export function readingUnits(readable: Readable, selected: Span): Span[] {
  const { text } = readable;
  const sentence = sentenceAt(readable, selected.start);
  const units = [sentence && wordAt(text, sentence, selected.start), sentence, paragraphAt(readable, selected.start)];
  const grown: Span[] = [];
  for (const unit of units) {
    const last = grown.at(-1) ?? selected;
    if (unit && contains(unit, selected) && contains(unit, last) && unit.end - unit.start > last.end - last.start) {
      grown.push(unit);
    }
  }
  return grown;
}

/** The word that an offset of a sentence is in or at the end of; null between two signs that are no words. */
function wordAt(text: string, sentence: Span, offset: number): Span | null {
  let before: Span | null = null;
  for (const { index, segment, isWordLike } of WORDS.segment(text.slice(sentence.start, sentence.end))) {
    const start = sentence.start + index;
    const end = start + segment.length;
    if (start > offset) break;
    if (isWordLike && offset <= end) before = { start, end };
  }
  return before;
}

/** A span without the white space at its ends. */
function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  return { start: end - part.trimStart().length, end: start + part.trimEnd().length };
}
