// Runs the editor tests in VS Code for the desktop.
import { createInterface } from 'node:readline';
import { testBundle } from './build.mjs';
import { desktopArguments } from './desktop.mjs';
import { end, start, tempFolder } from './processes.mjs';
import { readOutcome } from './results.mjs';
import { consoleWatcher, testFolder } from './test-folder.mjs';

/**
 * Runs the tests of one kind of extension host.
 * @param {import('./build.mjs').Kind} kind @param {{ program: string, grep?: string | undefined, timeout: number }} options
 */
export async function testOnDesktop(kind, { program, grep, timeout }) {
  const { workspace, outcome } = await testFolder(kind, { grep, hand: false });
  const child = start(
    program,
    [
      ...desktopArguments(workspace, tempFolder('desktop')),
      ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      `--extensionTestsPath=${testBundle(kind)}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const watcher = consoleWatcher();
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface(stream).on('line', watcher.see);
  const timer = setTimeout(() => {
    console.log(`The tests did not end within ${timeout / 1000} s.`);
    watcher.tellOthers();
    end(child);
  }, timeout);
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  clearTimeout(timer);
  const count = readOutcome(outcome, `editor tests, ${kind}`);
  if (count.passed === 0) watcher.tellOthers();
  return count;
}
