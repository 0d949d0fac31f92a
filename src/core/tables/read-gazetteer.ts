import type { RowProblem, Table, TableRow } from './table';

/**
 * Reads a list of names, one a line, as gazetteers of GATE have it: behind a name may stand features, `Basra&country=Iraq&type=city`, each
 * of which is a column. The sign before a feature may be `&`, `:`, `|`, `;` or a tab. Never throws.
 */
export function readGazetteer(text: string): Table {
  const columns = new Map([['name', 0]]);
  const rows: TableRow[] = [];
  const problems: RowProblem[] = [];
  text.split(/\r\n?|\n/).forEach((source, index) => {
    if (source.trim() === '') return;
    const line = index + 1;
    const [name = '', ...features] = source.split(FEATURE);
    const cells = [name.trim()];
    for (const feature of features) {
      const [, key = '', value = ''] = /^([^=]*)=(.*)$/su.exec(feature) ?? [];
      const at = columns.get(key) ?? columns.size;
      if (at >= MOST_FEATURES) {
        problems.push({ line, message: 'The list has too many kinds of features. Those further on were left out.' });
        break;
      }
      columns.set(key, at);
      cells[at] = value.trim();
    }
    rows.push({ line, cells: Array.from(cells, (cell: string | undefined) => cell ?? '') });
  });
  return { columns: [...columns.keys()], rows, problems };
}

/** A sign with a feature behind it. Elsewhere, these signs are part of the name. */
const FEATURE = /[&:|;\t](?=[\p{L}_][\p{L}\p{N}_-]{0,60}=)/u;
const MOST_FEATURES = 200;
