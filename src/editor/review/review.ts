import * as vscode from 'vscode';
import type { ArchiveText } from '../../core/archive';
import { namedPosts } from '../../core/posts';
import { candidateSpans } from '../../core/review';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { type Span } from '../../core/text';
import type { Archives } from '../archive/archives';
import { contextKey } from '../archive/context-keys';
import { toRange } from '../ui/convert';
import type { Conflicts } from '../conflicts/conflicts';
import { select } from '../archive/show';
import { TextInFront } from '../archive/text-in-front';
import type { Choice } from '../ui/choice';
import type {
  AnnotationNode,
  BrokenNode,
  CandidateNode,
  ConflictFileNode,
  ConflictNode,
  ViewNode,
} from '../rows/nodes';
import { nextRow } from '../rows/next-row';
import { Redrawing } from '../rows/redraw';
import { registerBadge } from './review-badge';
import { conflictFileRow, conflictRows } from './review-conflict-rows';
import { showConflict } from './show-conflict';
import { registerReviewHint } from './review-hint';
import { archiveReviewRows, fileReviewRows } from './review-rows';
import { reviewScope, type ReviewScope } from './review-scope';
import { RowTree } from '../rows/row-tree';
import type { Row } from '../rows/rows';
import { fail } from '../ui/say';
import { label } from '../ui/label';
import { whisper } from '../ui/say';
import { pathName } from '../ui/inert';

/** The node of a row of the queue: an item to review, or a place where an annotation may be. */
export type ReviewNode = AnnotationNode | CandidateNode | BrokenNode | ConflictNode | ConflictFileNode;

/**
 * The view of the review queue: annotations whose place is changed, ambiguous or gone, records that cannot be read, and conflicts of
 * merges.
 */
