import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import {
  Annotator,
  checkArchive,
  indexLines,
  MANIFEST_FILE,
  quoted,
  type FileProblem,
  type LineIndex,
  type Severity,
} from '../../core/index';
import type { Call, Command } from '../command';
import { findRoot } from '../find-root';
import { createHost } from '../host';
import { createPrinter } from '../output';
import { placeOf, problemLine } from '../place';
import { UsageError } from '../usage-error';

/** A row of `postgloss check --json`. */
interface Row {
  readonly file: string;
  /** 1-based; columns count UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

/** Checks the whole archive that a folder belongs to. The exit code is 1 when anything is an error. */
export const check: Command = {
  name: 'check',
  parameters: '[DIR]',
  summary: 'Check postgloss.yaml, the registry and the sidecars of an archive',
  fields: 'file line column severity code message'.split(' '),
  flags: [],
  async run(call) {
    const { root, shown } = await findArchive(call);
    const annotator = new Annotator(createHost(root));
    await annotator.open();
    const problems = checkArchive(annotator).map((problem) => ({ ...problem, path: shown(problem.path) }));
    const texts = annotator.texts.length;
    annotator.dispose();
    const linesOf = indexOnce();
    if (call.json) {
      const printer = createPrinter<Row>(call);
      printer.print(
        problems.map((problem) => rowOf(problem, linesOf(problem.text))),
        () => [],
      );
      printer.end();
    } else {
      const lines = problems.map((problem) => problemLine(problem.path, linesOf(problem.text), problem));
      call.io.stdout(lines.map((line) => `${line}\n`).join(''));
      call.io.stderr(`${summaryOf(problems, texts)}\n`);
    }
    return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

/** The root of the archive, and how its files are printed: from where the call was made, or absolute where DIR was given so. */
async function findArchive({ paths, io }: Call): Promise<{ root: string; shown: (path: string) => string }> {
  const [given = '.', ...more] = paths;
  if (more.length > 0) throw new UsageError('check takes one folder.');
  const folder = resolve(io.cwd, given);
  if (given === '' || !(await isFolder(folder))) throw new UsageError(`There is no folder ${quoted(given)}.`);
  const root = await findRoot(folder);
  if (root === null) throw new UsageError(`No ${MANIFEST_FILE} in ${quoted(given)} or above it.`);
  const way = (path: string) => (isAbsolute(given) ? path : relative(io.cwd, path));
  return { root, shown: (path) => way(join(root, path)).replaceAll(sep, '/') };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Many problems may be in one long file; its lines are counted once. */
function indexOnce(): (text: string) => LineIndex {
  let last = { text: '', lines: indexLines('') };
  return (text) => {
    if (text !== last.text) last = { text, lines: indexLines(text) };
    return last.lines;
  };
}

function rowOf({ path, span, severity, code, message }: FileProblem, lines: LineIndex): Row {
  return { file: path, ...placeOf(lines, span.start), severity, code, message };
}

function summaryOf(problems: readonly FileProblem[], texts: number): string {
  const checked = `${texts} ${texts === 1 ? 'text' : 'texts'} checked`;
  const counts = Object.entries(NOUNS).flatMap(([severity, noun]) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
  });
  return `${checked}: ${counts.length === 0 ? 'no problems' : counts.join(', ')}.`;
}

const NOUNS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'remark' };
