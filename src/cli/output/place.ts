import type { Problem } from '../../core/problem';
import { visible, type LineIndex } from '../../core/text';

/** The 1-based line and column of an offset; columns count UTF-16 code units. */
export function placeOf(lines: LineIndex, offset: number): { line: number; column: number } {
  const line = lines.lineAt(offset);
  return { line: line + 1, column: offset - lines.startOf(line) + 1 };
}

/** A place that a terminal or an editor can jump to: `archives/harbour.txt:3:14`. */
export function shownPlace(file: string, lines: LineIndex, offset: number): string {
  const { line, column } = placeOf(lines, offset);
  return `${file}:${line}:${column}`;
}

/** A problem as compilers write it, so that editors and CI find the place: `file:line:column: severity: message (code)`. */
export function problemLine(file: string, lines: LineIndex, { span, severity, message, code }: Problem): string {
  return visible(`${shownPlace(file, lines, span.start)}: ${severity}: ${message} (${code})`);
}
