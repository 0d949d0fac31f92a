import * as vscode from 'vscode';
import { checkArchive, checkText, type FileProblem } from '../../core/check';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { indexLines } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { toRange } from '../ui/convert';

/** How many problems of one file are shown. Nobody reads more, and the Problems panel becomes slow with tens of thousands. */
const MOST = 200;

/** How long changes are gathered before a check: while an archive is read, they come file by file. */
const GATHER_MS = 200;

/** Shows what `postgloss check` would print in the Problems panel. */
export function registerDiagnostics(archives: Archives): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('postgloss');
  const shown = new Map<Archive, Set<string>>();
  const waiting = new Map<Archive, Set<string> | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    timer = undefined;
    const work = [...waiting];
    waiting.clear();
    for (const [archive, paths] of work) if (archives.all.includes(archive)) show(archive, paths);
  };

  /** Checks these texts and their sidecars; null, which stands for unknown changes, checks the whole archive. */
  const show = (archive: Archive, paths: ReadonlySet<string> | null) => {
    const files = shown.get(archive) ?? new Set();
    shown.set(archive, files);
    const found = new Map<string, FileProblem[]>();
    // Files whose last problem is gone get an empty list, which clears them in the panel.
    for (const path of paths === null ? files : [...paths].flatMap((text) => [text, text + SIDECAR_SUFFIX]))
      found.set(path, []);
    for (const problem of paths === null ? checkArchive(archive.core) : checkTexts(archive, paths)) {
      const others = found.get(problem.path);
      if (others) others.push(problem);
      else found.set(problem.path, [problem]);
    }
    for (const [path, problems] of found) {
      if (problems.length > 0) files.add(path);
      else files.delete(path);
      collection.set(archive.uriOf(path), toDiagnostics(problems));
    }
  };

  const clearGone = () => {
    for (const [archive, files] of shown) {
      if (archives.all.includes(archive)) continue;
      for (const path of files) collection.delete(archive.uriOf(path));
      shown.delete(archive);
    }
  };

  return vscode.Disposable.from(
    collection,
    archives.onDidChangeList(clearGone),
    archives.onDidChange(({ archive, paths, typing }) => {
      if (typing) return;
      const before = waiting.get(archive);
      waiting.set(archive, paths === null || before === null ? null : new Set([...(before ?? []), ...paths]));
      timer ??= setTimeout(flush, GATHER_MS);
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

function checkTexts({ core }: Archive, paths: ReadonlySet<string>): FileProblem[] {
  return [...paths].flatMap((path) => {
    const text = core.text(path);
    return text ? checkText(core, text) : [];
  });
}

const SEVERITY = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
} as const;

/** The problems of one file, the gravest first, at most `MOST` of them. */
function toDiagnostics(problems: readonly FileProblem[]): vscode.Diagnostic[] {
  const lines = indexLines(problems[0]?.text ?? '');
  const worst = [...problems].sort((a, b) => SEVERITY[a.severity] - SEVERITY[b.severity]).slice(0, MOST);
  return worst.map(({ message, severity, code, span }, i) => {
    const left = problems.length > MOST && i === MOST - 1 ? ` (Showing ${MOST} of ${problems.length} problems.)` : '';
    const diagnostic = new vscode.Diagnostic(toRange(lines, span), message + left, SEVERITY[severity]);
    diagnostic.source = 'postgloss';
    diagnostic.code = code;
    return diagnostic;
  });
}
