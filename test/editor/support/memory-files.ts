import * as vscode from 'vscode';

/** A file system in memory, with faults to order. All of its files lie in one folder. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  /** How many bytes of a write it takes, as a full disk does, without a word. */
  takes = Infinity;
  /** Called before each write. */
  beforeWrite: (uri: vscode.Uri) => void = () => undefined;
  /** Called after each write. */
  afterWrite: (uri: vscode.Uri) => void = () => undefined;

  get paths(): string[] {
    return [...this.#files.keys()];
  }

  text(path: string): string | null {
    const bytes = this.#files.get(path);
    return bytes ? new TextDecoder().decode(bytes) : null;
  }

  put(path: string, text: string): void {
    this.#files.set(path, new TextEncoder().encode(text));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(path);
    if (file) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: file.length };
    if (path !== '/' && !this.paths.some((other) => other.startsWith(`${path}/`)) && !this.#folders.has(path)) {
      throw vscode.FileSystemError.FileNotFound();
    }
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readonly #folders = new Set<string>();

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const below = this.paths.filter((other) => other.startsWith(`${path}/`));
    return below.map((other) => [other.slice(path.length + 1), vscode.FileType.File]);
  }

  createDirectory({ path }: vscode.Uri): void {
    this.#folders.add(path);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.#files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound();
    return file;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.beforeWrite(uri);
    this.#files.set(uri.path, content.slice(0, this.takes));
    this.afterWrite(uri);
  }

  delete({ path }: vscode.Uri): void {
    this.#files.delete(path);
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}
