import * as vscode from 'vscode';
import { isGlossFile, type Host } from '../core/index';

/** How long a burst of changes may last: a branch switch comes as hundreds of events. */
const BURST_MS = 250;

/** The largest file that is read, in bytes. The editor itself gives up at 50 MB. */
const MAX_BYTES = 50_000_000;

/** The core's host over the editor's file system, for the archive in a folder. */
export class EditorHost implements Host {
  readonly #root: vscode.Uri;

  constructor(root: vscode.Uri) {
    this.#root = root;
  }

  async list(globs: readonly string[]): Promise<string[]> {
    const found = new Set<string>();
    for (const glob of globs) {
      const pattern = new vscode.RelativePattern(this.#root, glob);
      for (const uri of await vscode.workspace.findFiles(pattern, '**/{node_modules,.git}/**')) {
        const path = pathBelow(this.#root, uri);
        if (path !== null) found.add(path);
      }
    }
    return [...found];
  }

  async read(path: string): Promise<Uint8Array | null> {
    const uri = vscode.Uri.joinPath(this.#root, path);
    if (pathBelow(this.#root, uri) === null) return null;
    // What somebody is writing in an open editor counts before what is on the disk.
    const open = isGlossFile(path) ? openDocument(uri) : undefined;
    if (open?.isDirty) return new TextEncoder().encode(open.getText());
    try {
      const stat = await vscode.workspace.fs.stat(uri);
      return stat.size > MAX_BYTES ? null : await vscode.workspace.fs.readFile(uri);
    } catch {
      return null;
    }
  }

  watch(changed: (paths: readonly string[] | null) => void): () => void {
    const pending = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.#root, '**/*'));
    const note = (uri: vscode.Uri, structural: boolean) => {
      const path = pathBelow(this.#root, uri);
      if (path === null || /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/.test(path)) return;
      pending.add(structural && !isGlossFile(path) ? EVERYTHING : path);
      clearTimeout(timer);
      timer = setTimeout(flush, BURST_MS);
    };
    const flush = () => {
      const paths = [...pending];
      pending.clear();
      changed(paths.includes(EVERYTHING) || paths.length > 100 ? null : paths);
    };
    const listeners = [
      watcher,
      watcher.onDidChange((uri) => note(uri, false)),
      watcher.onDidCreate((uri) => note(uri, true)),
      watcher.onDidDelete((uri) => note(uri, true)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isGlossFile(document.uri.path)) note(document.uri, false);
      }),
    ];
    return () => {
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
    };
  }
}

/** Stands for a file that came or went: then the list of files is another one. No path is empty. */
const EVERYTHING = '';

/** The open document of a file, if there is one. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === key);
}

/** The path of a file relative to a folder; null when it is not inside. */
export function pathBelow(root: vscode.Uri, uri: vscode.Uri): string | null {
  if (uri.scheme !== root.scheme || uri.authority !== root.authority) return null;
  const base = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return uri.path.startsWith(base) ? uri.path.slice(base.length) : null;
}
