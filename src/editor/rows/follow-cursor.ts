import * as vscode from 'vscode';
import type { Archives } from '../archive/archives';
import { contextKey } from '../archive/context-keys';
import { toOffset } from '../ui/convert';
import type { Choice } from '../ui/choice';
import type { ViewNode } from './nodes';
import { postRowId } from './post-row-id';
import type { RowTree } from './row-tree';

/** How long the cursor must rest in a post before the view goes there. */
const REST_MS = 200;

/** Selects the post at the cursor in the view, while following is switched on and the view is visible. The focus stays where it is. */
export function registerFollowing(
  archives: Archives,
  follows: Choice<boolean>,
  view: vscode.TreeView<ViewNode>,
  tree: RowTree,
): vscode.Disposable {
  const key = contextKey('postgloss.followsCursor');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const schedule = () => {
    clearTimeout(timer);
    if (follows.value && view.visible) timer = setTimeout(() => void follow(), REST_MS);
  };
  const follow = async () => {
    const node = view.visible ? nodeAtCursor(archives, tree) : undefined;
    if (!node || view.selection[0] === node) return;
    // This fails while the tree is being redrawn; the next move of the cursor tries again.
    await view.reveal(node, { select: true, focus: false }).then(undefined, () => undefined);
  };
  const changed = () => {
    key(follows.value);
    schedule();
  };
  changed();
  return vscode.Disposable.from(
    follows.onDidChange(changed),
    vscode.window.onDidChangeActiveTextEditor(schedule),
    vscode.window.onDidChangeTextEditorSelection(schedule),
    view.onDidChangeVisibility(schedule),
    { dispose: () => clearTimeout(timer) },
  );
}

function nodeAtCursor(archives: Archives, tree: RowTree): ViewNode | undefined {
  const editor = vscode.window.activeTextEditor;
  const found = editor ? archives.find(editor.document.uri) : null;
  if (!editor || !found) return undefined;
  const post = found.text.postAt(toOffset(found.text.lines, editor.selection.active));
  return post ? tree.find(postRowId(found.archive, found.path, post.id)) : undefined;
}
