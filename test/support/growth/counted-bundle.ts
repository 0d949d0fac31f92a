import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import ts from 'typescript';

/** The counter, in code that counts. */
const COUNT = '__work[0]++';

/**
 * Bundles a program for Node, packages included, with a counter in each function and each loop: `globalThis.__work[0]` grows by one
 * whenever a function begins, or a loop goes around.
 *
 * @param entry the path of its TypeScript file
 * @returns the program as a CommonJS module
 */
export async function countedBundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    banner: { js: 'globalThis.__work = new Float64Array(1);' },
    plugins: [
      {
        name: 'count work',
        setup(bundle) {
          bundle.onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => ({
            contents: withCounters(readFileSync(path, 'utf8'), path),
            loader: path.endsWith('ts') ? 'ts' : 'js',
          }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}

/** The text of a module with counters. */
function withCounters(text: string, path: string): string {
  const inserts: { readonly at: number; readonly text: string }[] = [];
  const insert = (at: number, added: string) => inserts.push({ at, text: added });
  const body = (node: ts.Node) => {
    if (ts.isBlock(node)) insert(node.getStart(file) + 1, `${COUNT};`);
    else {
      const [open, close] = ts.isStatement(node) ? [`{${COUNT};`, '}'] : [`(${COUNT},`, ')'];
      insert(node.getStart(file), open);
      insert(node.end, close);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIterationStatement(node, false)) body(node.statement);
    else if (ts.isFunctionLike(node) && 'body' in node && node.body) body(node.body);
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  visit(file);
  let at = 0;
  let result = '';
  // Of inserts at one place, the ones of outer nodes came first: they open first and close last.
  for (const one of inserts
    .map((each, i) => ({ ...each, i }))
    .sort((a, b) => a.at - b.at || (isClosing(a) ? b.i - a.i : a.i - b.i))) {
    result += text.slice(at, one.at) + one.text;
    at = one.at;
  }
  return result + text.slice(at);
}

function isClosing({ text }: { readonly text: string }): boolean {
  return text === '}' || text === ')';
}
