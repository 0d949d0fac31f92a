import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { callHere } from './support/call';

/** A real archive that does not belong to the repository. */
const REAL = '../shared/corpus/iran-in-iraq.txt';

interface Row {
  readonly date: string;
  readonly source: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

describe('a real archive', () => {
  it('has nine posts', async function () {
    if (!existsSync(REAL)) {
      console.log(`      ${REAL} is not here, so it is not read.`);
      this.skip();
    }
    const { code, stdout, stderr } = await callHere(['posts', REAL, '--json'], process.cwd());
    assert.deepEqual([code, stderr], [0, '']);
    const rows = JSON.parse(stdout) as Row[];
    assert.equal(rows.length, 9);
    assert.deepEqual([rows[0]?.date, rows[8]?.date], ['2017-07-31', '2015-12-22']);
    const text = readFileSync(REAL, 'utf8').replace(/^\ufeff/, '');
    const lines = text.split(/\r\n?|\n/);
    for (const row of rows) {
      assert.ok(row.source, 'each post says where it was published');
      assert.ok(row.startLine < row.endLine && lines[row.startLine - 1]?.trim() && lines[row.endLine - 1]?.trim());
      // The body ends where the last line of the post does.
      assert.equal(text.slice(0, row.bodyEnd).split(/\r\n?|\n/).length, row.endLine);
      assert.match(text.slice(row.bodyStart, row.bodyEnd), /^\S[^]*\S$/);
    }
  });
});
