import * as vscode from 'vscode';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';

/** How long changes are gathered before a view is drawn anew. */
const GATHER_MS = 150;

/**
 * Calls `redraw` when what a view shows may have changed: at most once in a while, never while somebody types, and not before the view
 * is seen. Nor before all archives have been read: until then the view shows that it is working, as an empty list would say that there
 * is nothing, and a half of it would be drawn over right away.
 */
export class Redrawing implements vscode.Disposable {
  readonly #id: string;
  readonly #archives: Archives;
  readonly #view: vscode.TreeView<unknown>;
  readonly #redraw: () => void;
  readonly #read = new WeakSet<Archive>();
  readonly #listeners: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether something changed while nobody looked; at first nothing has been drawn at all. */
  #stale = true;
  #reading = false;

  /** @param others what else the view depends on */
  constructor(
    id: string,
    archives: Archives,
    view: vscode.TreeView<unknown>,
    others: readonly vscode.Event<unknown>[],
    redraw: () => void,
  ) {
    this.#id = id;
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
      if (this.#allRead()) this.#redraw();
    }, GATHER_MS);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
  }

  /** Whether all archives have been read; else reads them, and schedules the drawing for then. */
  #allRead(): boolean {
    const unread = this.#archives.all.filter((archive) => !this.#read.has(archive));
    if (unread.length === 0) return true;
    if (!this.#reading)
      void vscode.window.withProgress({ location: { viewId: this.#id } }, () => this.#readAll(unread));
    return false;
  }

  async #readAll(archives: readonly Archive[]): Promise<void> {
    this.#reading = true;
    // What could not be read is not waited for again.
    await Promise.allSettled(archives.map((archive) => archive.core.open()));
    for (const archive of archives) this.#read.add(archive);
    this.#reading = false;
    this.schedule();
  }
}
