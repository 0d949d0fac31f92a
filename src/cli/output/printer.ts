import { aligned } from '../../core/agreement';
import type { Call } from '../call/command';

/** Prints rows as they are found: as one JSON document, or as lines for people. */
export interface Printer<Row> {
  /** @param cells what a person sees of a row; the cells of a batch are aligned */
  print(rows: readonly Row[], cells: (row: Row, index: number) => readonly string[]): void;
  /** To be called once, behind the last row: it closes the document. */
  end(): void;
}

/**
 * Makes a printer. Rows go out batch by batch, so that a reader sees the first ones while the last ones are still searched for, and one
 * who has seen enough ends the search.
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

/** Prints something that is no list of rows as one JSON document. */
export function printDocument({ io }: Call, document: unknown): void {
  io.stdout(`${escaped(JSON.stringify(document, null, 2))}\n`);
}

/** JSON that means the same and that a terminal cannot be fooled with: what hides or moves text is written as an escape. */
function safeJson(value: unknown): string {
  return escaped(JSON.stringify(value));
}

function escaped(json: string): string {
  return json.replace(HIDDEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// What `JSON.stringify` leaves as it is: DEL and the C1 controls, bidirectional and zero-width characters, line separators, the BOM.
const HIDDEN = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;
