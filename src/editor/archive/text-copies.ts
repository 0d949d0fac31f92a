import * as vscode from 'vscode';

/** How many contents of one text are kept, and up to what length each, in bytes. */
const MOST = 5;
const MAX_BYTES = 5_000_000;

/**
 * Copies of texts as they were when somebody annotated them, in the editor's own storage for the workspace. When a text has changed
 * outside, a copy helps to find each passage again, also where there is no git.
 */
export class TextCopies {
  readonly #folder: vscode.Uri | null;
  /** The content that was kept last, by the text's address: most calls are about a text that has not changed. */
  readonly #last = new Map<string, string>();

  /** @param storage the editor's storage for the workspace; without one nothing is kept */
  constructor(storage: vscode.Uri | undefined) {
    this.#folder = storage ? vscode.Uri.joinPath(storage, 'copies') : null;
  }

  /** Keeps the content of a text, unless it was kept last. Fails silently, because nothing relies on there being a copy. */
  async keep(uri: vscode.Uri, text: string): Promise<void> {
    const key = uri.toString();
    if (!this.#folder || this.#last.get(key) === text || text.length > MAX_BYTES) return;
    this.#last.set(key, text);
    try {
      // The byte order mark says that a copy is UTF-8, whatever the encoding of the text's file.
      const bytes = new TextEncoder().encode(`\ufeff${text}`);
      const folder = vscode.Uri.joinPath(this.#folder, await digest(new TextEncoder().encode(key)));
      const names = await namesIn(folder);
      const hash = await digest(bytes);
      if (names[0]?.endsWith(hash)) return;
      // Names begin with the time, so that their order is the order of the copies.
      const name = `${Date.now().toString(36).padStart(10, '0')}-${hash}`;
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), bytes);
      const old = names.filter((other, i) => i >= MOST - 1 || other.endsWith(hash));
      for (const other of old) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, other));
    } catch {
      this.#last.delete(key);
    }
  }

  /** The contents that were kept of a text, newest first. */
  async *of(uri: vscode.Uri): AsyncGenerator<Uint8Array> {
    if (!this.#folder) return;
    const folder = vscode.Uri.joinPath(this.#folder, await digest(new TextEncoder().encode(uri.toString())));
    for (const name of await namesIn(folder)) {
      try {
        yield await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
      } catch {
        // Another window has removed it.
      }
    }
  }
}

/** The names in a folder, newest first; none where there is no such folder. */
async function namesIn(folder: vscode.Uri): Promise<string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name]) => name).sort((a, b) => (a < b ? 1 : -1));
  } catch {
    return [];
  }
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
