import * as vscode from 'vscode';
import { Annotator, type ArchiveText, type Decision } from '../core/index';
import { EditorHost, pathBelow } from './host';
import type { Platform } from './platform';
import { saveEdit } from './save';

/** One archive of the window: a folder with `postgloss.yaml`, and the annotator that reads it. */
export class Archive implements vscode.Disposable {
  readonly root: vscode.Uri;
  readonly annotator: Annotator;
  readonly #platform: Platform;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(root: vscode.Uri, platform: Platform) {
    this.root = root;
    this.annotator = new Annotator(new EditorHost(root));
    this.#platform = platform;
  }

  /** What people call the archive: the name of its folder. */
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
    return path === null ? null : this.annotator.text(path);
  }

  /**
   * Decides something and writes it: reads the files named by `paths` again first, as others may have written them, then asks for the
   * decision, then saves. One at a time. Answers whether it was done; where not, the person has been told why.
   */
  decide(paths: readonly string[], make: () => Decision): Promise<boolean> {
    const work = this.#queue.then(async () => {
      await this.annotator.refresh(paths);
      const decision = make();
      if (!decision.ok) {
        void vscode.window.showErrorMessage(decision.why);
        return false;
      }
      for (const edit of decision.edits) {
        const failure = await saveEdit(this, edit, this.#platform);
        if (failure !== null) {
          void vscode.window.showErrorMessage(failure);
          return false;
        }
      }
      await this.annotator.refresh(decision.edits.map((edit) => edit.path));
      return true;
    });
    this.#queue = work.catch(() => undefined);
    return work;
  }

  dispose(): void {
    this.annotator.dispose();
  }
}
