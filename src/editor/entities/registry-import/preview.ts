import * as vscode from 'vscode';
import { REGISTRY_FILE } from '../../../core/entities';
import type { Archive } from '../../archive/archive';

/** The scheme of the addresses of previews, which are read-only and known to this window only. */
const SCHEME = 'postgloss-import';

/** Numbers the previews. Each has its own addresses, because the editor keeps a closed text for a while. */
let previews = 0;

/** The preview of an import: a report, and on request the registry before and after. */
export class ImportPreviewer implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #provider: vscode.Disposable;
  readonly #number = ++previews;

  constructor() {
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => this.#texts.get(uri.path) ?? '',
    });
  }

  /** Shows the report without taking the focus from the question about it. */
  async showReport(report: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.#keep('Import of entities.txt', report));
    await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
  }

  /** Shows the registry before and after the import in the diff editor. */
  async showDifference(archive: Archive, before: string | null, after: string): Promise<void> {
    const old = before === null ? this.#keep(`before/${REGISTRY_FILE}`, '') : archive.uriOf(REGISTRY_FILE);
    const next = this.#keep(`after/${REGISTRY_FILE}`, after);
    const options = { preview: true, preserveFocus: true };
    await vscode.commands.executeCommand(
      'vscode.diff',
      old,
      next,
      `${REGISTRY_FILE}: before ↔ after the import`,
      options,
    );
  }

  /** Closes the tabs of the preview. Call it once the import is decided. */
  async dispose(): Promise<void> {
    const ours = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => isOurs(input));
    await vscode.window.tabGroups.close(ours, true);
    this.#provider.dispose();
  }

  #keep(name: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${this.#number}/${name}` });
    this.#texts.set(uri.path, text);
    return uri;
  }
}

function isOurs(input: unknown): boolean {
  if (input instanceof vscode.TabInputText) return input.uri.scheme === SCHEME;
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === SCHEME;
}
