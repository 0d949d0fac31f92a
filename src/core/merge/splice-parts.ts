import { applyEdits } from '../text/edit';
import { changeValue } from '../yaml/edit-value';
import { unwritable } from '../yaml/unwritable';
import { columnOf, lineStart } from '../yaml/places';
import { writeField, type FieldValue } from '../yaml/write-record';
import { shift } from './lines';
import { isList, isMap, type Value } from './model';
import { keyOf, type Part } from './parts';
import type { FieldPiece } from './pieces';
import type { Parts } from './shape';

/**
 * The text of a field of which both sides changed parts. Each part keeps the lines of its side, with their comments. The field is written
 * anew only where a side has it in one line.
 *
 * @param column of the field's key
 * @throws RangeError where its layout does not allow it
 */
export function spliceParts(
  key: string,
  value: Value,
  merged: readonly Part[],
  kind: Parts,
  sides: { readonly ours: FieldPiece | undefined; readonly theirs: FieldPiece | undefined },
  column: number,
  eol: string,
): string {
  const ours = sides.ours ? linesOfParts(sides.ours, kind) : null;
  const theirs = sides.theirs ? linesOfParts(sides.theirs, kind) : null;
  const from = { ours, theirs };
  const frame =
    ours && sides.ours
      ? { lines: ours, piece: sides.ours }
      : theirs && sides.theirs
        ? { lines: theirs, piece: sides.theirs }
        : null;
  if (frame && merged.every((part) => from[part.from]?.parts.has(part.key))) {
    const lines = merged.map((part) => {
      const side = from[part.from];
      return shift('\n' + (side?.parts.get(part.key) ?? ''), frame.lines.column - (side?.column ?? 0)).slice(1);
    });
    return shift(frame.lines.head + lines.join(''), column - frame.piece.column);
  }
  const written = asFieldValue(value);
  const piece = sides.ours ?? sides.theirs;
  if (!piece) return writeField(key, written, column, eol, 'block') + eol;
  const start = piece.entry.keySpan.start;
  const edits = changeValue(piece.text, piece.entry, written, piece.column, eol).map(({ span, text }) => ({
    span: { start: span.start - start, end: span.end - start },
    text,
  }));
  return shift(applyEdits(piece.source, edits), column - piece.column);
}

interface PartLines {
  /** The line of the key, and what stands between it and the first part. */
  readonly head: string;
  readonly parts: ReadonlyMap<string, string>;
  readonly column: number;
}

/** The lines of each part of a field in block style; null for other styles, and where two parts have one key. */
function linesOfParts({ entry, source, text }: FieldPiece, kind: Parts): PartLines | null {
  const { value, keySpan } = entry;
  if (!value || value.kind === 'text' || value.flow) return null;
  const starts = value.kind === 'list' ? value.dashes : value.entries.map((part) => part.keySpan.start);
  const keys =
    value.kind === 'list'
      ? value.items.map((item) => keyOf(kind, item.kind === 'text' ? item.value : filesOf(item)))
      : value.entries.map(({ key }) => key);
  const [first] = starts;
  if (first === undefined || starts.length !== keys.length || new Set(keys).size !== keys.length) return null;
  const end = keySpan.start + source.length;
  const parts = new Map<string, string>();
  keys.forEach((key, i) => {
    const next = starts[i + 1];
    if (key !== null)
      parts.set(key, text.slice(lineStart(text, starts[i] ?? 0), next === undefined ? end : lineStart(text, next)));
  });
  return { head: text.slice(keySpan.start, lineStart(text, first)), parts, column: columnOf(text, first) };
}

/** The `files` of a rule, by which it is told apart. */
function filesOf(item: Exclude<FieldPiece['entry']['value'], null>): Value {
  if (item.kind !== 'map') return null;
  const files = item.entries.find(({ key }) => key === 'files')?.value;
  return new Map([['files', files?.kind === 'text' ? files.value : null]]);
}

function asFieldValue(value: Value): FieldValue {
  const texts = (items: readonly Value[]) => items.map((item) => (typeof item === 'string' ? item : unwritable()));
  if (typeof value === 'string') return value;
  if (isList(value)) return texts(value);
  if (isMap(value)) return new Map([...value.keys()].map((key, i) => [key, texts([...value.values()])[i] ?? '']));
  return unwritable();
}
