import { deepStrictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { readdirSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { lockBeside, temporaryBeside } from '../../../src/node/saving/beside';
import { clearLeftovers } from '../../../src/node/saving/leftovers';
import { withMark } from '../../../src/node/saving/mark';
import { scratchFolder, write } from '../../desktop/scratch';

describe('clearLeftovers', () => {
  it('C5: removes what killed saves have left, and nothing else', () =>
    withMark(async (mine) => {
      const folder = scratchFolder();
      const path = join(folder, 'harbour.txt.gloss.yaml');
      const [machine = ''] = mine.split('-');
      const { pid: gone } = spawnSync(process.execPath, ['--version']);
      const dead = `${machine}-${gone}-0123abcd`;
      // What this process has left itself, or one that had its number before.
      const forgotten = `${machine}-${process.pid}-0123abcd`;
      const elsewhere = `${machine === '00000000' ? '1' : '0'}0000000-${gone}-0123abcd`;
      const old = elsewhere.replace('0123abcd', '4567abcd');
      const name = (mark: string) => basename(temporaryBeside(path, mark));
      const others = ['.vimrc.tmp', `harbour.${dead}.tmp`, '.harbour.0123abcd.tmp', 'harbour.txt', '.package.lock'];
      for (const mark of [mine, dead, forgotten, elsewhere, old]) write(folder, { [name(mark)]: 'half' });
      for (const other of others) write(folder, { [other]: dead });
      write(folder, { [basename(lockBeside(path))]: dead, '.other.gloss.yaml.lock': mine });
      const longAgo = Date.now() / 1000 - 3_700;
      for (const file of [name(old), ...others]) utimesSync(join(folder, file), longAgo, longAgo);
      await clearLeftovers(folder);
      deepStrictEqual(
        readdirSync(folder).sort(),
        [name(mine), name(elsewhere), '.other.gloss.yaml.lock', ...others].sort(),
      );
    }));

  it('C5: lets a folder be that is not there', async () => {
    await clearLeftovers(join(scratchFolder(), 'nowhere'));
  });
});
