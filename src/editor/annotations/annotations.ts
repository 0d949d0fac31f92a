import * as vscode from 'vscode';
import { annotationsOfPost, listAnnotations, postLabel } from '../../core/lists';
import type { Post } from '../../core/posts';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { visible } from '../../core/text';
import type { Archives, TextInArchive } from '../archive/archives';
import { contextKey } from '../archive/context-keys';
import { toOffset } from '../ui/convert';
import { annotationRows, tagRows } from './annotation-rows';
import { arrangement, ARRANGEMENT_NAMES, type Arrangement } from '../rows/choices';
import { Redrawing } from '../rows/redraw';
import { RowTree } from '../rows/row-tree';
import type { Row } from '../rows/rows';

/** The annotations of the text or post that is being read, or all by tag. */
export function registerAnnotationsView(archives: Archives, context: vscode.ExtensionContext): vscode.Disposable {
  const arranged = arrangement(context);
  const reading = new Reading(archives);
  const tree = new RowTree(() => rows(archives, arranged.value, reading));
  const view = vscode.window.createTreeView('postgloss.annotations', { treeDataProvider: tree, showCollapseAll: true });
  const noAnnotations = contextKey('postgloss.noAnnotations');
  const redrawing = new Redrawing(
    'postgloss.annotations',
    archives,
    view,
    [arranged.onDidChange, reading.onDidChange],
    () => {
      reading.update();
      noAnnotations(rows(archives, arranged.value, reading).length === 0);
      tree.redraw();
      view.message = missing(arranged.value, reading);
      view.description = describe(arranged.value, reading);
    },
  );
  return vscode.Disposable.from(view, tree, redrawing, reading);
}

function rows(archives: Archives, arranged: Arrangement, { text, post }: Reading): Row[] {
  if (arranged === 'tags') return tagRows(archives.all);
  if (!text || (arranged === 'post' && !post)) return [];
  const entries = post && arranged === 'post' ? annotationsOfPost(text.text, post) : listAnnotations(text.text);
  return annotationRows(text.archive, entries, text.archive.root.toString());
}

/** What is missing to show anything. It takes the place of the welcome, which speaks of a text without annotations. */
function missing(arranged: Arrangement, { text, post }: Reading): string {
  if (arranged === 'tags' || (text && (arranged === 'file' || post))) return '';
  return text
    ? 'The cursor is in no post. Put it in one to see the annotations of that post here.'
    : 'No text of an archive is open. Open one to see its annotations here.';
}

function describe(arranged: Arrangement, { text, post }: Reading): string {
  if (arranged === 'tags') return ARRANGEMENT_NAMES.tags.toLowerCase();
  if (!text) return '';
  if (arranged === 'file') return visible(text.path.slice(text.path.lastIndexOf('/') + 1));
  return post ? visible(postLabel({ path: text.path, post })) : '';
}

/** The text and the post that the person is reading: those of the active editor, also while its sidecar is in front. */
export class Reading implements vscode.Disposable {
  readonly #archives: Archives;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  #uri: vscode.Uri | undefined;
  #offset: vscode.Position | undefined;
  #postId: string | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(archives: Archives) {
    this.#archives = archives;
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.#moved()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#moved()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#moved();
      }),
    );
    this.update();
  }

  get text(): TextInArchive | null {
    return this.#uri ? this.#archives.find(this.#uri) : null;
  }

  get post(): Post | null {
    const text = this.text?.text;
    return (text && this.#offset && text.postAt(toOffset(text.lines, this.#offset))) ?? null;
  }

  /** Looks where the person is. Another window part in front, such as the settings, changes nothing while the text can be seen. */
  update(): void {
    const active = vscode.window.activeTextEditor;
    const uri = active && textUri(active.document.uri);
    if (active && uri && this.#archives.archiveOf(uri)) {
      const own = uri === active.document.uri;
      const known = this.#uri?.toString() === uri.toString();
      this.#uri = uri;
      if (own) this.#offset = active.selection.active;
      else if (!known) this.#offset = undefined;
    } else if (
      !vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === this.#uri?.toString())
    ) {
      this.#uri = undefined;
      this.#offset = undefined;
    }
  }

  dispose(): void {
    this.#listeners.dispose();
  }

  /** Tells only when the text or the post has become another one: the cursor moves all the time. */
  #moved(): void {
    const before = `${this.#uri?.toString() ?? ''}\n${this.#postId ?? ''}`;
    this.update();
    this.#postId = this.post?.id;
    if (`${this.#uri?.toString() ?? ''}\n${this.#postId ?? ''}` !== before) this.#changed.fire();
  }
}

/** The text that a document belongs to: itself, or the one whose sidecar it is. */
function textUri(uri: vscode.Uri): vscode.Uri {
  return uri.path.endsWith(SIDECAR_SUFFIX) ? uri.with({ path: uri.path.slice(0, -SIDECAR_SUFFIX.length) }) : uri;
}
