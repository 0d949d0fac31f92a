import { visible } from '../core/index';
import type { Call } from './command';

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

/** JSON that means the same and that a terminal cannot be fooled with: what hides or moves text is written as an escape. */
function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(HIDDEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// What `JSON.stringify` leaves as it is: DEL and the C1 controls, bidirectional and zero-width characters, line separators, the BOM.
const HIDDEN = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Lines of cells, two spaces apart. The last cell may be long, and is not filled up. */
function aligned(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(visible));
  const widths: number[] = [];
  for (const cells of lines) cells.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, widthOf(cell))));
  return lines
    .map(
      (cells) =>
        cells
          .map((cell, i) => filled(cell, widths[i] ?? 0))
          .join('  ')
          .trimEnd() + '\n',
    )
    .join('');
}

function filled(cell: string, width: number): string {
  return cell + ' '.repeat(width - widthOf(cell));
}

/** In code points, which is what most terminals and most names agree on. */
function widthOf(cell: string): number {
  return Array.from(cell).length;
}
