import * as vscode from 'vscode';
import { isGlossFile } from '../../core/entities';
import { LARGEST_FILE, whyTooLarge, type DirectFiles, type EarlierText, type Host } from '../../core/host';
import { SharedIndexer, WorkerIndexer, type FileMark, type Indexer, type IndexStore } from '../../core/indexing';
import type { AttributesFile } from '../../core/merge';
import { earlierContents } from './earlier-texts';
import type { TextCopies } from './text-copies';
import { whyNoGit } from './git-questions';
import type { Platform } from './platform';

/** How long a burst of changes may last: a branch switch comes as hundreds of events. */
const BURST_MS = 250;

/** How many threads index an archive. More would only wait, for the disk and for the extension host's own thread. */
const WORKERS = 2;

/** The core's host over the editor's file system, for the archive in a folder. */
export class EditorHost implements Host {
  readonly #root: vscode.Uri;
  readonly #platform: Platform | null;
  readonly #copies: TextCopies | null;
  readonly indexer: Indexer | null;
  readonly indexStore: IndexStore | null;
  readonly files: DirectFiles | null;

  /** Without a platform and copies, the host only reads files as they are now: no index, no earlier contents, no git. */
  constructor(root: vscode.Uri, platform: Platform | null = null, copies: TextCopies | null = null) {
    this.#root = root;
    this.#platform = platform;
    this.#copies = copies;
    this.indexer = platform && indexerFor(root, platform);
    this.indexStore = platform?.indexStore?.(root) ?? null;
    const files = platform?.files?.(root);
    this.files = files ? withOpenSidecars(root, files) : null;
  }

  async *earlier(path: string): AsyncIterable<EarlierText> {
    if (!this.#platform || !this.#copies) return;
    yield* earlierContents(this.#root, vscode.Uri.joinPath(this.#root, path), this.#copies, this.#platform);
  }

  attributes(folders: readonly string[]): Promise<readonly AttributesFile[]> {
    return this.#platform?.attributes?.(this.#root, folders) ?? Promise.resolve([]);
  }

  mergeDriver(): Promise<boolean | null> {
    const questions = this.#platform?.questions ?? null;
    if (!questions || whyNoGit(questions, this.#root) !== null) return Promise.resolve(null);
    return questions.mergeDriver(this.#root.fsPath);
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
    // The unsaved text of a gloss file in an open editor counts, not the file on the disk.
    const open = isGlossFile(path) ? openDocument(uri) : undefined;
    if (open?.isDirty) return new TextEncoder().encode(open.getText());
    const size = await sizeOf(uri);
    if (size < 0) return null;
    const read = size > LARGEST_FILE ? whyTooLarge(size) : await readOrWhy(uri);
    if (typeof read !== 'string') return read;
    // Our own file is then taken for one that is no text: its problem is told, and nothing is written over it.
    if (isGlossFile(path)) return Uint8Array.of(0);
    throw new Error(read);
  }

  watch(changed: (paths: readonly string[] | null, listing?: boolean) => void): () => void {
    const pending = new Set<string>();
    let listing = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.#root, '**/*'));
    const note = (uri: vscode.Uri, structural: boolean) => {
      const path = pathBelow(this.#root, uri);
      if (path === null || OF_NO_CONCERN.test(path)) return;
      pending.add(path);
      listing ||= structural && !isGlossFile(path);
      clearTimeout(timer);
      timer = setTimeout(flush, BURST_MS);
    };
    const flush = () => {
      const paths = [...pending];
      const listed = listing;
      pending.clear();
      listing = false;
      changed(paths, listed);
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

/** An indexer with threads of its own. Null on a platform where texts are not indexed ahead. */
function indexerFor(root: vscode.Uri, platform: Platform): Indexer | null {
  if (!platform.openIndexPort) return null;
  const open = platform.openIndexPort.bind(platform, root);
  return new SharedIndexer(Array.from({ length: WORKERS }, () => new WorkerIndexer(open)));
}

/** Direct files in which a sidecar with unsaved changes in an open editor exists, even if it has never been saved. */
function withOpenSidecars(root: vscode.Uri, files: DirectFiles): DirectFiles {
  return {
    ...files,
    async marks(paths) {
      const marks = await files.marks(paths);
      const dirty = new Set(
        vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => pathBelow(root, uri)),
      );
      if (dirty.size === 0) return marks;
      return marks.map(
        (mark, i) => mark ?? (dirty.has(paths[i] ?? '') && isGlossFile(paths[i] ?? '') ? UNSAVED : null),
      );
    },
  };
}

const UNSAVED: FileMark = { size: 0, written: Infinity, touched: Infinity, number: 0 };

/** Paths that hold no text and no annotation: git's folder, packages, and the locks and temporary files of saves. */
const OF_NO_CONCERN = /(?:^|\/)(?:\.git|node_modules)(?:\/|$)|(?:^|\/)\.[^/]*\.(?:lock|tmp)$/;

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

/** The size of a file in bytes; -1 where there is none. */
async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return -1;
  }
}

/** The bytes of a file; null where it has gone; or why it cannot be read, as a sentence without its full stop. */
async function readOrWhy(uri: vscode.Uri): Promise<Uint8Array | string | null> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : '';
    if (code === 'FileNotFound' || code === 'FileIsADirectory') return null;
    return code === 'NoPermissions' ? 'You may not read it' : `Reading it fails: ${String(error)}`;
  }
}
