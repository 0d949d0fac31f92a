import * as vscode from 'vscode';
import { needsReview } from '../../core/anchor';
import type { ArchiveText } from '../../core/archive';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { indexLines, quoted } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { toRange } from '../ui/convert';

/** How many places of one text are marked. */
const MOST = 200;

/** How long changes are gathered. */
const GATHER_MS = 200;

/**
 * Marks in an open text where annotations have been found whose place is not sure. The record is a problem of the sidecar already, so
 * that this one only informs, leads there, and goes when the text is closed.
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
  // In a file in conflict nothing can be decided about a place before the conflict is.
  if (text.sidecar.conflicts !== null) return [];
  const doubtful = text.annotations.filter((placed) => placed.anchor.span && needsReview(placed)).slice(0, MOST);
  return doubtful.flatMap(({ annotation, anchor }) => {
    if (!anchor.span) return [];
    const same = text.text.slice(anchor.span.start, anchor.span.end) === annotation.quote;
    const message = same
      ? `An annotation may belong here: ${quoted(annotation.quote)} stood in other surroundings.`
      : `An annotation may belong here, which was made of ${quoted(annotation.quote)}.`;
    const { Information } = vscode.DiagnosticSeverity;
    const diagnostic = new vscode.Diagnostic(toRange(text.lines, anchor.span), message, Information);
    diagnostic.source = 'postgloss';
    diagnostic.code = 'changed';
    const record = new vscode.Location(sidecar, toRange(sidecarLines, annotation.record));
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(record, 'The record of the annotation')];
    return [diagnostic];
  });
}
