import type { ExtensionContext } from 'vscode';
import { start } from './extension';
import { writeThroughEditor } from './web/write-file';

/** The extension in a web worker, as on vscode.dev: no disk of its own, and no git. */
export function activate(context: ExtensionContext): void {
  start(context, { writeFile: writeThroughEditor, git: null });
}
