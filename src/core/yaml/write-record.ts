import { writeInline, writeKey, writeScalar } from './scalars';

/** What a field can hold: text, a list of texts, or a small map of texts (an entity's links). */
export type FieldValue = string | readonly string[] | ReadonlyMap<string, string>;

/** Fields in the order in which they are to be written. */
export type Fields = ReadonlyMap<string, FieldValue>;

/** How a text of several lines is written: as a block of lines, or escaped in one line where something stands behind it. */
export type TextStyle = 'block' | 'inline';

/** A record in block style, its dash in column `indent`, without a line end behind its last line. */
export function writeRecord(fields: Fields, indent: number, eol: string, style: TextStyle = 'block'): string {
  const inner = indent + 2;
  const lines = [...fields].map(([key, value]) => writeField(key, value, inner, eol, style));
  return `${' '.repeat(indent)}- ${lines.join(eol + ' '.repeat(inner))}`;
}

/** `key: value`, the key in column `indent`; the lines of lists and maps follow, indented by two more. */
export function writeField(key: string, value: FieldValue, indent: number, eol: string, style: TextStyle): string {
  const start = `${writeKey(key)}:`;
  if (typeof value === 'string') return start + writeText(value, indent, eol, style);
  const lines = writeLines(value, indent + 2);
  return lines.length === 0 ? `${start} ${isTextList(value) ? '[]' : '{}'}` : [start, ...lines].join(eol);
}

/** What stands behind the colon of a text whose key is in column `indent`. */
export function writeText(value: string, indent: number, eol: string, style: TextStyle): string {
  return ` ${style === 'block' ? writeScalar(value, indent + 2, eol) : writeInline(value)}`;
}

/** The lines of a list or a map, indented. Each item takes one line. */
export function writeLines(value: readonly string[] | ReadonlyMap<string, string>, indent: number): string[] {
  const space = ' '.repeat(indent);
  if (isTextList(value)) return value.map((item) => `${space}- ${writeInline(item)}`);
  return [...value].map(([key, item]) => `${space}${writeKey(key)}: ${writeInline(item)}`);
}

export function isTextList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}
