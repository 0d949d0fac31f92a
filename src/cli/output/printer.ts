import { aligned } from '../../core/agreement';
import type { Call } from '../call/command';
import { jsonText } from './json-text';

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
      if (json) io.stdout((printed === 0 ? '[\n  ' : ',\n  ') + rows.map((row) => jsonText(row)).join(',\n  '));
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
  io.stdout(`${jsonText(document, 2)}\n`);
}
