import * as vscode from 'vscode';
import type { Suggestions } from '../../core/suggest';
import { visible, type Span } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { contextKey } from '../archive/context-keys';
import { toRange } from '../ui/convert';
import { nearest } from '../ui/nearest';
import { select } from '../archive/show';
import type { NameNode, SpellingNode, ViewNode } from '../rows/nodes';
import { focusedRows } from '../rows/focused-rows';
import { nextRow } from '../rows/next-row';
import { Redrawing } from '../rows/redraw';
import { RowTree } from '../rows/row-tree';
import type { Row } from '../rows/rows';
import { SuggestionResults } from './suggestion-results';
import { suggestionRowId, suggestionRows } from './suggestion-rows';

/** Said where nothing was computed to its end. */
const STOPPED = 'Stopped. “Refresh Suggestions” begins anew.';

/** How long the view is waited for; somebody may have closed it at once. */
const PATIENCE_MS = 1000;

/**
 * Spellings that probably mean an entity, and names that the registry lacks. Computed when somebody looks at the view and the archive is
 * another than before, or when asked to; what is decided goes at once, and nothing is computed for it.
 */
export class SuggestionsView implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #results = new SuggestionResults();
  readonly #tree: RowTree;
  readonly #view: vscode.TreeView<ViewNode>;
  readonly #parts: vscode.Disposable;
  readonly #computing = contextKey('postgloss.computesSuggestions');
  readonly #none = contextKey('postgloss.noSuggestions');
  /** Counts the computations: a later one, or a wish to stop, ends those before it. */
  #turn = 0;
  #busy = false;
  /** The computation that began last. */
  #computation: Promise<void> = Promise.resolve();
  /** Whether to compute once the archives have been read. */
  #asked = true;
  #stopped = false;
  /** Counts what was to be shown: a file that opens slowly must not be shown over what was asked for after it. */
  #shown = 0;

  constructor(archives: Archives) {
    this.#archives = archives;
    this.#tree = new RowTree(() => this.#rows());
    this.#view = vscode.window.createTreeView('postgloss.suggestions', {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#parts = vscode.Disposable.from(
      this.#view,
      this.#tree,
      new Redrawing('postgloss.suggestions', archives, this.#view, [], () => this.#redraw()),
      this.#view.onDidChangeVisibility(({ visible: seen }) => {
        // Whoever looks at something else does not wait for it; whoever comes back sees what has become of the archive.
        if (seen && this.#archives.all.every(({ core }) => core.complete)) void this.#update();
        else this.#asked = seen;
        if (!seen) this.#end();
      }),
      this.#view.onDidChangeSelection(({ selection }) => {
        const [node] = selection;
        if (selection.length === 1 && node) void this.#show(node);
      }),
    );
  }

  /** What is still to be decided for an archive; null where nothing was computed yet. */
  of(archive: Archive): Suggestions | null {
    return this.#results.of(archive);
  }

  /** Whether an archive’s suggestions were made of its texts as they are. */
  hasCurrentTexts(archive: Archive): boolean {
    return this.#results.hasCurrentTexts(archive);
  }

  /** Shows the view and computes anew what is no longer current. */
  async refresh(): Promise<void> {
    await vscode.commands.executeCommand('postgloss.suggestions.focus');
    await this.#becomeVisible();
    await this.compute();
    // Becoming visible may have begun it anew.
    for (let waited: unknown; waited !== this.#computation;) await (waited = this.#computation);
    // An empty view cannot hold the keyboard, and what fills it does not take it by itself.
    const [first] = this.#view.selection.length > 0 ? this.#view.selection : this.#tree.getChildren();
    if (first && this.#view.visible) await this.#focus(first, false);
  }

  /** Computes what is no longer current, and waits for it. */
  async compute(): Promise<void> {
    await Promise.allSettled(this.#archives.all.map(({ core }) => core.open()));
    this.#stopped = false;
    await this.#update();
  }

  /** Stops computing until somebody asks for it again; what was there before stays. */
  stop(): void {
    this.#stopped = true;
    this.#end();
  }

  /** The rows that a key means. */
  focused(): Promise<readonly ViewNode[]> {
    return focusedRows(this.#view);
  }

  /**
   * Goes on to the next suggestion after a decision. Called before it, as the rows are then gone; what it answers is called after it.
   *
   * @param keyboard whether the keyboard is in the view, and should stay there
   */
  leaving(nodes: readonly (SpellingNode | NameNode)[], keyboard: boolean): () => Promise<void> {
    const before = this.#leaves();
    const ids = new Set(nodes.map(suggestionRowId));
    const at = before.findLastIndex(({ id }) => ids.has(id));
    return async () => {
      this.#redraw();
      if (!this.#view.visible || at < 0 || !keyboard) return;
      const next = nextRow(before, at, this.#leaves());
      const node = next && this.#tree.find(next.id);
      if (node) await this.#focus(node, true);
    };
  }

  dispose(): void {
    this.#turn++;
    this.#parts.dispose();
  }

  /** The editor tells that it shows a view some time after it does. */
  async #becomeVisible(): Promise<void> {
    if (this.#view.visible) return;
    let shown: vscode.Disposable | undefined;
    await Promise.race([
      new Promise<void>((resolve) => (shown = this.#view.onDidChangeVisibility(() => resolve()))),
      new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
    ]);
    shown?.dispose();
  }

  /** The tree may be drawn anew in this very moment; nothing is lost then but the selection. */
  async #focus(node: ViewNode, chosen: boolean): Promise<void> {
    await this.#view.reveal(node, { select: chosen, focus: true }).then(undefined, () => undefined);
  }

  #end(): void {
    this.#turn++;
    if (this.#busy) this.#setBusy(false);
  }

  #rows(): Row[] {
    const lists = this.#archives.all.flatMap((archive) => {
      const suggestions = this.#results.of(archive);
      return suggestions ? [{ archive, suggestions }] : [];
    });
    return suggestionRows(lists);
  }

  /** The rows that something is to be decided about, in their order. */
  #leaves(): Row[] {
    const within = (rows: readonly Row[]): Row[] =>
      rows.flatMap((row) => {
        if (row.menu === 'spelling' || row.menu === 'name') return [row];
        return row.children ? within(row.children()) : [];
      });
    return within(this.#rows());
  }

  #redraw(): void {
    this.#tree.redraw();
    const computed = this.#archives.all.filter((archive) => this.#results.of(archive) !== null);
    const changed = computed.some((archive) => !this.#results.hasCurrentTexts(archive));
    this.#none(!this.#busy && computed.length > 0 && this.#rows().length === 0);
    this.#view.message = this.#busy ? 'Looking for names…' : this.#stopped && computed.length === 0 ? STOPPED : '';
    this.#view.description = changed && !this.#busy ? 'texts have changed' : '';
    if (!this.#asked) return;
    this.#asked = false;
    void this.#update();
  }

  #update(): Promise<void> {
    this.#asked = false;
    return (this.#computation = this.#computeStale());
  }

  /** Computes what is not current, archive by archive, until it is done, stopped, or nobody looks any more. */
  async #computeStale(): Promise<void> {
    const turn = ++this.#turn;
    const goesOn = () => turn === this.#turn;
    const stale = this.#stopped ? [] : this.#archives.all.filter((archive) => !this.#results.isCurrent(archive));
    if (stale.length > 0) {
      this.#setBusy(true);
      await vscode.window.withProgress({ location: { viewId: 'postgloss.suggestions' } }, async () => {
        for (const archive of stale) if (goesOn()) await this.#results.compute(archive, goesOn);
      });
    }
    // One that began later tells how it ended.
    if (goesOn()) this.#setBusy(false);
  }

  #setBusy(busy: boolean): void {
    this.#busy = busy;
    this.#computing(busy);
    this.#redraw();
  }

  /** Shows the first place of what was chosen; the keyboard stays in the view. */
  async #show(node: ViewNode): Promise<void> {
    if (node.kind !== 'example' && node.kind !== 'spelling' && node.kind !== 'name') return;
    const { archive } = node;
    const of = node.kind === 'example' ? node.of : node;
    const place = node.kind === 'example' ? node : this.#firstPlace(of);
    const turn = ++this.#shown;
    if (!place || !this.#archives.all.includes(archive)) return;
    try {
      const text = await archive.core.openText(place.path);
      if (!text || turn !== this.#shown) return;
      const editor = await vscode.window.showTextDocument(archive.uriOf(place.path), {
        preserveFocus: true,
        preview: true,
      });
      if (turn === this.#shown) select(editor, toRange(text.lines, nearest(text.text, place.span, of.text)));
    } catch {
      void vscode.window.showErrorMessage(`${visible(place.path)} cannot be shown. Is the file still there?`);
    }
  }

  #firstPlace(node: SpellingNode | NameNode): { readonly path: string; readonly span: Span } | undefined {
    const suggestions = this.#results.of(node.archive);
    const found =
      node.kind === 'spelling'
        ? suggestions?.aliases.find(({ entity, text }) => entity.id === node.entityId && text === node.text)
        : suggestions?.entities.find(({ text }) => text === node.text);
    return found?.mentions[0];
  }
}
