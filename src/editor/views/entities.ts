import * as vscode from 'vscode';
import type { Archives } from '../archives';
import { contextKey } from '../context-keys';
import { entityRows } from './entity-rows';
import { Redrawing } from './redraw';
import { RowTree } from './row-tree';

/** The entities of the window’s archives with their mentions. */
export function registerEntitiesView(archives: Archives): vscode.Disposable {
  const tree = new RowTree(() => entityRows(archives.all));
  const view = vscode.window.createTreeView('postgloss.entities', { treeDataProvider: tree, showCollapseAll: true });
  const noEntities = contextKey('postgloss.noEntities');
  const redrawing = new Redrawing('postgloss.entities', archives, view, [], () => {
    noEntities(archives.all.every(({ annotator }) => annotator.registry.entities.length === 0));
    tree.redraw();
  });
  return vscode.Disposable.from(view, tree, redrawing);
}
