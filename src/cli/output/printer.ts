import { aligned } from '../../core/agreement';
import type { Call } from '../call/command';

/** Prints rows as they are found: as one JSON document, or as lines for people. */
export interface Printer<Row> {
  /** @param cells the parts of a row that a person sees; the cells of a batch are aligned */
  print(rows: readonly Row[], cells: (row: Row, index: number) => readonly string[]): void;
  /** Closes the document; call it once, after the last row. */
  end(): void;
}

/**
 * Makes a printer. Rows go out batch by batch, so that a reader sees the first rows while the last ones are still being searched for, and
 * can end the search by closing the pipe.
 */
export function createPrinter<Row>({ io, json }: Call): Printer<Row> {
  let printed = 0;
  return {
    print(rows, cells) {
      if (rows.length === 0) return;
      if (json) io.stdout((printed === 0 ? '[\n  ' : ',\n  ') + rows.map(safeJson).join(',\n  '));
      else io.stdout(aligned(rows.map(cells)));
      printed += rows.length;
    },
    end() {
      if (json) io.stdout(printed === 0 ? '[]\n' : '\n]\n');
    },
  };
}

/** Prints a value other than a list of rows as one JSON document. */
export function printDocument({ io }: Call, document: unknown): void {
  io.stdout(`${escaped(JSON.stringify(document, null, 2))}\n`);
}

/** JSON with the same meaning in which characters that hide or move text on a terminal are written as escapes. */
function safeJson(value: unknown): string {
  return escaped(JSON.stringify(value));
}

function escaped(json: string): string {
  return json.replace(HIDDEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// The characters of this kind that `JSON.stringify` leaves as they are: DEL and the C1 controls, bidirectional and zero-width characters,
// line separators, the BOM.
const HIDDEN = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;
