// Builds the bundles: the extension for the desktop and for the web worker host, the thread that indexes texts for each, the import of
// archives, and the CLI; and beside them the licences of the packages whose code they hold.
//
//   node esbuild.mjs [--watch] [--minify] [--out FOLDER]
//
// `vscode` is external only in the two extension bundles, and Node's built-ins are there only in the desktop and the CLI bundle.
// An import of the editor that leaks into the core therefore fails the CLI's build, and a Node built-in in the core the web's.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { bundledPackages, licenceFaults, noticesName, noticesText } from './packaging/notices.mjs';

const { watch, minify, out } = parseArgs({
  options: {
    watch: { type: 'boolean' },
    minify: { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist' },
  },
}).values;
const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * The import of archives has large libraries, and few calls need it: it is a bundle of its own, which the others load when it is asked for.
 *
 * @type {import('esbuild').Plugin}
 */
const importLater = {
  name: 'import later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/node\/importing\/import-archive$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './import.cjs', external: true } : null,
    ),
};

/** @type {import('esbuild').BuildOptions & { metafile: true }} */
const common = {
  bundle: true,
  format: 'cjs',
  target: 'es2023',
  // What is minified is shipped, without maps.
  sourcemap: !minify,
  minify,
  metafile: true,
  logLevel: 'warning',
  absWorkingDir: root,
  plugins: [importLater],
  // A bundle is loaded by `require`, in which all hosts agree.
  supported: { 'dynamic-import': false },
};

/** @type {(typeof common & import('esbuild').BuildOptions)[]} */
const bundles = [
  {
    ...common,
    entryPoints: ['src/editor/desktop.ts'],
    outfile: join(out, 'desktop.cjs'),
    platform: 'node',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: ['src/editor/web.ts'],
    outfile: join(out, 'web.js'),
    platform: 'browser',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: ['src/editor/desktop/index-worker.ts'],
    outfile: join(out, 'index-worker.cjs'),
    platform: 'node',
  },
  {
    ...common,
    entryPoints: ['src/editor/web/index-worker.ts'],
    outfile: join(out, 'index-worker.js'),
    platform: 'browser',
    format: 'iife',
  },
  {
    ...common,
    entryPoints: ['src/node/importing/import-archive.ts'],
    outfile: join(out, 'import.cjs'),
    platform: 'node',
  },
  {
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: join(out, 'cli.cjs'),
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
  },
];

if (watch) {
  for (const options of bundles) await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  const built = await Promise.all(bundles.map((options) => build(options)));
  const packages = bundledPackages(
    built.map(({ metafile }) => metafile),
    root,
  );
  const faults = licenceFaults(packages);
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exitCode = 1;
  }
  writeFileSync(resolve(root, out, noticesName), noticesText(packages));
}
