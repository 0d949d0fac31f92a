import type { Span } from './span';

/** Replaces a span of a text: of the text before any edit of the same batch. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * Applies edits that do not overlap, in any order. Two insertions at one place keep the order of the list.
 *
 * @throws RangeError when two edits overlap. That is an error of the caller, and guessing would destroy text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let done = 0;
  for (const { span, text: replacement } of sorted) {
    if (span.start < done) throw new RangeError('Two edits of one batch overlap.');
    result += text.slice(done, span.start) + replacement;
    done = span.end;
  }
  return result + text.slice(done);
}

/** The line ending that a text uses: that of its first line, LF where it has none. */
export function lineEndingOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text.charCodeAt(first - 1) === 0x0d ? '\r\n' : '\n';
}
