import { visible } from '../text/visible';

/** Aligns cells in columns, two spaces apart. The last cell of a line is not padded. */
export function aligned(rows: readonly (readonly string[])[]): string {
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

/** The width of a cell in code points, which fits most names in most terminals. */
function widthOf(cell: string): number {
  return Array.from(cell).length;
}
