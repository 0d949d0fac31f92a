import { visible } from '../text/visible';

/** Lines of cells, two spaces apart. The last cell may be long, and is not filled up. */
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

/** In code points, which is what most terminals and most names agree on. */
function widthOf(cell: string): number {
  return Array.from(cell).length;
}