export class ReviewView implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #conflicts: Conflicts;
  readonly #scope: Choice<ReviewScope>;
  readonly #reading: TextInFront;
  readonly #tree: RowTree;
  readonly #view: vscode.TreeView<ViewNode>;
  readonly #parts: vscode.Disposable;
  readonly #empty = contextKey('postgloss.reviewEmpty');
  /** How many coming runs of a row’s own command `focused` has caused: `show` skips them, as they would replace the selection. */
  #unshown = 0;
  /** The number of the last request to show a place: a file that opens slowly must not cover the place of a later request. */
  #shown = 0;

  constructor(archives: Archives, conflicts: Conflicts, context: vscode.ExtensionContext) {
    this.#archives = archives;
    this.#conflicts = conflicts;
    this.#scope = reviewScope(context);
    this.#reading = new TextInFront(archives);
    this.#tree = new RowTree(() => this.#rows());
    this.#view = vscode.window.createTreeView('postgloss.review', {
      treeDataProvider: this.#tree,
      showCollapseAll: true,
    });
    const ofFile = contextKey('postgloss.reviewsFile');
    const reviewing = contextKey('postgloss.reviewing');
    const others = [this.#scope.onDidChange, this.#reading.onDidChange, conflicts.onDidChange];
    const choosing = () => reviewing(this.#view.visible && isAnnotation(this.#view.selection[0]));
    ofFile(this.#scope.value === 'file');
    this.#parts = vscode.Disposable.from(
      this.#view,
      this.#tree,
      this.#reading,
      new Redrawing('postgloss.review', archives, this.#view, others, () => this.#redraw()),
      this.#scope.onDidChange((scope) => ofFile(scope === 'file')),
      this.#view.onDidChangeSelection(choosing),
      this.#view.onDidChangeVisibility(choosing),
      registerBadge(archives, conflicts, this.#view),
      registerReviewHint(archives),
    );
  }

  /** The row selected in the view; undefined while the view is hidden. */
  get selected(): ViewNode | undefined {
    return this.#view.visible ? this.#view.selection[0] : undefined;
  }

  /**
   * The row that has the keyboard focus. The editor tells an extension only the selected row, so the focused row is selected first. That
   * also runs the row's own command once, which `show` then skips.
   */
  async focused(): Promise<ViewNode | undefined> {
    this.#unshown++;
    await vscode.commands.executeCommand('list.select');
    const [node] = this.#view.selection;
    if (!isReviewNode(node)) this.#unshown = 0;
    return node;
  }

  /** Shows the view with the keyboard in it, and selects the named annotation or conflict; without a name, the first item. */
  async open(named?: Omit<AnnotationNode, 'kind'> | ConflictNode): Promise<void> {
    await vscode.commands.executeCommand('postgloss.review.focus');
    await this.#readAll();
    const items = this.#items();
    const item = named ? items[indexOf(items, named)] : items[0];
    if (item && (named || !this.selected)) await this.#select(item, true);
  }

  /** Goes to the next or the previous item and shows its place; from the last one to the first. */
  async step(direction: 1 | -1, keyboard: boolean): Promise<void> {
    if (!this.#view.visible) await vscode.commands.executeCommand('postgloss.review.focus');
    await this.#readAll();
    const items = this.#items();
    const at = this.selected ? indexOf(items, this.selected) : -1;
    const next =
      items[at < 0 ? (direction > 0 ? 0 : items.length - 1) : (at + direction + items.length) % items.length];
    if (next) await this.#goTo(next, keyboard);
    else whisper('Every annotation has its place.');
  }

  /**
   * Prepares going on after a decision. Call it before the decision, because the item may be gone afterwards; call the function that it
   * returns when the decision is made.
   *
   * @param keyboard whether the keyboard is in the view, and should stay there
   */
  leaving(node: ViewNode, keyboard: boolean): () => Promise<void> {
    const before = this.#items();
    const at = indexOf(before, node);
    return async () => {
      if (!this.#view.visible || at < 0) return;
      const next = nextRow(before, at, this.#items());
      this.#redraw();
      if (next) await this.#goTo(next, keyboard);
    };
  }

  /** Shows the place of a row in an editor; the keyboard stays where it is. */
  async show(node: unknown): Promise<void> {
    if (!isReviewNode(node)) return;
    if (this.#unshown > 0) this.#unshown--;
    else if (this.#archives.all.includes(node.archive)) await this.#show(node);
  }

  /** Shows a place of a document; the keyboard stays where it is. */
  async showSpan(uri: vscode.Uri, rangeIn: (document: vscode.TextDocument) => vscode.Range | null): Promise<void> {
    const turn = ++this.#shown;
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      if (turn !== this.#shown) return;
      const editor = await vscode.window.showTextDocument(document, { preserveFocus: true, preview: true });
      const range = turn === this.#shown ? rangeIn(document) : null;
      if (range) select(editor, range);
    } catch {
      fail(`${pathName(uri.path)} cannot be shown. Is the file still there?`);
    }
  }

  dispose(): void {
    this.#parts.dispose();
  }

  async #show(node: ReviewNode): Promise<void> {
    if (node.kind === 'conflict' || node.kind === 'conflict-file') {
      await showConflict(this, this.#conflicts, node);
      return;
    }
    const { archive, path } = node;
    const text = node.kind === 'broken' ? null : await archive.core.openText(path);
    const span = node.kind === 'annotation' ? text && placeOf(text, node) : node.span;
    await this.showSpan(archive.uriOf(path), (document) =>
      span
        ? text
          ? toRange(text.lines, span)
          : new vscode.Range(document.positionAt(span.start), document.positionAt(span.end))
        : null,
    );
  }

  async #goTo(item: Row, keyboard: boolean): Promise<void> {
    await this.#select(item, keyboard);
    if (isReviewNode(item.node)) await this.#show(item.node);
  }

  async #select(item: Row, focus: boolean): Promise<void> {
    this.#redraw();
    // Draws the items of each file, so that the tree finds the row; the rows below the items are not needed for that.
    for (const node of this.#tree.getChildren()) if (isFileNode(node)) this.#tree.getChildren(node);
    const node = this.#tree.find(item.id);
    // `reveal` fails if the tree is drawn anew at the same moment; then only the selection is lost.
    if (node) await this.#view.reveal(node, { select: true, focus }).then(undefined, () => undefined);
  }

  async #readAll(): Promise<void> {
    await Promise.allSettled(this.#archives.all.map(({ core }) => core.open()));
  }

  #rows(): Row[] {
    const { all } = this.#archives;
    if (this.#scope.value === 'archive') return [...conflictRows(all, this.#conflicts), ...archiveReviewRows(all)];
    const { text } = this.#reading;
    if (!text) return [];
    const conflict = this.#conflicts.find(text.archive, text.path + SIDECAR_SUFFIX);
    return [...(conflict ? [conflictFileRow(text.archive, conflict)] : []), ...fileReviewRows(text)];
  }

  /** The rows of the items to review, in their order. */
  #items(): Row[] {
    return this.#rows().flatMap((row) => (isFileNode(row.node) ? (row.children?.() ?? [row]) : [row]));
  }

  #redraw(): void {
    this.#reading.update();
    const { text } = this.#reading;
    const ofFile = this.#scope.value === 'file';
    this.#empty(this.#rows().length === 0);
    this.#tree.redraw();
    label(this.#view, {
      description: ofFile && text ? text.path.slice(text.path.lastIndexOf('/') + 1) : '',
      message: ofFile && !text ? 'No text of an archive is open. Open a text to review its annotations.' : '',
    });
  }
}

const REVIEWED: ReadonlySet<unknown> = new Set(['annotation', 'candidate', 'broken', 'conflict', 'conflict-file']);

function isFileNode({ kind }: ViewNode): boolean {
  return kind === 'review-file' || kind === 'conflict-file';
}

function isReviewNode(node: unknown): node is ReviewNode {
  if (typeof node !== 'object' || node === null || !('kind' in node)) return false;
  return REVIEWED.has(node.kind);
}

function isAnnotation(node: ViewNode | undefined): boolean {
  return node?.kind === 'annotation' || node?.kind === 'candidate';
}

/** The index of the item that a row belongs to; -1 for none. */
function indexOf(items: readonly Row[], wanted: ViewNode | Omit<AnnotationNode, 'kind'>): number {
  return items.findIndex(({ node }) => {
    if (!('path' in wanted) || !('path' in node) || node.path !== wanted.path) return false;
    if ('archive' in wanted && 'archive' in node && wanted.archive !== node.archive) return false;
    if (node.kind === 'conflict') return 'kind' in wanted && wanted.kind === 'conflict' && wanted.key === node.key;
    if (node.kind === 'conflict-file') return 'kind' in wanted && wanted.kind === 'conflict-file';
    if (node.kind === 'broken')
      return 'kind' in wanted && wanted.kind === 'broken' && wanted.span.start === node.span.start;
    if (node.kind !== 'annotation' || !('index' in wanted)) return false;
    return node.id === null ? wanted.index === node.index : wanted.id === node.id;
  });
}

/** The likeliest place of an annotation, else the beginning of its post; null where the text has neither. */
function placeOf(text: ArchiveText, { id, index }: AnnotationNode): Span | null {
  const placed = text.annotations.find(({ annotation }) =>
    id === null ? annotation.index === index : annotation.id === id,
  );
  const likeliest = placed && candidateSpans(placed)[0]?.span;
  if (likeliest) return likeliest;
  const named = placed?.annotation.post ?? null;
  const post = named === null ? null : namedPosts(text.posts).find(named);
  return post ? { start: post.span.start, end: post.span.start } : null;
}
