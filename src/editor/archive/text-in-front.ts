import * as vscode from 'vscode';
import type { Post } from '../../core/posts';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { toOffset } from '../ui/convert';
import type { Archives, TextInArchive } from './archives';

/** The text and the post that the person is reading: those of the active editor, also while its sidecar is in front. */
export class TextInFront implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  #uri: vscode.Uri | undefined;
  #offset: vscode.Position | undefined;
  #postId: string | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(archives: Archives) {
    this.#archives = archives;
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.#moved()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#moved()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#moved();
      }),
    );
    this.update();
  }

  get text(): TextInArchive | null {
    return this.#uri ? this.#archives.find(this.#uri) : null;
  }

  get post(): Post | null {
    const text = this.text?.text;
    return (text && this.#offset && text.postAt(toOffset(text.lines, this.#offset))) ?? null;
  }

  /** Takes over the active editor's text and cursor. While another tab is active, such as the settings, a visible text stays. */
  update(): void {
    const active = vscode.window.activeTextEditor;
    const uri = active && textUri(active.document.uri);
    if (active && uri && this.#archives.archiveOf(uri)) {
      const own = uri === active.document.uri;
      const known = this.#uri?.toString() === uri.toString();
      this.#uri = uri;
      if (own) this.#offset = active.selection.active;
      else if (!known) this.#offset = undefined;
    } else if (
      !vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === this.#uri?.toString())
    ) {
      this.#uri = undefined;
      this.#offset = undefined;
    }
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** Fires only when the text or the post is another one than before, because the cursor moves all the time. */
  #moved(): void {
    const before = `${this.#uri?.toString() ?? ''}\n${this.#postId ?? ''}`;
    this.update();
    this.#postId = this.post?.id;
    if (`${this.#uri?.toString() ?? ''}\n${this.#postId ?? ''}` !== before) this.#changed.fire();
  }
}

/** The address of the text that a document belongs to: of a sidecar, the text beside it; else its own. */
function textUri(uri: vscode.Uri): vscode.Uri {
  return uri.path.endsWith(SIDECAR_SUFFIX) ? uri.with({ path: uri.path.slice(0, -SIDECAR_SUFFIX.length) }) : uri;
}
