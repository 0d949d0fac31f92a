import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SetUpStep } from '../../core/changes';
import { quoted } from '../../core/text';
import { setUpMerging } from '../../node/git/set-up-merging';
import { command } from '../call/command';
import { createPrinter } from '../output/printer';
import { UsageError } from '../call/usage-error';

/** Makes a clone merge our files record by record. */
export const setupGit = command({
  name: 'setup-git',
  parameters: '[DIR]',
  summary: 'Make this clone merge sidecars and registries record by record',
  fields: 'what state message'.split(' '),
  flags: [],
  async run(call) {
    const [given = '.', ...more] = call.paths;
    if (more.length > 0) throw new UsageError('setup-git takes one folder.');
    if (given === '') throw new UsageError(`${quoted(given)} is in no git repository, or git is not there.`);
    const runtime = {
      program: process.execPath,
      bundle: realpathSync(process.argv[1] ?? ''),
      electron: 'electron' in process.versions,
    };
    const rows = await setUpMerging(resolve(call.io.cwd, given), runtime, given);
    const printer = createPrinter<SetUpStep>(call);
    const told = rows.filter(({ state }) => call.json || state !== 'error');
    printer.print(told, ({ what, state, message }) => [what, state, message]);
    printer.end();
    for (const { what, message } of rows.filter((row) => !told.includes(row))) {
      call.io.stderr(`postgloss: ${quoted(what)}: ${message}\n`);
    }
    return rows.some(({ state }) => state === 'error') ? 1 : 0;
  },
});
