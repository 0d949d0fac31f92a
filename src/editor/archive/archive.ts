import * as vscode from 'vscode';
import { OpenArchive, type ArchiveText } from '../../core/archive';
import type { Decision, FileEdit } from '../../core/decision';
import type { TextCopies } from './text-copies';
import type { History, Step } from './history';
import { EditorHost, pathBelow } from './host';
import type { Platform } from './platform';
import { saveEdits } from './save';
import { fail } from '../ui/say';

/** One archive of the window: a folder with `postgloss.yaml`, and the core that reads it. */
export class Archive implements vscode.Disposable {
  readonly root: vscode.Uri;
  readonly core: OpenArchive;
  readonly #platform: Platform;
  readonly #history: History;
  #queue: Promise<unknown> = Promise.resolve();
  #opening: Promise<void> | null = null;

  constructor(root: vscode.Uri, platform: Platform, history: History, copies: TextCopies) {
    this.root = root;
    this.core = new OpenArchive(new EditorHost(root, platform, copies));
    this.#platform = platform;
    this.#history = history;
  }

  /** The archive's name for people: the name of its folder. */
  get name(): string {
    return this.root.path.split('/').at(-1) ?? this.root.path;
  }

  uriOf(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.root, path);
  }

  /** The path of a file in this archive; null when it lies elsewhere. */
  pathOf(uri: vscode.Uri): string | null {
    return pathBelow(this.root, uri);
  }

  /** The text that a document shows, once it has been read. */
  textOf(uri: vscode.Uri): ArchiveText | null {
    const path = this.pathOf(uri);
    return path === null ? null : this.core.text(path);
  }

  /**
   * Makes a decision, writes it, and remembers it as a part of a step that can be undone. Answers whether it was written; if not, the
   * person has been told why.
   */
  async decide(step: Step, paths: readonly string[], make: () => Decision): Promise<boolean> {
    const edits = await this.write(paths, make);
    if (edits) this.#history.remember(step, this, edits);
    return edits !== null;
  }

  /**
   * Reads the files named by `paths` again, because others may have written them, then asks for the decision and saves it. Calls run one
   * after the other. Answers with the edits as they were made to the files at that moment; null after telling the person why none was.
   */
  write(paths: readonly string[], make: () => Decision): Promise<readonly FileEdit[] | null> {
    const work = this.#queue.then(async () => {
      await this.core.refresh(paths);
      const decision = make();
      const result = decision.ok ? await saveEdits(this.root, decision.edits, this.#platform) : decision;
      // Also after a failed save: it may have failed because the files have changed.
      if (decision.ok) await this.core.refresh(decision.edits.map(({ path }) => path));
      if (!result.ok) fail(result.why);
      return result.ok ? result.saved : null;
    });
    this.#queue = work.catch(() => undefined);
    return work;
  }

  /** Reads the whole archive, once, and then puts its folders in order. */
  open(): Promise<void> {
    this.#opening ??= this.core.open().then(() => this.#clearLeftovers());
    return this.#opening;
  }

  /** Removes the locks and temporary files that killed processes have left beside the files of this archive. */
  async #clearLeftovers(): Promise<void> {
    const folders = new Set(this.core.texts.map(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
    await this.#platform.clearLeftovers([...folders.add('')].map((folder) => this.uriOf(folder)));
  }

  dispose(): void {
    this.core.dispose();
  }
}
