import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { describeSlow } from '../support/trials';
import { buildBundle, callBundle, type Bundle } from './support/call';
import { ARCHIVE } from './support/case';
import { withFolder } from './support/folder';

/** Enough mentions for several megabytes of JSON: more than any pipe holds. */
const MANY = 40_000;
const BIG = { ...ARCHIVE, 'archives/big.txt': 'Norvik again and again.\n'.repeat(MANY) };

describeSlow('postgloss in a pipe', () => {
  let bundle: Bundle;
  before(async () => {
    bundle = await buildBundle();
  });
  after(() => bundle.dispose());

  for (const flags of [[], ['--json']]) {
    it(`F2: ends quietly when its reader has seen enough ${flags.join('')}`, () =>
      withFolder(BIG, async (cwd) => {
        const child = spawn(process.execPath, [bundle.path, 'mentions', 'archives', ...flags], { cwd });
        let stderr = '';
        child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
        const ended = once(child, 'close');
        await once(child.stdout, 'data');
        child.stdout.destroy();
        assert.deepEqual([await ended, stderr], [[0, null], '']);
      }));
  }

  it('F4: gives a slow reader everything', () =>
    withFolder(BIG, async (cwd) => {
      const child = spawn(process.execPath, [bundle.path, 'mentions', 'archives', '--json'], { cwd });
      const ended = once(child, 'close');
      const chunks: Buffer[] = [];
      for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
        chunks.push(chunk);
        if (chunks.length < 20) await wait(10);
      }
      assert.deepEqual(await ended, [0, null]);
      const rows = JSON.parse(Buffer.concat(chunks).toString()) as unknown[];
      assert.equal(rows.length, MANY + 3);
    }));

  it('F5: prints the same bytes whatever the environment', () =>
    withFolder(ARCHIVE, async (cwd) => {
      const { PATH } = process.env;
      const usual = await callBundle(bundle, ['mentions', 'archives'], cwd);
      const others = [{ LC_ALL: 'C' }, { NO_COLOR: '1', TERM: 'dumb' }, { FORCE_COLOR: '1' }, { HOME: '/nonexistent' }];
      for (const env of others) {
        assert.deepEqual(await callBundle(bundle, ['mentions', 'archives'], cwd, { PATH, ...env }), usual);
      }
    }));
});
