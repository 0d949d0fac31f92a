import * as vscode from 'vscode';
import { entityPage } from '../../../core/entity-page';
import { visible } from '../../../core/text';
import type { Archive } from '../../archive/archive';
import type { Archives } from '../../archive/archives';
import { Markup } from './markup';
import { commandOf, toPageMessage } from './messages';
import { pageDocument, type PageState } from './page-document';
import { noticeSections, pageSections } from './sections';
import { label } from '../../ui/label';

/** How long changes are gathered before a page is drawn anew. */
const GATHER_MS = 300;

/** The page of one entity in a tab. It follows changes of the archive, and keeps scroll position and focus. */
export class EntityPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #archives: Archives;
  readonly #state: PageState;
  readonly #media: vscode.Uri;
  readonly #listeners: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The HTML that the tab should show. */
  #content = '';
  /** The HTML that its document was loaded with. */
  #loaded = '';
  /** Whether the document's script runs; messages sent before are lost. */
  #ready = false;
  /** Whether the tab is hidden. It then has no document, and loads the last `webview.html` when it is shown again. */
  #hidden = false;

  /** @param media the folder of the page's own files */
  constructor(panel: vscode.WebviewPanel, archives: Archives, state: PageState, media: vscode.Uri) {
    this.#panel = panel;
    this.#archives = archives;
    this.#state = state;
    this.#media = media;
    panel.webview.options = { enableScripts: true, localResourceRoots: [media] };
    this.#listeners = vscode.Disposable.from(
      panel.webview.onDidReceiveMessage((message: unknown) => this.#obey(message)),
      panel.onDidChangeViewState(() => this.#seen()),
      archives.onDidChange(({ archive, typing }) => {
        if (!typing && archive === this.#archive) this.#schedule();
      }),
      archives.onDidChangeList(() => this.#schedule()),
    );
    panel.onDidDispose(() => this.dispose());
    // A tab that another one covers at once is drawn only when it is shown, but needs its name now.
    const name = this.#archive?.core.registry.byId.get(state.entity)?.name ?? state.entity;
    this.#load(visible(name), noticeSections('Reading the archive…').html);
    void this.#read();
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners.dispose();
  }

  get #archive(): Archive | undefined {
    return this.#archives.all.find(({ root }) => root.toString() === this.#state.archive);
  }

  async #read(): Promise<void> {
    // After a reload of the window, the archives may not have been found yet.
    if (!this.#archive) await this.#archives.search();
    await this.#archive?.core.open().catch(() => undefined);
    this.#draw();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#draw();
    }, GATHER_MS);
  }

  /** Shows the page as it is now. A hidden page is drawn when it is shown. */
  #draw(): void {
    if (!this.#panel.visible) return;
    const core = this.#archive?.core;
    if (core && !core.complete) return;
    const page = core && entityPage(core, this.#state.entity);
    if (page)
      this.#show(
        page.entity.name,
        pageSections(page, (path) => core.text(path)),
      );
    else this.#show(this.#state.entity, noticeSections('This entity is no longer in the registry.'));
  }

  #show(name: string, { html }: Markup): void {
    label(this.#panel, { title: name });
    if (html === this.#content) return;
    this.#content = html;
    this.#send();
  }

  #send(): void {
    if (this.#ready) void this.#panel.webview.postMessage({ kind: 'page', html: this.#content });
  }

  /** Draws the page when the tab is shown; when it is hidden, sets the document that it loads on its return. */
  #seen(): void {
    if (this.#hidden === !this.#panel.visible) return;
    this.#hidden = !this.#panel.visible;
    if (this.#hidden) this.#load(this.#panel.title, this.#content);
    else this.#draw();
  }

  #load(title: string, html: string): void {
    const { webview } = this.#panel;
    const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(this.#media, name)).toString();
    const files = { style: address('page.css'), script: address('page.js'), source: webview.cspSource };
    label(this.#panel, { title });
    this.#content = html;
    this.#loaded = html;
    this.#ready = false;
    webview.html = pageDocument(title, Markup.of(html), this.#state, files, newNonce());
  }

  #obey(value: unknown): void {
    const message = toPageMessage(value);
    if (message?.kind === 'ready') {
      this.#ready = true;
      if (this.#content !== this.#loaded) this.#send();
    }
    const asked = message && commandOf(message, this.#state.archive, this.#state.entity);
    if (asked) void vscode.commands.executeCommand(asked.command, asked.argument);
  }
}

function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
