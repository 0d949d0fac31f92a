// Builds the bundles: the extension for the desktop and for the web worker host, the thread that indexes texts for each, and the CLI.
//
// `vscode` is external only in the two extension bundles, and Node's built-ins are there only in the desktop and the CLI bundle.
// An import of the editor that leaks into the core therefore fails the CLI's build, and a Node built-in in the core the web's.
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const minify = process.argv.includes('--minify');

/** @type {import('esbuild').BuildOptions} */
const common = { bundle: true, format: 'cjs', target: 'es2023', sourcemap: true, minify, logLevel: 'warning' };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...common,
    entryPoints: ['src/editor/desktop.ts'],
    outfile: 'dist/desktop.cjs',
    platform: 'node',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: ['src/editor/web.ts'],
    outfile: 'dist/web.js',
    platform: 'browser',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: ['src/editor/desktop/index-worker.ts'],
    outfile: 'dist/index-worker.cjs',
    platform: 'node',
  },
  {
    ...common,
    entryPoints: ['src/editor/web/index-worker.ts'],
    outfile: 'dist/index-worker.js',
    platform: 'browser',
    format: 'iife',
  },
  {
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.cjs',
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
  },
];

if (watch) {
  for (const options of bundles) await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
