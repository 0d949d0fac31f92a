import Fuse from 'fuse.js';
import * as vscode from 'vscode';
import type { Command } from './command';
import { countMentions, mentionsOf, visible, type Entity } from '../../core/index';
import type { Archive } from '../archive';
import { whisper } from '../say';
import { showSpan } from '../show';
import { editEntity } from './edit-entity';

interface Item extends vscode.QuickPickItem {
  readonly entity: Entity;
  readonly archive: Archive;
}

/** How many entities are listed at a time. */
const MOST = 100;

/** Finds an entity by any spelling, roughly typed, and goes to its first mention. */
export const goToEntity: Command = {
  id: 'postgloss.goToEntity',
  async run(context) {
    const { archives } = context;
    await Promise.all(archives.all.map((archive) => archive.annotator.open()));
    const items = archives.all.flatMap(itemsOf);
    if (items.length === 0) {
      whisper('No entity is known yet. Select a name and make it one.');
      return;
    }
    const item = await choose(items);
    if (!item) return;
    const [first] = mentionsOf(item.archive.annotator, item.entity.id);
    if (first) await showSpan(item.archive, first.path, first.span);
    else await editEntity.run(context, { kind: 'entity', archive: item.archive, entityId: item.entity.id });
  },
};

function itemsOf(archive: Archive): Item[] {
  const counts = countMentions(archive.annotator);
  const items = archive.annotator.registry.entities.map((entity) => {
    const count = counts.get(entity.id) ?? 0;
    const description = `${visible(entity.type)} · ${count} ${count === 1 ? 'mention' : 'mentions'}`;
    const detail = entity.aliases.length > 0 ? visible(entity.aliases.join(', ')) : undefined;
    // The search below ranks; the editor's own filter would hide what it has found.
    return {
      label: visible(entity.name),
      description,
      ...(detail ? { detail } : {}),
      alwaysShow: true,
      entity,
      archive,
      count,
    };
  });
  return items.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

function choose(items: readonly Item[]): Promise<Item | undefined> {
  const fuse = new Fuse(items, { keys: ['entity.name', 'entity.aliases'], threshold: 0.35, ignoreLocation: true });
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = 'Go to Entity';
  pick.placeholder = 'A name, a part of it, or roughly how it is spelled';
  pick.items = items.slice(0, MOST);
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const query = value.trim();
      pick.items = query === '' ? items.slice(0, MOST) : fuse.search(query, { limit: MOST }).map(({ item }) => item);
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0] ?? pick.activeItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
