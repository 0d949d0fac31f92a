import * as vscode from 'vscode';
import type { Archive } from '../archive';
import type { Archives } from '../archives';

/** How long changes are gathered before a view is drawn anew. */
const GATHER_MS = 150;

/**
 * Calls `redraw` when what a view shows may have changed: at most once in a while, never while somebody types, and not before the view
 * is seen. `read` tells whether all archives have been read, as until then an empty list does not say that there is nothing.
 */
export class Redrawing implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #view: vscode.TreeView<unknown>;
  readonly #redraw: (read: boolean) => void;
  readonly #read = new WeakSet<Archive>();
  readonly #listeners: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether something changed while nobody looked; at first nothing has been drawn at all. */
  #stale = true;

  /** @param others what else the view depends on */
  constructor(
    archives: Archives,
    view: vscode.TreeView<unknown>,
    others: readonly vscode.Event<unknown>[],
    redraw: (read: boolean) => void,
  ) {
    this.#archives = archives;
    this.#view = view;
    this.#redraw = redraw;
    this.#listeners = vscode.Disposable.from(
      archives.onDidChange(({ typing }) => {
        if (!typing) this.schedule();
      }),
      archives.onDidChangeList(() => this.schedule()),
      view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#stale) this.schedule();
      }),
      ...others.map((event) => event(() => this.schedule())),
    );
  }

  schedule(): void {
    this.#stale = true;
    if (!this.#view.visible) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.#view.visible) return;
      this.#stale = false;
      this.#redraw(this.#allRead());
    }, GATHER_MS);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
  }

  #allRead(): boolean {
    const unread = this.#archives.all.filter((archive) => !this.#read.has(archive));
    for (const archive of unread) {
      void archive.annotator.open().then(() => {
        this.#read.add(archive);
        this.schedule();
      });
    }
    return unread.length === 0;
  }
}
