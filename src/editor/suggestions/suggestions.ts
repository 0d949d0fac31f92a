import * as vscode from 'vscode';
import type { Suggestions } from '../../core/suggest';
import { type Span } from '../../core/text';
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
import { fail } from '../ui/say';
import { workInView } from '../ui/progress';
import { label } from '../ui/label';
import { pathName } from '../ui/inert';

/** The view’s message after a stop, if no computation was completed. */
const STOPPED = 'Stopped. “Refresh Suggestions” begins anew.';

/** How long `refresh` waits for the view to be visible, in milliseconds; the person may have closed it at once. */
const PATIENCE_MS = 1000;

/**
 * The Suggestions view: spellings that probably mean an entity, and names that the registry lacks. Computed when the view is shown and the
 * archive has changed, or by a command. A decided suggestion leaves the view at once, without a new computation.
 */
export class SuggestionsView implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #results = new SuggestionResults();
  readonly #tree: RowTree;
  readonly #view: vscode.TreeView<ViewNode>;
  readonly #parts: vscode.Disposable;
  readonly #computing = contextKey('postgloss.computesSuggestions');
  readonly #none = contextKey('postgloss.noSuggestions');
  /** Counts the computations and stops: each ends the computations before it. */
  #turn = 0;
  #busy = false;
  /** The computation that began last. */
  #computation: Promise<void> = Promise.resolve();
  /** Whether to compute once the archives have been read. */
  #asked = true;
  #stopped = false;
  /** The number of the last request to show a place: a file that opens slowly must not cover the place of a later request. */
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
        // A hidden view needs no computation; a view that is shown again needs the current suggestions.
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

  /** The undecided suggestions of an archive; null before its first computation. */
  of(archive: Archive): Suggestions | null {
    return this.#results.of(archive);
  }

  /** Whether an archive’s suggestions were computed of its current texts. */
  hasCurrentTexts(archive: Archive): boolean {
    return this.#results.hasCurrentTexts(archive);
  }

  /** Shows the view, computes the suggestions of changed archives anew, and puts the keyboard on a row. */
  async refresh(): Promise<void> {
    await vscode.commands.executeCommand('postgloss.suggestions.focus');
    await this.#becomeVisible();
    await this.compute();
    // The view may have begun another computation on becoming visible.
    for (let waited: unknown; waited !== this.#computation;) await (waited = this.#computation);
    // An empty view cannot hold the keyboard focus, and does not get it when rows appear.
    const [first] = this.#view.selection.length > 0 ? this.#view.selection : this.#tree.getChildren();
    if (first && this.#view.visible) await this.#focus(first, false);
  }

  /** Reads the archives, computes the suggestions of changed ones anew, and waits for that. */
  async compute(): Promise<void> {
    await Promise.allSettled(this.#archives.all.map(({ core }) => core.open()));
    this.#stopped = false;
    await this.#update();
  }

  /** Stops computing until `compute` or `refresh` is called; the suggestions so far stay. */
  stop(): void {
    this.#stopped = true;
    this.#end();
  }

  /** The rows that a key means. */
  focused(): Promise<readonly ViewNode[]> {
    return focusedRows(this.#view);
  }

  /**
   * Prepares going on to the next suggestion. Call it before the decision, because the rows are gone afterwards; call the function that it
   * returns after the decision.
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

  /** Waits until the editor reports the view as visible, which is some time after it shows the view. */
  async #becomeVisible(): Promise<void> {
    if (this.#view.visible) return;
    let shown: vscode.Disposable | undefined;
    await Promise.race([
      new Promise<void>((resolve) => (shown = this.#view.onDidChangeVisibility(() => resolve()))),
      new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
    ]);
    shown?.dispose();
  }

  /** Focuses a row. `reveal` fails if the tree is drawn anew at the same moment; then only the selection is lost. */
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

  /** The rows of undecided suggestions, in their order. */
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
    label(this.#view, {
      message: this.#busy ? 'Looking for names…' : this.#stopped && computed.length === 0 ? STOPPED : '',
      description: changed && !this.#busy ? 'texts have changed' : '',
    });
    if (!this.#asked) return;
    this.#asked = false;
    void this.#update();
  }

  #update(): Promise<void> {
    this.#asked = false;
    return (this.#computation = this.#computeStale());
  }

  /** Computes the suggestions of changed archives, one after the other, until all are done, or it is stopped, or the view is hidden. */
  async #computeStale(): Promise<void> {
    const turn = ++this.#turn;
    const goesOn = () => turn === this.#turn;
    const stale = this.#stopped ? [] : this.#archives.all.filter((archive) => !this.#results.isCurrent(archive));
    if (stale.length > 0) {
      this.#setBusy(true);
      await workInView('postgloss.suggestions', async () => {
        for (const archive of stale) if (goesOn()) await this.#results.compute(archive, goesOn);
      });
    }
    // Otherwise a later computation has begun, and tells when it ends.
    if (goesOn()) this.#setBusy(false);
  }

  #setBusy(busy: boolean): void {
    this.#busy = busy;
    this.#computing(busy);
    this.#redraw();
  }

  /** Shows the chosen place, or the first place of the chosen suggestion; the keyboard stays in the view. */
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
      fail(`${pathName(place.path)} cannot be shown. Is the file still there?`);
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
