import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDelimiter, readDelimited } from '../../../src/core/tables/read-delimited';
import { readTable, withoutHeading } from '../../../src/core/tables/read-table';
import {
  ENTITY_LIMITS,
  formatOfName,
  TABLE_FORMATS,
  type Table,
  type TableFormat,
} from '../../../src/core/tables/table';
import { trials } from '../../support/trials';

function table(text: string, format: TableFormat): Table {
  const read = readTable(text, format);
  assert.ok(read.ok, read.ok ? '' : read.why);
  return read.table;
}

const rows = (text: string, delimiter = ',') => readDelimited(text, delimiter).rows.map(({ cells }) => cells);

/** Writes cells as RFC 4180 has it; `always` puts quotation marks where none are needed, too. */
function write(cells: readonly (readonly string[])[], delimiter: string, eol: string, always: boolean): string {
  const one = (cell: string) =>
    always || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return cells.map((row) => row.map(one).join(delimiter) + eol).join('');
}

describe('reading CSV and TSV', () => {
  it('takes cells in quotation marks as they are', () => {
    assert.deepEqual(rows('a,"b,c","say ""yes""","two\r\nlines"\r\nd,,"",e\n'), [
      ['a', 'b,c', 'say "yes"', 'two\r\nlines'],
      ['d', '', '', 'e'],
    ]);
  });

  it('numbers rows by the lines of the file', () => {
    const lines = readDelimited('a,b\n\n"x\ny",1\r\nlast,2', ',').rows.map(({ line }) => line);
    assert.deepEqual(lines, [1, 3, 5]);
  });

  it('leaves out a line whose quotation marks cannot be understood, and no other', () => {
    const read = readDelimited(
      '5" gun,x\nVey,"the "kid" Jon"\n"Basra,place\nKassel,"place"\nOran,"place\nMara,person',
      ',',
    );
    assert.deepEqual(
      read.rows.map(({ line, cells }) => [line, ...cells]),
      [
        [1, '5" gun', 'x'],
        [4, 'Kassel', 'place'],
        [6, 'Mara', 'person'],
      ],
    );
    assert.deepEqual(
      read.problems.map(({ line }) => line),
      [2, 3, 5],
    );
  });

  it('takes quotation marks in cells between tabs as they are, unless they stand around a whole cell', () => {
    assert.deepEqual(rows('"Chemical" Ali\tx\n"Basra\tplace\nKassel\tplace\n"a\tb"\t"say ""yes"""\n', '\t'), [
      ['"Chemical" Ali', 'x'],
      ['"Basra', 'place'],
      ['Kassel', 'place'],
      ['a\tb', 'say "yes"'],
    ]);
  });

  it('reads the line in which a spreadsheet tells what stands between the cells', () => {
    const { columns, rows: found } = table('sep=;\r\nname;type\r\nLind, Mara;person\r\n', 'csv');
    assert.deepEqual([columns, found], [['name', 'type'], [{ line: 3, cells: ['Lind, Mara', 'person'] }]]);
  });

  it('finds out what stands between the cells', () => {
    assert.equal(findDelimiter('name;type;aliases\nA, B;person;x'), ';');
    assert.equal(findDelimiter('name,type\nA;B;C;D,person'), ',');
    assert.equal(findDelimiter('"a;b;c;d",type\n'), ',');
    assert.equal(findDelimiter('name\ttype, kind\n'), '\t');
    assert.deepEqual(table('name;type\nMara Lind;person\n', 'csv').columns, ['name', 'type']);
  });

  it('E7: gives back any cells that were written', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('"', ',', ';', '\t', '\r', '\n', '=', 'a'), { maxLength: 6 })
        .map((parts) => parts.join('')),
    );
    // A row of one empty cell is written as an empty line, which stands for no row.
    const row = fc.array(cell, { minLength: 2, maxLength: 5 });
    const format = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      eol: fc.constantFrom('\n', '\r\n', '\r'),
      always: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), format, (cells, { delimiter, eol, always }) => {
        assert.deepEqual(rows(write(cells, delimiter, eol, always), delimiter), cells);
      }),
      trials(300),
    );
  });

  it('never throws, and ends', () => {
    const pieces = fc.constantFrom('"', '""', ',', '\n', '\r\n', 'a', ' ', '\0', '{', '}', '[1]', '{"name":"x"}');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        for (const format of TABLE_FORMATS) {
          const read = readTable(parts.join(''), format);
          if (!read.ok) assert.notEqual(read.why, '');
        }
      }),
      trials(300),
    );
  });
});

describe('reading JSON Lines', () => {
  it('takes keys for columns, keeps lists, and unfolds maps', () => {
    const source =
      '{"name":"Mara Lind","aliases":["M. Lind","Lind"]}\n\n{"name":"Oran","born":1911,"links":{"wikidata":"Q42"}}\n';
    const { columns, rows: found } = table(source, 'jsonl');
    assert.deepEqual(columns, ['name', 'aliases', 'born', 'links.wikidata']);
    assert.deepEqual(found, [
      { line: 1, cells: ['Mara Lind', ['M. Lind', 'Lind']] },
      { line: 3, cells: ['Oran', '', '1911', 'Q42'] },
    ]);
  });

  it('reports lines that are no objects, and reads the others', () => {
    const { rows: found, problems } = table('{"name":"a"}\n[1]\n{"name":\n"x"\nnull\n{"name":"b"}', 'jsonl');
    assert.deepEqual(
      found.map(({ line }) => line),
      [1, 6],
    );
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 3, 4, 5],
    );
  });

  it('B13: takes the names of built-in things for plain columns', () => {
    const { columns } = table('{"__proto__":"x","constructor":"y","name":"z"}', 'jsonl');
    assert.deepEqual(columns, ['__proto__', 'constructor', 'name']);
  });
});

describe('reading a list of names', () => {
  it('takes what stands behind a name for its columns', () => {
    const { columns, rows: found } = table('Basra&country=Iraq:type=city\n\nTyre: A Port\n', 'lst');
    assert.deepEqual(columns, ['name', 'country', 'type']);
    assert.deepEqual(found, [
      { line: 1, cells: ['Basra', 'Iraq', 'city'] },
      { line: 3, cells: ['Tyre: A Port'] },
    ]);
  });
});

describe('reading a table', () => {
  it('can do without a heading', () => {
    const { columns, rows: found } = withoutHeading(table('Mara Lind,person\nOran,person\n', 'csv'));
    assert.deepEqual(columns, ['Column 1', 'Column 2']);
    assert.deepEqual(
      found.map(({ line, cells }) => [line, ...cells]),
      [
        [1, 'Mara Lind', 'person'],
        [2, 'Oran', 'person'],
      ],
    );
  });

  it('refuses what is too large or holds nothing, in words', () => {
    const large = readTable('x'.repeat(ENTITY_LIMITS.length + 1), 'csv');
    assert.ok(!large.ok && large.why.includes('Split it'));
    const long = readTable('n\n'.repeat(100_002), 'csv');
    assert.ok(!long.ok && long.why.includes('rows'));
    for (const nothing of ['', '\n\n', 'name,type\n']) {
      const read = readTable(nothing, 'csv');
      assert.ok(!read.ok && read.why.includes('no rows'), nothing);
    }
  });

  it('knows formats by the names of files', () => {
    assert.deepEqual(['a.CSV', 'b.tsv', 'c.ndjson', 'd.xlsx', 'e'].map(formatOfName), [
      'csv',
      'tsv',
      'jsonl',
      null,
      null,
    ]);
  });
});
