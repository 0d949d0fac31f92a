import type { TextEdit } from '../text/edit';
import { refuseComments } from './rewrite-flow';
import { unwritable } from './unwritable';
import { columnOf, endOfLine, endOfLines, insertion, insertLines, lineStart, nextLine, trimLineEnd } from './places';
import { contentEnd, type YamlEntry, type YamlList } from './tree';
import { isTextList, writeLines, writeText, type FieldValue } from './write-record';

/** Gives a field of a block-style map another value. `column` is that of its key. A comment behind it or under it stays. */
export function changeValue(
  text: string,
  entry: YamlEntry,
  value: FieldValue,
  column: number,
  eol: string,
): TextEdit[] {
  const old = entry.value;
  if (old?.kind === 'list' && !old.flow && isTextList(value)) return changeList(text, old, value, eol);
  if (old && old.kind !== 'text' && old.flow) refuseComments(text, old);
  const inBlock = old !== null && (old.kind === 'text' ? old.block : !old.flow);
  const end = old ? contentEnd(old) : entry.afterColon;
  // The span of a block ends behind a line end, which must stay. White space between a value and the line end goes with the value.
  const own = inBlock ? trimLineEnd(text, entry.afterColon, end) : end;
  const tail = text.slice(own, endOfLine(text, own));
  const commented = tail.trim() !== '';
  const span = { start: entry.afterColon, end: commented ? own : own + tail.length };
  if (typeof value === 'string') {
    // A comment under a literal block would become a line of its text.
    const inline = commented || endOfLines(text, end, column) > nextLine(text, end);
    return [{ span, text: writeText(value, column, eol, inline ? 'inline' : 'block') }];
  }
  const lines = eol + writeLines(value, column + 2).join(eol);
  if (inBlock) return [{ span, text: lines }];
  return [{ span, text: '' }, insertion(endOfLine(text, span.end), lines)];
}

/** Changes a list item by item. The lines of items that stay are not touched, nor are items that hold no text. */
function changeList(text: string, old: YamlList, value: readonly string[], eol: string): TextEdit[] {
  const first = old.dashes[0] ?? old.span.start;
  const column = columnOf(text, first);
  const present = old.items.map((item) => (item.kind === 'text' ? item.value : ''));
  const [wanted, known] = [new Set(value), new Set(present)];
  const stays = present.map((item) => item === '' || wanted.has(item));
  const added = value.filter((item) => !known.has(item));
  const result = [...new Set(present.filter((item, i) => item !== '' && stays[i])), ...added];
  const inPlace = result.every((item, i) => item === value[i]) && (added.length === 0 || stays.at(-1) === true);
  if (!inPlace) {
    if (old.items.some((item) => item.kind !== 'text')) unwritable();
    const end = trimLineEnd(text, first, contentEnd(old));
    return [{ span: { start: lineStart(text, first), end }, text: writeLines(value, column).join(eol) }];
  }
  const edits: TextEdit[] = [];
  old.items.forEach((item, index) => {
    if (stays[index]) return;
    const start = lineStart(text, old.dashes[index] ?? item.span.start);
    edits.push({ span: { start, end: endOfLines(text, contentEnd(item), column) }, text: '' });
  });
  if (added.length > 0) {
    edits.push(insertLines(text, endOfLines(text, contentEnd(old), column), writeLines(added, column).join(eol), eol));
  }
  return edits;
}
