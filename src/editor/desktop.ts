import type { ExtensionContext } from 'vscode';
import { runGit } from './desktop/run-git';
import { writeFileSafely } from './desktop/write-file';
import { start } from './extension';
import { writeThroughEditor } from './web/write-file';

/** The extension on a desktop or a server: files on a disk are written with its own guarantees, and git can be run. */
export function activate(context: ExtensionContext): void {
  start(context, {
    writeFile: (uri, bytes, root) =>
      uri.scheme === 'file' ? writeFileSafely(uri.fsPath, bytes, root.fsPath) : writeThroughEditor(uri, bytes),
    git: runGit,
  });
}
