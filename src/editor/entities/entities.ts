import * as vscode from 'vscode';
import type { Archives } from '../archive/archives';
import { contextKey } from '../archive/context-keys';
import { EntityDrag } from './entity-drag';
import { entityRows } from './entity-rows';
import type { EntityNode, ViewNode } from '../rows/nodes';
import { focusedRows } from '../rows/focused-rows';
import { Redrawing } from '../rows/redraw';
import { RowTree } from '../rows/row-tree';

/** The Entities view: the entities of the window’s archives with their mentions. */
export class EntitiesView implements vscode.Disposable {
  readonly #view: vscode.TreeView<ViewNode>;
  readonly #parts: vscode.Disposable;

  constructor(archives: Archives) {
    const tree = new RowTree(() => entityRows(archives.all));
    const view = vscode.window.createTreeView('postgloss.entities', {
      treeDataProvider: tree,
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController: new EntityDrag(archives),
    });
    const noEntities = contextKey('postgloss.noEntities');
    const redrawing = new Redrawing('postgloss.entities', archives, view, [], () => {
      noEntities(archives.all.every(({ core }) => core.registry.entities.length === 0));
      tree.redraw();
    });
    this.#view = view;
    this.#parts = vscode.Disposable.from(view, tree, redrawing);
  }

  /** The entities that a key means: all selected ones, or only the focused one where it is not selected. */
  async focused(): Promise<readonly EntityNode[]> {
    return (await focusedRows(this.#view)).filter((node) => node.kind === 'entity');
  }

  dispose(): void {
    this.#parts.dispose();
  }
}
