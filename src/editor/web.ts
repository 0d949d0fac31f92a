import type { ExtensionContext } from 'vscode';
import { start } from './extension';
import { indexStore } from './archive/index-store';
import { throughEditor } from './web/change-text';
import { openIndexPort } from './web/index-port';
import { Recovery } from './web/recovery';

/** The extension in a web worker, as on vscode.dev: no disk of its own, and no git. */
export function activate(context: ExtensionContext): void {
  const recovery = context.storageUri ? new Recovery(context.storageUri) : null;
  start(context, {
    changeText: throughEditor(recovery),
    clearLeftovers: () => Promise.resolve(),
    openIndexPort: () => openIndexPort(context.extensionUri),
    indexStore: (root) => indexStore(context.storageUri, root),
    questions: null,
    importArchive: null,
    git: null,
  });
  void recovery?.offer();
}
