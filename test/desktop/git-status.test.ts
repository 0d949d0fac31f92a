import { deepStrictEqual, strictEqual } from 'node:assert';
import { parseStatus } from '../../src/editor/git/git-status';

const HASHES = '100644 100644 100644 975fbec8256d3e8a3797e7a3611380f27c49f4ac de980441c3ab03a8c07dda1ad27b8a11f39deb1e';
const states = (output: string) =>
  parseStatus(output).files.map(({ path, state, known }) => `${path} ${state} ${known}`);

describe('parseStatus', () => {
  it('tells what a file is to the last commit, whatever of it is staged', () => {
    const one = (xy: string) => states(`1 ${xy} N... ${HASHES} a.gloss.yaml\0`)[0];
    for (const xy of ['.M', 'M.', 'MM', '.T']) strictEqual(one(xy), 'a.gloss.yaml changed true', xy);
    for (const xy of ['A.', 'AM', '.A']) strictEqual(one(xy), 'a.gloss.yaml new true', xy);
    for (const xy of ['.D', 'D.', 'MD']) strictEqual(one(xy), 'a.gloss.yaml deleted true', xy);
    strictEqual(one('AD'), undefined);
  });

  it('takes a file that is gone from the index and there on the disk for changed', () => {
    const output = `1 D. N... ${HASHES} a.gloss.yaml\0? a.gloss.yaml\0`;
    deepStrictEqual(states(output), ['a.gloss.yaml changed false']);
  });

  it('keeps names as they are', () => {
    const names = ['with space.txt', '-x', 'line\nbreak', ' leading', 'ünï©ode', 'tab\t"quoted"'];
    const entries = names.flatMap((name) => [`1 .M N... ${HASHES} ${name}\0`, `? new ${name}\0`]);
    deepStrictEqual(
      parseStatus(entries.join('')).files.map(({ path }) => path),
      names.flatMap((name) => [name, `new ${name}`]),
    );
  });

  it('knows conflicts and the branch', () => {
    const conflict = `u UU N... 100644 100644 100644 100644 ${'a'.repeat(40)} ${'b'.repeat(40)} ${'c'.repeat(40)} an archive.txt\0`;
    const { branch, files } = parseStatus(`# branch.oid abc\0# branch.head topic/x\0${conflict}`);
    strictEqual(branch, 'topic/x');
    deepStrictEqual(files, [{ path: 'an archive.txt', state: 'conflict', known: true }]);
    strictEqual(parseStatus('# branch.head (detached)\0').branch, null);
  });
});
