/**
 * A cell of a delimited table (RFC 4180), in quotation marks where it needs them. A cell that a spreadsheet would take for a formula gets an
 * apostrophe, as does one that looks as if it had got it; `withoutApostrophe` takes that away (OWASP, CSV injection).
 */
export function writeCell(text: string, delimiter: string): string {
  const cell = FORMULA.test(text) ? `'${text}` : text;
  return /["\r\n]|^\s|\s$/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The content of a cell that `writeCell` has written, without the apostrophe before a formula. */
export function withoutApostrophe(cell: string): string {
  return WITH_APOSTROPHE.test(cell) ? cell.slice(1) : cell;
}

const FORMULA = /^'*[=+\-@\t\r]/;
const WITH_APOSTROPHE = /^'+[=+\-@\t\r]/;
