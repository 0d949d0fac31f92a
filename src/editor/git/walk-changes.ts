import * as vscode from 'vscode';
import type { FileChanges, RecordChange } from '../../core/changes';
import { placeOfConflict } from '../../core/review';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { visible } from '../../core/text';
import type { Archives } from '../archive/archives';
import { toRange } from '../ui/convert';
import { select } from '../archive/show';
import { CHANGE_ICONS, detailsOf, signatureOf, titleOf } from './change-words';
import { joined } from '../ui/words';
import type { ChangesSince } from '../archive/git-questions';
import { say } from '../ui/say';
import { askOne } from '../ui/steps';
import { pathName } from '../ui/inert';

interface Change {
  readonly file: FileChanges;
  readonly record: RecordChange;
}

interface Item extends vscode.QuickPickItem {
  /** Null for items that are no change: the document, headings, problems. */
  readonly change: Change | null;
}

/**
 * Lists changes to walk through with the keyboard: the passage of the active item is shown behind the list, and Enter goes there.
 *
 * @param showAll shows all changes as a document; called for the first item
 */
export async function walkChanges(
  archives: Archives,
  { root, files }: ChangesSince,
  title: string,
  showAll: () => Promise<void>,
): Promise<void> {
  const document: Item = {
    label: 'Show All as a Document',
    iconPath: new vscode.ThemeIcon('output'),
    change: null,
    alwaysShow: true,
  };
  const show = ({ file, record }: Change, preserveFocus: boolean) =>
    showChange(archives, root, file, record, preserveFocus);
  const chosen = await askOne<Item>({
    title,
    placeholder: 'Walk through the changes',
    items: [document, ...files.flatMap(itemsOf)],
    onMove: ({ change }) => void (change && show(change, true)),
  });
  if (chosen?.change) await show(chosen.change, false);
  else if (chosen) await showAll();
}

function itemsOf(file: FileChanges): Item[] {
  const { path, kind, records, problem } = file;
  const head: Item = { label: visible(path), kind: vscode.QuickPickItemKind.Separator, change: null };
  const broken: Item[] =
    problem === null ? [] : [{ iconPath: new vscode.ThemeIcon('error'), label: problem, change: null }];
  const items = records.map((record): Item => ({
    iconPath: new vscode.ThemeIcon(CHANGE_ICONS[record.change]),
    label: titleOf(record, kind),
    description: joined([record.change, signatureOf(record)]),
    detail: detailsOf(record, kind),
    change: { file, record },
  }));
  return [head, ...broken, ...items];
}

/** Shows the passage of an annotation, even of one that was removed; else the record in its file. */
async function showChange(
  archives: Archives,
  root: string,
  { path, kind }: FileChanges,
  record: RecordChange,
  preserveFocus: boolean,
): Promise<void> {
  const uri = vscode.Uri.joinPath(vscode.Uri.file(root), path);
  const archive = archives.archiveOf(uri);
  const inArchive = archive?.pathOf(uri) ?? null;
  const source = kind === 'sidecar' && inArchive !== null ? inArchive.slice(0, -SIDECAR_SUFFIX.length) : null;
  const text = archive && source !== null ? await archive.core.openText(source) : null;
  const span = text && placeOfConflict(text, { ours: record.after, theirs: record.before });
  try {
    const target = archive && span && source !== null ? archive.uriOf(source) : uri;
    const editor = await vscode.window.showTextDocument(target, { preserveFocus, preview: true });
    const { document } = editor;
    const range =
      text && span
        ? toRange(text.lines, span)
        : record.after
          ? new vscode.Range(document.positionAt(record.span.start), document.positionAt(record.span.start))
          : null;
    if (range) select(editor, range);
  } catch {
    say(`${pathName(path)} is not there any more.`);
  }
}
