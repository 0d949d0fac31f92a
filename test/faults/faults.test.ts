import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Holds the table of README.md against the tests.

/** How many faults each section of the catalogue has. */
const SECTIONS: Readonly<Record<string, number>> = { A: 15, B: 23, C: 17, D: 10, E: 10, F: 6 };
const CATALOGUE = Object.entries(SECTIONS).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`),
);

/** The ids that the titles of a file, or of all files in a folder, begin with. */
function idsIn(path: string): Set<string> {
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
    : [path];
  const titles = /(?:\b(?:it|describe)(?:Slow)?\(|\bname: )\s*['"`]([A-F]\d+(?:(?:, |–)[A-F]\d+)*): /g;
  const lists = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(titles)].map(([, ids = '']) => ids));
  return new Set(lists.flatMap((list) => list.split(', ').flatMap(spelledOut)));
}

/** `C1–C3` is C1, C2 and C3. */
function spelledOut(range: string): string[] {
  const [from = '', to = from] = range.split('–');
  const first = CATALOGUE.indexOf(from);
  const last = CATALOGUE.indexOf(to);
  assert(first >= 0 && last >= first, `${range} is not in the catalogue`);
  return CATALOGUE.slice(first, last + 1);
}

describe('the table of faults', () => {
  const rows = [...readFileSync('test/faults/README.md', 'utf8').matchAll(/^\| ([A-F]\d+) +\| (.+?) +\| (.+?) +\|$/gm)];

  it('has every fault of the catalogue, once', () => {
    assert.deepEqual(
      rows.map(([, id]) => id),
      CATALOGUE,
    );
  });

  for (const [, id = '', fault = '', tests = ''] of rows) {
    it(`knows the tests for ${fault.toLowerCase()} (${id})`, () => {
      if (/^Does not apply: .{20,}\.$/.test(tests)) return;
      const paths = [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
      assert(paths.length > 0, `${id} has neither a test nor a reason`);
      for (const path of paths) assert(idsIn(path).has(id), `no title in ${path} begins with ${id}`);
    });
  }
});
