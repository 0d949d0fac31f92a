import * as vscode from 'vscode';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { workInView } from '../ui/progress';

/** How long changes are gathered before a view is redrawn. */
const GATHER_MS = 150;

/**
 * Calls `redraw` when the content of a view may have changed: at most every `GATHER_MS`, not for typing, and only while the view is
 * visible. Until all archives have been read, the view shows a progress bar instead: an empty list would say that there is nothing, and
 * a partial list would be redrawn right away.
 */
export class Redrawing implements vscode.Disposable {
  readonly #id: string;
  readonly #archives: Archives;
  readonly #view: vscode.TreeView<unknown>;
  readonly #redraw: () => void;
  readonly #read = new WeakSet<Archive>();
  readonly #listeners: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the view lacks a change, because it was hidden. True at first, as nothing has been drawn. */
  #stale = true;
  #reading = false;

  /** @param others events after which the view must be redrawn, too */
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

  /** Whether all archives have been read. If not, reads them, and schedules a redraw for when that is done. */
  #allRead(): boolean {
    const unread = this.#archives.all.filter((archive) => !this.#read.has(archive));
    if (unread.length === 0) return true;
    if (!this.#reading) void workInView(this.#id, () => this.#readAll(unread));
    return false;
  }

  async #readAll(archives: readonly Archive[]): Promise<void> {
    this.#reading = true;
    // An archive that could not be read counts as read, so that it is not waited for again.
    await Promise.allSettled(archives.map((archive) => archive.core.open()));
    for (const archive of archives) this.#read.add(archive);
    this.#reading = false;
    this.schedule();
  }
}
