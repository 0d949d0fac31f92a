import * as vscode from 'vscode';
import type { Archive } from '../../archive/archive';
import type { Archives } from '../../archive/archives';
import { EntityPanel } from './entity-panel';
import { toPageState, type PageState } from './page-document';
import { inert } from '../../ui/inert';

/** The webview type of these tabs. */
const VIEW_TYPE = 'postgloss.entityPage';

/** The open pages of entities, one tab for each entity. The tabs are restored after a reload of the window. */
export class EntityPages implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #media: vscode.Uri;
  readonly #panels = new Map<string, EntityPanel>();
  readonly #serializer: vscode.Disposable;

  constructor(archives: Archives, extension: vscode.Uri) {
    this.#archives = archives;
    this.#media = vscode.Uri.joinPath(extension, 'media', 'entity-page');
    this.#serializer = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: (panel, kept) => {
        const state = toPageState(kept);
        if (state) this.#adopt(panel, state);
        else panel.dispose();
        return Promise.resolve();
      },
    });
  }

  /** Opens the page of an entity, or shows its open tab. */
  open(archive: Archive, entity: string): void {
    const state = { archive: archive.root.toString(), entity };
    const known = this.#panels.get(keyOf(state));
    if (known) {
      known.reveal();
      return;
    }
    const options = { enableFindWidget: true };
    this.#adopt(vscode.window.createWebviewPanel(VIEW_TYPE, inert(entity), vscode.ViewColumn.Active, options), state);
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, state: PageState): void {
    const key = keyOf(state);
    const icon = (theme: string) => vscode.Uri.joinPath(this.#media, `icon-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    this.#panels.set(key, new EntityPanel(panel, this.#archives, state, this.#media));
    panel.onDidDispose(() => this.#panels.delete(key));
  }
}

function keyOf({ archive, entity }: PageState): string {
  return `${archive}\n${entity}`;
}
