// The temp folder of one test run: the workspace that is opened, and beside it what the run is asked and what came of it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from './processes.mjs';
import { fillWithFixture } from './workspace.mjs';

/** The mark of the lines that the tests' reporter writes for a person, as in test/editor/support/reporter.ts. */
const mark = '[editor-test] ';

/**
 * Makes the folder of a run.
 * @param {import('./build.mjs').Kind} host
 * @param {{ grep?: string | undefined, hand: boolean }} options `hand`: whether somebody presses the keys that tests ask for
 */
export async function testFolder(host, { grep, hand }) {
  const folder = tempFolder('tests');
  const workspace = join(folder, 'workspace');
  await fillWithFixture(workspace);
  writeFileSync(join(folder, 'request.json'), JSON.stringify({ host, grep, hand }));
  return { workspace, outcome: join(folder, 'result.json') };
}

/** Prints the lines meant for a person as they come, and keeps the last of the others in case the run hangs. */
export function consoleWatcher() {
  /** @type {string[]} */
  const others = [];
  return {
    see(/** @type {string} */ message) {
      const at = message.indexOf(mark);
      if (at >= 0) return console.log(`  ${message.slice(at + mark.length)}`);
      // Native modules of the server are left unbuilt on purpose, and a stack of VS Code's own says nothing about the tests.
      const line = message.split('\n', 1)[0]?.slice(0, 200) ?? '';
      if (!line.trim() || /bindings file|build\/Release\/watchdog/.test(line)) return;
      if (others.push(line) > 40) others.shift();
    },
    tellOthers() {
      console.log('The last lines of VS Code’s console:');
      for (const line of others) console.log(`  | ${line}`);
    },
  };
}
