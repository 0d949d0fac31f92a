/**
 * Quotes text from a file in a message: at most 60 code units, on one line. Characters that hide or reorder text are spelled out
 * (`<U+202E>`), so that no file can change how a message reads.
 */
export function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return `“${visible(short)}”`;
}

/** Replaces line breaks by spaces and spells out control, bidirectional and zero-width characters as `<U+202E>`. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?|\n|\t/g, ' ')
    .replace(HIDDEN, (unit) => `<U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);
}

// C0 and C1 controls; zero-width and bidirectional controls of the "Trojan Source" report (CVE-2021-42574); the byte order mark.
// eslint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
