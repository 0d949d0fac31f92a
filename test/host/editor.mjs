// npm run test:editor [-- --host desktop|browser] [--only node|web] [--grep pattern] [--timeout seconds]
//
// Runs test/editor in a real VS Code, in both kinds of extension host.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildExtension, buildTests } from './build.mjs';
import { chooseHost } from './choose-host.mjs';
import { install } from './install.mjs';
import { main } from './main.mjs';
import { sum, tell } from './results.mjs';

/**
 * Runs the editor tests on bundles that are built already.
 * @param {{ host?: string, only?: string, grep?: string, timeout?: string }} [options]
 * @returns {Promise<import('./results.mjs').Count>}
 */
export async function testEditor({ host: wanted, only, grep, timeout: seconds = '720' } = {}) {
  if (only && !['node', 'web'].includes(only)) throw new Error(`--only is node or web, not ${only}.`);
  const host = await chooseHost(wanted);
  const counts = [];
  for (const kind of /** @type {const} */ (['node', 'web'])) {
    if (only && only !== kind) continue;
    await buildTests(kind);
    console.log(`\nEditor tests in the ${kind === 'node' ? 'Node' : 'web worker'} extension host`);
    const options = { grep, timeout: Number(seconds) * 1000 };
    // Imported late, because what they import is there only after the installation.
    if (host.name === 'desktop') {
      const { testOnDesktop } = await import('./test-on-desktop.mjs');
      counts.push(await testOnDesktop(kind, { ...options, program: host.program }));
    } else {
      const { testInBrowser } = await import('./test-in-browser.mjs');
      counts.push(await testInBrowser(kind, options));
    }
  }
  return sum(counts);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const text = /** @type {const} */ ({ type: 'string' });
    const { values } = parseArgs({ options: { host: text, only: text, grep: text, timeout: text } });
    await install();
    await buildExtension();
    const count = await testEditor(values);
    console.log(`\n${tell(count)}`);
    return count.failed === 0;
  });
}
