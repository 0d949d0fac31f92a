// Keys and scalars of one line, for the quick reader of block style.

/** Thrown where the reader is not sure. One error for all, made beforehand: making one for each file would cost a stack trace. */
export class Unsure extends Error {}
export const UNSURE = new Unsure();

/** Whether a scalar is plain for sure: YAML gives no meaning to its first character, nor to any `: ` or ` #` in it. */
export function isPlain(value: string): boolean {
  return (isWordUnit(value.charCodeAt(0)) || PLAIN.test(value)) && !NOT_PLAIN.test(value);
}

const PLAIN = /^[\p{L}\p{N}_.(/“”‘’«»…—–$+~^;<=\\]/u;
const NOT_PLAIN = /: | #|[: ]$/;
const DOUBLE_QUOTED = /^(?:[^"\\]|\\(?:["\\/nt]|u[0-9a-fA-F]{4}))*$/;
const SINGLE_QUOTED = /^(?:[^']|'')*$/;

/** The offset behind a key of letters, digits, `_` and `-` that begins with a letter; `at` where there is no such key. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  const first = text.charCodeAt(at) | 0x20;
  if (!(first >= 0x61 && first <= 0x7a)) return at;
  for (let unit = text.charCodeAt(++end); isWordUnit(unit) || unit === 0x2d; unit = text.charCodeAt(++end));
  return end;
}

/** Whether a code unit is a letter or digit of ASCII, or `_`. */
function isWordUnit(unit: number): boolean {
  const lower = unit | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x5f;
}

/** The text of a double-quoted scalar. */
export function unquoteDouble(source: string): string {
  if (!/["\\]/.test(source)) return source;
  if (!DOUBLE_QUOTED.test(source)) throw UNSURE;
  return source.replace(/\\(?:u(.{4})|(.))/g, (_, code: string | undefined, sign: string) =>
    code === undefined ? (sign === 'n' ? '\n' : sign === 't' ? '\t' : sign) : String.fromCharCode(parseInt(code, 16)),
  );
}

/** The text of a single-quoted scalar. */
export function unquoteSingle(source: string): string {
  if (!source.includes("'")) return source;
  if (!SINGLE_QUOTED.test(source)) throw UNSURE;
  return source.replaceAll("''", "'");
}
