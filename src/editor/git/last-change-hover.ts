import * as vscode from 'vscode';
import { createRecordFinder, gitLines, type FoundRecord, type LastChange } from '../../core/changes';
import { MANIFEST_FILE, REGISTRY_FILE } from '../../core/entities';
import { longDate } from '../../core/lists';
import { textIn } from '../../core/merge';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { quoted, shortened } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { historyLink } from '../commands/links';
import { escapeMarkdown } from '../ui/escape-markdown';
import { whyNoGit, type GitQuestions } from '../archive/git-questions';
import { joined } from '../ui/words';

/** In gloss files, says who last changed the line and the record under the pointer, and links to the record's history. */
export function registerLastChangeHover(archives: Archives): vscode.Disposable {
  const recordsOf = createRecordFinder();
  return vscode.languages.registerHoverProvider(
    { scheme: 'file', pattern: `**/{*${SIDECAR_SUFFIX},${MANIFEST_FILE}}` },
    {
      async provideHover(document, position, token) {
        const archive = archives.archiveOf(document.uri);
        const { questions } = archives.platform;
        // git knows only the lines of the file on the disk.
        if (!archive || !questions || document.isDirty || whyNoGit(questions, archive.root) !== null) return undefined;
        const line = document.lineAt(position.line);
        if (line.isEmptyOrWhitespace) return undefined;
        const record = recordAt(recordsOf(document.getText(), document.uri.path), document, position);
        const lines = record && gitLines(document.getText())(record);
        const ask = (first: number, last: number) => lastChange(questions, document.uri, first, last);
        const [ofLine, ofRecord] = await Promise.all([
          ask(position.line + 1, position.line + 1),
          lines && ask(lines.first, lines.last),
        ]);
        if (!ofLine || token.isCancellationRequested) return undefined;
        const card = new vscode.MarkdownString();
        card.isTrusted = { enabledCommands: HISTORIES };
        card.appendMarkdown(`This line: ${escapeMarkdown(said(ofLine))}`);
        if (record && ofRecord) {
          card.appendMarkdown(`\n\n${escapeMarkdown(`${nameOf(record)}: ${said(ofRecord)}`)}`);
          const link = linkOf(archive, document.uri, record);
          if (link !== null) card.appendMarkdown(`\n\n[History](${link})`);
        }
        return new vscode.Hover(card, line.range);
      },
    },
  );
}

const HISTORIES = ['postgloss.showAnnotationHistory', 'postgloss.showEntityHistory', 'postgloss.showTagHistory'];

/** The last change of some lines, 1-based; null where git fails, as for a file that it does not track. */
function lastChange(
  questions: GitQuestions,
  { fsPath }: vscode.Uri,
  first: number,
  last: number,
): Promise<LastChange | null> {
  return questions.lastChange(fsPath, first, last).catch(() => null);
}

function recordAt(
  records: readonly FoundRecord[],
  document: vscode.TextDocument,
  position: vscode.Position,
): FoundRecord | undefined {
  const at = document.offsetAt(position);
  const { start } = document.lineAt(position.line).range;
  // The first line of a record begins with its dash, which is no part of it.
  return records.find((record) => {
    return document.positionAt(record.start).line === start.line || (record.start <= at && at < record.end);
  });
}

function said({ commit, author, date }: LastChange): string {
  if (commit === null) return 'not committed yet';
  return joined([author, date && longDate(date.slice(0, 10)), commit.slice(0, 8)]);
}

function nameOf({ fields, name }: FoundRecord): string {
  return quoted(shortened(textIn(fields, 'quote') ?? textIn(fields, 'name') ?? name, 60));
}

/** A link to the history of a record; null for a record without an id, because git's versions are matched by id. */
function linkOf(archive: Archive, uri: vscode.Uri, { fields }: FoundRecord): string | null {
  const path = archive.pathOf(uri);
  const id = textIn(fields, 'id');
  if (path === null || id === null) return null;
  if (path === REGISTRY_FILE) return historyLink(archive, { path, entity: id });
  if (path === MANIFEST_FILE) return historyLink(archive, { path, tag: id });
  return historyLink(archive, { path: path.slice(0, -SIDECAR_SUFFIX.length), annotation: id });
}
