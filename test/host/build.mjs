// Builds the extension, and the tests that run inside VS Code as one bundle for each kind of extension host.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { out, root } from './paths.mjs';
import { run } from './processes.mjs';

const testFolder = join(root, 'test', 'editor');

/** @typedef {'node' | 'web'} Kind the kinds of extension host: Node, and a web worker without Node */

/** Where the test bundle of a kind is. The web worker host loads only names that end in .js, and adds that to others. */
export const testBundle = (/** @type {Kind} */ kind) => join(out, 'editor-tests', `${kind}.js`);

/** Builds the extension's bundles. */
export async function buildExtension() {
  const { code } = await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  if (code !== 0) throw new Error('The extension does not build.');
}

/** Builds the test bundle of a kind. */
export async function buildTests(/** @type {Kind} */ kind) {
  const { build } = await import('esbuild');
  mkdirSync(join(out, 'editor-tests'), { recursive: true });
  const imports = testFiles(kind).map((name) => `() => import(${JSON.stringify(`./${name}`)})`);
  await build({
    stdin: {
      contents: `import { runTests } from './run';\nexport const run = () => runTests([${imports.join(', ')}]);`,
      resolveDir: testFolder,
      loader: 'ts',
    },
    outfile: testBundle(kind),
    bundle: true,
    format: 'cjs',
    target: 'es2023',
    sourcemap: 'inline',
    logLevel: 'warning',
    platform: kind === 'node' ? 'node' : 'browser',
    // In Node, mocha is itself, so that it sees Node's uncaught errors.
    external: kind === 'node' ? ['vscode', 'mocha'] : ['vscode'],
    plugins: kind === 'web' ? [mochaForWorkers] : [],
  });
}

/** The tests of a kind, in the order of their names: x.test.ts is for both kinds, x.node.test.ts and x.web.test.ts are for one. */
function testFiles(/** @type {Kind} */ kind) {
  const other = kind === 'node' ? '.web.test.ts' : '.node.test.ts';
  const names = readdirSync(testFolder, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  return names
    .filter((name) => name.endsWith('.test.ts') && !name.endsWith(other))
    .sort((a, b) => basename(a).localeCompare(basename(b)));
}

/**
 * mocha's browser build is a script in a package of modules. Bundled as it is, it takes the bundle's own `module.exports`.
 * Taken out of its package it counts as CommonJS. It leaves its class in a global.
 * @type {import('esbuild').Plugin}
 */
const mochaForWorkers = {
  name: 'mocha-for-workers',
  setup(build) {
    const script = createRequire(import.meta.url).resolve('mocha/mocha.js');
    build.onResolve({ filter: /^mocha$/ }, () => ({ path: 'mocha', namespace: 'mocha' }));
    build.onLoad({ filter: /.*/, namespace: 'mocha' }, () => ({
      contents: `${readFileSync(script, 'utf8')}\nmodule.exports = globalThis.Mocha;`,
      loader: 'js',
    }));
  },
};
