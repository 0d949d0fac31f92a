import * as vscode from 'vscode';

/** The scheme of the documents' addresses. */
const SCHEME = 'postgloss-review';

/** How many documents are kept, the newest: two for each comparison, and nobody goes back further than that. */
const MOST = 40;

/** Documents that exist in this window only, read-only and plain, to be put side by side. */
export class ReadOnlyDocuments implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration: vscode.Disposable;
  #count = 0;

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) =>
        this.#texts.get(uri.toString()) ?? 'This document is no longer kept. Run the command that opened it again.',
    });
  }

  /** Makes a document of this content. */
  add(name: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${++this.#count}/${name}` });
    this.#texts.set(uri.toString(), text);
    for (const key of this.#texts.keys()) if (this.#texts.size > MOST) this.#texts.delete(key);
    return uri;
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
