import * as vscode from 'vscode';
import type { FileChanges, RecordChange } from '../../core/changes';
import { placeOfConflict } from '../../core/review';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { visible } from '../../core/text';
import type { Archives } from '../archive/archives';
import { toRange } from '../ui/convert';
import { select } from '../archive/show';
import { CHANGE_ICONS, detailsOf, signatureOf, titleOf } from './change-words';
import { iconless, joined } from '../ui/words';
import type { ChangesSince } from '../archive/git-questions';

interface Item extends vscode.QuickPickItem {
  /** Null for items that are no change: the document, headings, problems. */
  readonly change: { readonly file: FileChanges; readonly record: RecordChange } | null;
}

/**
 * Lists changes to walk through with the keyboard: the passage of the active item is shown behind the list, and Enter goes there.
 *
 * @param showAll shows all changes as a document; called for the first item
 */
export function walkChanges(
  archives: Archives,
  { root, files }: ChangesSince,
  title: string,
  showAll: () => Promise<void>,
): Promise<void> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = title;
  pick.placeholder = 'Walk through the changes';
  [pick.matchOnDescription, pick.matchOnDetail, pick.keepScrollPosition] = [true, true, true];
  const document: Item = { label: '$(output) Show All as a Document', change: null, alwaysShow: true };
  pick.items = [document, ...files.flatMap(itemsOf)];
  const go = (item: Item | undefined, preserveFocus: boolean) =>
    item?.change ? showChange(archives, root, item.change.file, item.change.record, preserveFocus) : Promise.resolve();
  pick.onDidChangeActive(([item]) => void go(item, true));
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      pick.hide();
      void (item && !item.change ? showAll() : go(item, false)).then(resolve);
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve();
    });
    pick.show();
  });
}

function itemsOf(file: FileChanges): Item[] {
  const { path, kind, records, problem } = file;
  const head: Item = { label: visible(path), kind: vscode.QuickPickItemKind.Separator, change: null };
  const broken: Item[] = problem === null ? [] : [{ label: `$(error) ${iconless(problem)}`, change: null }];
  const items = records.map((record): Item => ({
    label: `$(${CHANGE_ICONS[record.change]}) ${iconless(titleOf(record, kind))}`,
    description: joined([record.change, signatureOf(record)]),
    detail: iconless(detailsOf(record, kind)),
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
    void vscode.window.showInformationMessage(`${visible(path)} is not there any more.`);
  }
}
