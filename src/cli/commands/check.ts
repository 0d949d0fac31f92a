import { OpenArchive } from '../../core/archive';
import { checkArchive, type FileProblem } from '../../core/check';
import type { Severity } from '../../core/problem';
import { indexLines, type LineIndex } from '../../core/text';
import { findWorkTree } from '../../node/git/work-tree';
import { command } from '../call/command';
import { findArchive } from '../files/whole-archive';
import { githubCommands } from '../reports/github-commands';
import { createHost } from '../files/host';
import { createPrinter, printDocument } from '../output/printer';
import { placeOf, problemLine } from '../output/place';
import { sarifLog, type ReportedProblem } from '../reports/sarif';
import { UsageError } from '../call/usage-error';

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
export const check = command({
  name: 'check',
  parameters: '[DIR]',
  summary: 'Check postgloss.yaml, the registry and the sidecars of an archive',
  fields: 'file line column severity code message'.split(' '),
  flags: ['report'],
  async run(call) {
    if (call.json && call.report !== 'text') throw new UsageError('check prints either --json or --format.');
    const { root, shown } = await findArchive('check', call.paths, call.io);
    const archive = new OpenArchive(createHost(root));
    await archive.open();
    await archive.lookBack(null);
    const found = checkArchive(archive);
    const problems = found.map((problem) => ({ ...problem, path: shown(problem.path) }));
    const texts = archive.texts.length;
    archive.dispose();
    const linesOf = indexOnce();
    if (call.json) {
      const printer = createPrinter<Row>(call);
      printer.print(
        problems.map((problem) => rowOf(problem, linesOf(problem.text))),
        () => [],
      );
      printer.end();
    } else if (call.report !== 'text') {
      const prefix = await prefixOf(root);
      const reported = found.map((problem) => reportOf(problem, prefix, linesOf(problem.text)));
      if (call.report === 'sarif') printDocument(call, sarifLog(reported));
      else call.io.stdout(githubCommands(reported));
      call.io.stderr(`${summaryOf(problems, texts)}\n`);
    } else {
      const lines = problems.map((problem) => problemLine(problem.path, linesOf(problem.text), problem));
      call.io.stdout(lines.map((line) => `${line}\n`).join(''));
      call.io.stderr(`${summaryOf(problems, texts)}\n`);
    }
    return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
});

/** Indexes the lines of a text once, as many problems may be in one long file. */
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

/** The archive's folder relative to the top of its repository, with a slash at the end; empty at the top, and outside of a repository. */
async function prefixOf(root: string): Promise<string> {
  return (await findWorkTree(root))?.prefix ?? '';
}

function reportOf({ path, span, text, ...problem }: FileProblem, prefix: string, lines: LineIndex): ReportedProblem {
  const { severity, code, message } = problem;
  // A block scalar ends behind its last line end, which would mark the line below it too.
  const shown = text.slice(span.start, span.end).trimEnd().length;
  const ends = { start: placeOf(lines, span.start), end: placeOf(lines, span.start + shown) };
  return { path: prefix + path, ...ends, severity, code, message };
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
