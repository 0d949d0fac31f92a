import * as vscode from 'vscode';
import { needsReview } from '../../core/anchor';
import type { ArchiveText } from '../../core/archive';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { indexLines, quoted } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { toRange } from '../ui/convert';

/** How many places of one text are marked at most. */
const MOST = 200;

/** How long changes are gathered before the marks are set anew. */
const GATHER_MS = 200;

/**
 * Marks the uncertain places of annotations in open texts. The severity is only information, because the sidecar’s record is reported
 * as a problem already; the mark links to that record, and goes when the text is closed.
 */
export function registerReviewProblems(archives: Archives): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('postgloss-review');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const mark = () => {
    timer = undefined;
    const marked = new Set<string>();
    for (const { uri, isClosed } of vscode.workspace.textDocuments) {
      const found = isClosed ? null : archives.find(uri);
      if (!found) continue;
      marked.add(uri.toString());
      collection.set(uri, problemsOf(found.archive, found.text));
    }
    collection.forEach((uri) => {
      if (!marked.has(uri.toString())) collection.delete(uri);
    });
  };
  const schedule = () => void (timer ??= setTimeout(mark, GATHER_MS));
  return vscode.Disposable.from(
    collection,
    archives.onDidChangeList(schedule),
    archives.onDidChange(({ typing }) => {
      if (!typing) schedule();
    }),
    vscode.workspace.onDidCloseTextDocument(schedule),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

function problemsOf(archive: Archive, text: ArchiveText): vscode.Diagnostic[] {
  const sidecar = archive.uriOf(text.path + SIDECAR_SUFFIX);
  const sidecarLines = indexLines(text.sidecarText ?? '');
  // While the sidecar is in conflict, no place can be accepted.
  if (text.sidecar.conflicts !== null) return [];
  const doubtful = text.annotations.filter((placed) => placed.anchor.span && needsReview(placed)).slice(0, MOST);
  return doubtful.flatMap(({ annotation, anchor }) => {
    if (!anchor.span) return [];
    const same = text.text.slice(anchor.span.start, anchor.span.end) === annotation.quote;
    const message = same
      ? `An annotation may belong here: the words around ${quoted(annotation.quote)} have changed.`
      : `An annotation may belong here: it was made for ${quoted(annotation.quote)}.`;
    const { Information } = vscode.DiagnosticSeverity;
    const diagnostic = new vscode.Diagnostic(toRange(text.lines, anchor.span), message, Information);
    diagnostic.source = 'postgloss';
    diagnostic.code = 'changed';
    const record = new vscode.Location(sidecar, toRange(sidecarLines, annotation.record));
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(record, 'The record of the annotation')];
    return [diagnostic];
  });
}
