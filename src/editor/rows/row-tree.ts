import * as vscode from 'vscode';
import { visible } from '../../core/text';
import { inertLines } from '../ui/inert';
import type { ViewNode } from './nodes';
import { opening } from './opening';
import { face, type Row } from './rows';

/** A row that has been drawn. */
interface Drawn {
  readonly node: ViewNode;
  row: Row;
  parent: ViewNode | undefined;
  /** Null until somebody unfolds the row. */
  children: Drawn[] | null;
}

/**
 * Draws rows as a tree. The nodes are the editor's handles: a row that is redrawn keeps its node, so that it stays unfolded and
 * selected. `redraw` announces only the rows that differ, and compares only rows that have been drawn, not those still folded away.
 */
export class RowTree implements vscode.TreeDataProvider<ViewNode>, vscode.Disposable {
  readonly #rows: () => readonly Row[];
  readonly #changed = new vscode.EventEmitter<ViewNode[] | undefined>();
  /** By node and not by id, because the editor may still ask for rows that are gone. */
  readonly #byNode = new WeakMap<ViewNode, Drawn>();
  #byId = new Map<string, Drawn>();
  #roots: Drawn[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param rows gives the rows of the first level as they are now; nothing is drawn before the first `redraw` */
  constructor(rows: () => readonly Row[]) {
    this.#rows = rows;
  }

  getChildren(node?: ViewNode): ViewNode[] {
    return (node ? this.#childrenOf(node) : this.#roots).map((drawn) => drawn.node);
  }

  getParent(node: ViewNode): ViewNode | undefined {
    return this.#byNode.get(node)?.parent;
  }

  getTreeItem(node: ViewNode): vscode.TreeItem {
    const row = this.#byNode.get(node)?.row;
    return row ? treeItem(row) : new vscode.TreeItem('');
  }

  resolveTreeItem(item: vscode.TreeItem, node: ViewNode): vscode.TreeItem {
    item.tooltip = inertLines(this.#byNode.get(node)?.row.tooltip?.() ?? '');
    return item;
  }

  /** Redraws the rows that differ from the last drawing. */
  redraw(): void {
    const last = this.#byId;
    this.#byId = new Map();
    const changed: ViewNode[] = [];
    const roots = this.#compare(this.#roots, this.#rows(), undefined, last, changed);
    this.#roots = roots.now;
    if (!roots.same) this.#changed.fire(undefined);
    else if (changed.length > 0) this.#changed.fire(changed);
  }

  /** The node of a row anywhere in the tree; rows that have not been unfolded yet are drawn for that. */
  find(id: string): ViewNode | undefined {
    const search = (level: readonly Drawn[]): Drawn | undefined => {
      for (const drawn of level) {
        const found = this.#byId.get(id) ?? search(this.#childrenOf(drawn.node));
        if (found) return found;
      }
      return undefined;
    };
    return (this.#byId.get(id) ?? search(this.#roots))?.node;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #childrenOf(node: ViewNode): Drawn[] {
    const drawn = this.#byNode.get(node);
    if (!drawn) return [];
    return (drawn.children ??= (drawn.row.children?.() ?? []).map((row) => this.#draw(row, node, undefined)));
  }

  #draw(row: Row, parent: ViewNode | undefined, last: Drawn | undefined): Drawn {
    const drawn = last ?? { node: row.node, row, parent, children: null };
    // The node stays the same object, and gets the new fields.
    if (last) Object.assign(drawn.node, row.node);
    drawn.row = row;
    drawn.parent = parent;
    this.#byNode.set(drawn.node, drawn);
    this.#byId.set(row.id, drawn);
    return drawn;
  }

  /** Replaces a drawn level by rows, and adds the nodes that differ to `changed`. `same`: whether the level has the same rows as before. */
  #compare(
    before: readonly Drawn[],
    rows: readonly Row[],
    parent: ViewNode | undefined,
    last: ReadonlyMap<string, Drawn>,
    changed: ViewNode[],
  ): { now: Drawn[]; same: boolean } {
    const same = before.length === rows.length && rows.every((row, i) => before[i]?.row.id === row.id);
    const now = rows.map((row) => {
      const known = last.get(row.id);
      let different = known !== undefined && face(known.row) !== face(row);
      const drawn = this.#draw(row, parent, known);
      const below: ViewNode[] = [];
      if (drawn.children) {
        const level = this.#compare(drawn.children, row.children?.() ?? [], drawn.node, last, below);
        drawn.children = level.now;
        if (!level.same) different = true;
      }
      // The editor redraws everything below an announced row.
      changed.push(...(different ? [drawn.node] : below));
      return drawn;
    });
    return { now, same };
  }
}

function treeItem(row: Row): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const state = row.children ? (row.unfolded ? Expanded : Collapsed) : None;
  const label: vscode.TreeItemLabel = row.marked
    ? { label: visible(row.label), highlights: [row.marked].flat().map(({ start, end }) => [start, end]) }
    : { label: visible(row.label) };
  const item = new vscode.TreeItem(label, state);
  item.id = row.id;
  item.accessibilityInformation = { label: visible(row.spoken) };
  if (row.description !== undefined) item.description = visible(row.description);
  if (row.icon !== undefined) {
    item.iconPath = new vscode.ThemeIcon(
      row.icon,
      row.color === undefined ? undefined : new vscode.ThemeColor(row.color),
    );
  }
  if (row.menu !== undefined) item.contextValue = row.menu;
  const command = opening(row);
  if (command) item.command = command;
  return item;
}
