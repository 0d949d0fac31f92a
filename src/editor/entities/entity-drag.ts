import * as vscode from 'vscode';
import type { Archives } from '../archive/archives';
import { mergeInto } from './merge-into';
import { isEntity } from './is-entity';
import type { ViewNode } from '../rows/nodes';
import { say } from '../ui/say';

/** The editor's MIME type of dragged rows of this view: `application/vnd.code.tree.` and the view's id in lower case. */
const ROWS = 'application/vnd.code.tree.postgloss.entities';

/** Merges entities that a person drags onto another entity, after a question. Other rows cannot be dropped, nor entities elsewhere. */
export class EntityDrag implements vscode.TreeDragAndDropController<ViewNode> {
  readonly dragMimeTypes = [ROWS];
  readonly dropMimeTypes = [ROWS];
  readonly #archives: Archives;

  constructor(archives: Archives) {
    this.#archives = archives;
  }

  handleDrag(source: readonly ViewNode[], transfer: vscode.DataTransfer): void {
    const entities = source.filter(isEntity);
    if (entities.length === source.length) transfer.set(ROWS, new vscode.DataTransferItem(entities));
  }

  async handleDrop(target: ViewNode | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const value: unknown = transfer.get(ROWS)?.value;
    const dragged = Array.isArray(value) ? value.filter(isEntity) : [];
    if (!isEntity(target) || dragged.length === 0) return;
    const { archive, entityId: into } = target;
    if (dragged.some((node) => node.archive !== archive)) {
      say('Entities of two archives cannot be merged.');
      return;
    }
    await archive.core.open();
    const { byId } = archive.core.registry;
    const entities = dragged.flatMap(({ entityId }) => (entityId === into ? [] : (byId.get(entityId) ?? [])));
    if (entities.length > 0) await mergeInto(this.#archives, archive, entities, into, true);
  }
}
