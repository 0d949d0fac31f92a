import type { Annotation } from '../../core/sidecar';
import { visible, type Span } from '../../core/text';

/** How far around a place words are looked for, in UTF-16 units: further than the context that an annotation stores. */
const REACH = 2000;

/** The passage as an annotation stores it: the context before, the quote, and the context behind, as separate paragraphs. */
export function remembered({ before, quote, after }: Annotation): string {
  return lines(before ?? '', quote, after ?? '');
}

/** The passage at a place of the text, with as many words around it as the annotation stores. */
export function standing(text: string, span: Span, { before, after }: Annotation): string {
  const [wordsBefore, wordsAfter] = [wordsOf(before ?? ''), wordsOf(after ?? '')];
  const near = wordsOf(text.slice(Math.max(0, span.start - REACH), span.start));
  return lines(
    near.slice(near.length - Math.min(near.length, wordsBefore.length)).join(' '),
    text.slice(span.start, span.end),
    wordsOf(text.slice(span.end, span.end + REACH))
      .slice(0, wordsAfter.length)
      .join(' '),
  );
}

/** The title of a comparison. */
export function compareTitle({ quote }: Annotation, line: number): string {
  const words = visible(quote.replace(/\s+/gu, ' ')).slice(0, 30);
  return `“${words}${quote.length > 30 ? '…' : ''}”: as annotated ↔ line ${line}`;
}

function lines(before: string, quote: string, after: string): string {
  return `${before}\n\n${quote.replace(/\r\n?/g, '\n')}\n\n${after}\n`;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
