import type { Span } from '../../src/core/text/span';

/** A text and the spans that were marked in it. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
  /** The first of them. */
  readonly span: Span;
}

/**
 * Reads a text with passages in marks, so that tests show places instead of counting offsets.
 *
 * `marked('They ⟦break barriers⟧ here')` has the text without the marks and the span of “break barriers”. Marks may nest; the spans
 * come in the order of their opening marks.
 */
export function marked(source: string): Marked {
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of source.split(/([⟦⟧])/)) {
    if (piece === '⟦') {
      const span = { start: text.length, end: -1 };
      spans.push(span);
      open.push(span);
    } else if (piece === '⟧') {
      const span = open.pop();
      if (!span) throw new Error('A closing mark ⟧ lacks its opening one.');
      span.end = text.length;
    } else {
      text += piece;
    }
  }
  if (open.length > 0) throw new Error('An opening mark ⟦ lacks its closing one.');
  return { text, spans, span: spans[0] ?? { start: 0, end: 0 } };
}

/** The text with marks around spans: what a failing test should show. The spans must not cross one another. */
export function mark(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, sign: '⟦', order: 1 },
    { at: end, sign: '⟧', order: start === end ? 2 : 0 },
  ]);
  marks.sort((a, b) => b.at - a.at || b.order - a.order);
  let result = text;
  for (const { at, sign } of marks) result = result.slice(0, at) + sign + result.slice(at);
  return result;
}
