import * as vscode from 'vscode';
import { warmUp, type ArchiveText, type Changed, type ReadingProgress } from '../../core/archive';
import { MANIFEST_FILE } from '../../core/entities';
import { Archive } from './archive';
import { toChanges } from '../ui/convert';
import type { TextCopies } from './text-copies';
import { History } from './history';
import type { Platform } from './platform';

/** A text of an archive, with the archive that it belongs to. */
export interface TextInArchive {
  readonly archive: Archive;
  readonly path: string;
  readonly text: ArchiveText;
}

/** A change in one of the archives. */
export interface ArchiveChanged extends Changed {
  readonly archive: Archive;
}

/** How far the reading of an archive has come; `progress` is null when the reading was stopped or resumed. */
export interface ArchiveRead {
  readonly archive: Archive;
  readonly progress: ReadingProgress | null;
}

/** How long typing must pause before posts and anchors are read anew. */
const PAUSE_MS = 400;

/** How long the reading of the rest of an archive waits for the text that was opened to be drawn. */
const REST_MS = 500;

/** How long setting a text's language waits: it has to find the text's posts first, and the highlights must not wait for that. */
const LANGUAGE_MS = 50;

/** How deep below a workspace folder the root of an archive may lie. */
const ROOT_GLOB = `{${MANIFEST_FILE},*/${MANIFEST_FILE},*/*/${MANIFEST_FILE}}`;

/** The archives of the window. Finds them without reading them, follows open documents, and says what changed. */
export class Archives implements vscode.Disposable {
  readonly #platform: Platform;
  /** The changes of annotations that were made in this window. */
  readonly history = new History();
  readonly #archives = new Map<string, Archive>();
  readonly #changed = new vscode.EventEmitter<ArchiveChanged>();
  readonly #listed = new vscode.EventEmitter<void>();
  readonly #read = new vscode.EventEmitter<ArchiveRead>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #disposables: { dispose(): unknown }[] = [this.#changed, this.#listed, this.#read];
  #found: Promise<void> = Promise.resolve();

  /** Posts, mentions or annotations have changed. */
  readonly onDidChange = this.#changed.event;
  /** An archive came or went. */
  readonly onDidChangeList = this.#listed.event;
  /** Texts of an archive were read, or the reading was stopped. */
  readonly onDidRead = this.#read.event;

