import * as vscode from 'vscode';
import type { Span } from '../../core/text';
import type { Archive } from '../archive/archive';
import { toRange } from '../ui/convert';

/** How long somebody must stay at an item before its place is shown: holding an arrow key must not open every file. */
const STAY_MS = 120;

/** Shows places while somebody moves through a list, and restores the editor when the list is closed. */
export class PlaceViewer {
  readonly #archive: Archive;
  readonly #before = vscode.window.activeTextEditor;
  readonly #selections = this.#before?.selections;
  readonly #visible = this.#before?.visibleRanges[0];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #showing: Promise<unknown> = Promise.resolve();
  #shown = false;

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  /** Shows a place soon; the focus stays in the list. */
  show(path: string, span: Span): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#shown = true;
      this.#showing = this.#showing.then(() => this.#open(path, span)).catch(() => undefined);
    }, STAY_MS);
  }

  /** Restores the editor that was shown before. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#showing;
    if (!this.#shown || !this.#before) return;
    const { document, viewColumn } = this.#before;
    const editor = await vscode.window.showTextDocument(document, {
      ...(viewColumn === undefined ? {} : { viewColumn }),
    });
    if (this.#selections) editor.selections = this.#selections;
    if (this.#visible) editor.revealRange(this.#visible, vscode.TextEditorRevealType.AtTop);
  }

  async #open(path: string, span: Span): Promise<void> {
    const text = this.#archive.core.text(path);
    if (!text) return;
    const range = toRange(text.lines, span);
    const editor = await vscode.window.showTextDocument(this.#archive.uriOf(path), {
      preserveFocus: true,
      preview: true,
      selection: range,
    });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
