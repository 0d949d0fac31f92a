import type { ExtensionContext } from 'vscode';
import { changeText } from '../node/saving/change-text';
import { directFiles } from '../node/direct-files';
import { clearLeftovers } from '../node/saving/leftovers';
import { gitQuestions } from './desktop/git-questions';
import { openIndexPort } from './desktop/index-port';
import { gitRunner } from './desktop/git-runner';
import { importArchive } from './desktop/import-archive';
import { start } from './extension';
import { indexStore } from './archive/index-store';
import { attributesFiles } from '../node/git/attributes-files';
import { EarlierTexts } from '../node/git/earlier-texts';
import { throughEditor } from './web/change-text';
import { Recovery } from './web/recovery';

/** The extension on a desktop or a server: files on a disk are written with its own guarantees, and git can be run. */
export function activate(context: ExtensionContext): void {
  const recovery = context.storageUri ? new Recovery(context.storageUri) : null;
  const elsewhere = throughEditor(recovery);
  const earlier = new EarlierTexts();
  start(context, {
    changeText: (uri, root, change) =>
      uri.scheme === 'file' ? changeText(uri.fsPath, root.fsPath, change) : elsewhere(uri, root, change),
    clearLeftovers: async (folders) => {
      for (const { scheme, fsPath } of folders) if (scheme === 'file') await clearLeftovers(fsPath);
    },
    earlierTexts: (root, uri) => earlier.of(root.fsPath, uri.fsPath),
    attributes: (root, folders) =>
      root.scheme === 'file' ? attributesFiles(root.fsPath, folders) : Promise.resolve([]),
    openIndexPort: (root) => openIndexPort(context.asAbsolutePath('dist'), root.scheme === 'file' ? root.fsPath : null),
    files: (root) => (root.scheme === 'file' ? directFiles(root.fsPath) : null),
    indexStore: (root) => indexStore(context.storageUri, root),
    questions: gitQuestions(context.asAbsolutePath('dist/cli.cjs')),
    importArchive,
    git: gitRunner,
  });
  void recovery?.offer();
}