  /** @param copies keeps the contents of texts on which annotations were made */
  constructor(
    platform: Platform,
    readonly copies: TextCopies,
  ) {
    this.#platform = platform;
    const roots = vscode.workspace.createFileSystemWatcher(`**/${MANIFEST_FILE}`, false, true, false);
    this.#disposables.push(
      roots,
      roots.onDidCreate(() => this.search()),
      roots.onDidDelete(() => this.search()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.search()),
      vscode.workspace.onDidOpenTextDocument((document) => void this.#opened(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event)),
      vscode.workspace.onDidCloseTextDocument((document) => void this.#closed(document)),
    );
  }

  get all(): readonly Archive[] {
    return [...this.#archives.values()];
  }

  get platform(): Platform {
    return this.#platform;
  }

  /** Looks for archives in the workspace folders; later calls wait for the one under way. */
  search(): Promise<void> {
    this.#found = this.#found.then(() => this.#search());
    return this.#found;
  }

  /** The archive that a file belongs to; where one archive lies in another, the inner one. */
  archiveOf(uri: vscode.Uri): Archive | null {
    const owners = this.all.filter((archive) => archive.pathOf(uri) !== null);
    return owners.sort((a, b) => b.root.path.length - a.root.path.length)[0] ?? null;
  }

  /** The text that a document shows; null when it belongs to no archive, or has not been read yet. */
  find(uri: vscode.Uri): TextInArchive | null {
    const owner = this.#ownerOf(uri);
    const text = owner?.archive.core.text(owner.path);
    return owner && text ? { ...owner, text } : null;
  }

  /** The same, but waits until the text has been read. For providers, which the editor may ask before anything else has happened. */
  async read(document: vscode.TextDocument): Promise<TextInArchive | null> {
    await this.whenFound();
    const owner = this.#ownerOf(document.uri);
    if (!owner) return null;
    const { core } = owner.archive;
    const known = core.text(owner.path);
    if (known) core.openDocument(owner.path, document.getText());
    const text = known ?? (await core.openText(owner.path, () => contentOf(document)));
    return text && { ...owner, text };
  }

  /** Waits until the archives of the open folders have been looked for. */
  whenFound(): Promise<void> {
    return this.#found;
  }

  /** Stops the reading of archives. Texts that have been read stay; the others stay unread until `resumeReading`. */
  stopReading(): void {
    for (const archive of this.all) {
      if (archive.core.complete) continue;
      archive.core.stop();
      this.#read.fire({ archive, progress: null });
    }
  }

  /** Goes on with the reading of the archives where it was stopped. */
  async resumeReading(): Promise<void> {
    const stopped = this.all.filter(({ core }) => core.stopped);
    const reading = stopped.map((archive) => archive.core.resume());
    for (const archive of stopped) this.#read.fire({ archive, progress: null });
    await Promise.all(reading);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const archive of this.all) archive.dispose();
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async #search(): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const patterns = folders.map((folder) => new vscode.RelativePattern(folder, ROOT_GLOB));
    const found = await Promise.all(
      patterns.map((pattern) => vscode.workspace.findFiles(pattern, '**/node_modules/**', 50)),
    );
    const roots = new Map(
      found.flat().map((uri) => [vscode.Uri.joinPath(uri, '..').toString(), vscode.Uri.joinPath(uri, '..')]),
    );
    let different = false;
    for (const [key, archive] of this.#archives) {
      if (roots.has(key)) continue;
      archive.dispose();
      this.#archives.delete(key);
      different = true;
    }
    for (const [key, root] of roots) {
      if (this.#archives.has(key)) continue;
      const archive = new Archive(root, this.#platform, this.history, this.copies);
      this.#archives.set(key, archive);
      archive.core.onDidChange((changed) => this.#changed.fire({ ...changed, archive }));
      archive.core.onDidProgress((progress) => this.#read.fire({ archive, progress }));
      // A text that is open already comes first, and ends the warming up.
      const warm = () => setTimeout(() => void warmUp(archive.core), 0);
      void archive.core.prepare().then(warm, () => undefined);
      different = true;
    }
    if (different) this.#listed.fire();
    await Promise.all(vscode.window.visibleTextEditors.map(({ document }) => this.#opened(document)));
  }

  /** The archive that a file belongs to, and its path there. */
  #ownerOf(uri: vscode.Uri): { archive: Archive; path: string } | null {
    const archive = this.archiveOf(uri);
    const path = archive?.pathOf(uri) ?? null;
    return archive && path !== null ? { archive, path } : null;
  }

  async #opened(document: vscode.TextDocument): Promise<void> {
    const owner = this.#ownerOf(document.uri);
    if (!owner) return;
    const { archive, path } = owner;
    const text = await archive.core.openText(path, () => contentOf(document));
    if (!text || document.isClosed) return;
    this.#changed.fire({ archive, paths: [path], typing: false });
    // Once somebody looks at one text (or at a view), the rest of the archive is read; later, so that this text is drawn first.
    setTimeout(() => void archive.open().catch(() => undefined), REST_MS);
    setTimeout(() => void setLanguage(document, text), LANGUAGE_MS);
  }

  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const owner = contentChanges.length > 0 ? this.#ownerOf(document.uri) : null;
    if (!owner?.archive.core.names(owner.path)) return;
    const { archive, path } = owner;
    archive.core.editDocument(path, toChanges(contentChanges), () => document.getText());
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        // Edits are followed exactly; should an event have been missed all the same, the document's own text corrects that here.
        archive.core.openDocument(path, document.getText());
        archive.core.rereadDocument(path);
      }, PAUSE_MS),
    );
  }

  async #closed(document: vscode.TextDocument): Promise<void> {
    const owner = this.#ownerOf(document.uri);
    if (!owner?.archive.core.names(owner.path)) return;
    // Setting the language closes a document and opens it again under the same name.
    const again = vscode.workspace.textDocuments.some(
      (other) => !other.isClosed && other.uri.toString() === document.uri.toString(),
    );
    if (!again) await owner.archive.core.closeDocument(owner.path);
  }
}

/** The text of a document; null once it is closed, because from then on the file on the disk counts. */
function contentOf(document: vscode.TextDocument): string | null {
  return document.isClosed ? null : document.getText();
}

/** Gives a plain text file with posts the language that colours it. Any other language is left alone, as somebody chose it. */
async function setLanguage(document: vscode.TextDocument, text: ArchiveText): Promise<void> {
  if (document.isClosed || document.languageId !== 'plaintext' || text.postFile.format !== 'post-archive') return;
  await vscode.languages.setTextDocumentLanguage(document, 'post-archive');
}
