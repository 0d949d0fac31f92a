import * as vscode from 'vscode';
import type { ProblemCode } from '../../core/problem';
import { decodeAs, whyNotAs } from '../../core/text';
import type { Archives } from '../archive/archives';

const CODE: ProblemCode = 'other-encoding';

/** Says in the Problems panel where VS Code shows a text of an archive in another encoding than its file is read in. */
export function registerShownEncoding(archives: Archives): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('postgloss-encoding');

  const look = async (document: vscode.TextDocument) => {
    const why = await whyOtherwise(archives, document);
    // Setting the language closes a document and opens another one under its name, which is looked at by itself.
    if (document.isClosed) return;
    if (why === null) collection.delete(document.uri);
    else collection.set(document.uri, [problemOf(why)]);
  };
  const lookAtAll = () => vscode.workspace.textDocuments.forEach((document) => void look(document));

  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument((document) => void look(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    // Choosing another encoding is a change without changes of the content, or with one of all of it.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || collection.has(document.uri)) void look(document);
    }),
    vscode.workspace.onDidSaveTextDocument((document) => void look(document)),
    archives.onDidChangeList(lookAtAll),
    archives.onDidChange(({ paths }) => {
      // The manifest may name another encoding.
      if (paths === null) lookAtAll();
    }),
  );
}

/** Why a document shows another text than Postgloss reads from its file; null where both are the same, or where that is not known. */
async function whyOtherwise(archives: Archives, document: vscode.TextDocument): Promise<string | null> {
  const { encoding } = (await archives.read(document))?.text.rule ?? {};
  const content = document.getText();
  const named = bare(document.encoding) === bare(encoding ?? 'utf-8');
  if (document.isDirty || (named && !content.includes('\ufffd'))) return null;
  const bytes = await Promise.resolve(vscode.workspace.fs.readFile(document.uri)).catch(() => null);
  if (!bytes || document.getText() !== content) return null;
  const text = decodeAs(bytes, encoding);
  if (text === null)
    return `${whyNotAs(bytes, encoding)}. State “encoding” in postgloss.yaml, or save the file as UTF-8`;
  return withLf(text) === withLf(content)
    ? null
    : `Postgloss reads the file as ${encoding ?? 'utf-8'}. Choose “Reopen with Encoding” behind the encoding in the status bar, ` +
        'or state “files.encoding” in the settings of the folder; or correct “encoding” in postgloss.yaml';
}

/** VS Code writes `windows1252` and `utf8bom` for `windows-1252` and `utf-8`. */
function bare(encoding: string): string {
  return encoding.toLowerCase().replace(/[^a-z\d]|(?<=utf8)bom$/g, '');
}

/** VS Code shows all lines of a document with one kind of line ends. */
function withLf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function problemOf(why: string): vscode.Diagnostic {
  const message = `The letters that VS Code shows here are not those of the file, and what is annotated here is not found elsewhere. ${why}.`;
  const problem = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), message, vscode.DiagnosticSeverity.Warning);
  problem.source = 'postgloss';
  problem.code = CODE;
  return problem;
}
