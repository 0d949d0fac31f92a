import * as vscode from 'vscode';
import { annotationsOfPost, listAnnotations, postLabel } from '../../core/lists';
import { visible } from '../../core/text';
import type { Archives } from '../archive/archives';
import { contextKey } from '../archive/context-keys';
import { annotationRows, tagRows } from './annotation-rows';
import { focusedRows } from '../rows/focused-rows';
import type { AnnotationNode, ViewNode } from '../rows/nodes';
import { arrangement, ARRANGEMENT_NAMES, type Arrangement } from '../rows/choices';
import { Redrawing } from '../rows/redraw';
import { RowTree } from '../rows/row-tree';
import type { Row } from '../rows/rows';
import { TextInFront } from '../archive/text-in-front';
import { label } from '../ui/label';

/** The Annotations view: the annotations of the text or post that is being read, or all by tag. */
export class AnnotationsView implements vscode.Disposable {
  readonly #view: vscode.TreeView<ViewNode>;
  readonly #parts: vscode.Disposable;

  constructor(archives: Archives, context: vscode.ExtensionContext) {
    const arranged = arrangement(context);
    const reading = new TextInFront(archives);
    const tree = new RowTree(() => rows(archives, arranged.value, reading));
    const view = vscode.window.createTreeView('postgloss.annotations', {
      treeDataProvider: tree,
      showCollapseAll: true,
      canSelectMany: true,
    });
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
        label(view, { message: missing(arranged.value, reading), description: describe(arranged.value, reading) });
      },
    );
    this.#view = view;
    this.#parts = vscode.Disposable.from(view, tree, redrawing, reading);
  }

  /** The annotations that a key means: all selected ones, or only the focused one where it is not selected. */
  async focused(): Promise<readonly AnnotationNode[]> {
    return (await focusedRows(this.#view)).filter((node) => node.kind === 'annotation');
  }

  dispose(): void {
    this.#parts.dispose();
  }
}

function rows(archives: Archives, arranged: Arrangement, { text, post }: TextInFront): Row[] {
  if (arranged === 'tags') return tagRows(archives.all);
  if (!text || (arranged === 'post' && !post)) return [];
  const entries = post && arranged === 'post' ? annotationsOfPost(text.text, post) : listAnnotations(text.text);
  return annotationRows(text.archive, entries, text.archive.root.toString());
}

/** The message when a text or a post is missing. It replaces the view's welcome, which is about a text without annotations. */
function missing(arranged: Arrangement, { text, post }: TextInFront): string {
  if (arranged === 'tags' || (text && (arranged === 'file' || post))) return '';
  return text
    ? 'The cursor is in no post. Put it in one to see the annotations of that post here.'
    : 'No text of an archive is open. Open one to see its annotations here.';
}

function describe(arranged: Arrangement, { text, post }: TextInFront): string {
  if (arranged === 'tags') return ARRANGEMENT_NAMES.tags.toLowerCase();
  if (!text) return '';
  if (arranged === 'file') return visible(text.path.slice(text.path.lastIndexOf('/') + 1));
  return post ? visible(postLabel({ path: text.path, post })) : '';
}
