import type * as vscode from 'vscode';
import type { Command } from './command';
import { countMentions, mentionsOf, NAME_TOLERANCE, type Entity } from '../../core/index';
import type { Archive } from '../archive';
import { whisper } from '../say';
import { showSpan } from '../show';
import { iconless } from '../views/words';
import { editEntity } from './edit-entity';
import { fuzzyPick } from './fuzzy-pick';

interface Item extends vscode.QuickPickItem {
  readonly entity: Entity;
  readonly archive: Archive;
}

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
    const placeholder = 'A name, a part of it, or roughly how it is spelled';
    const names = ({ entity }: Item) => [entity.name, ...entity.aliases];
    const item = await fuzzyPick('Go to Entity', placeholder, items, names, NAME_TOLERANCE);
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
    const description = `${iconless(entity.type)} · ${count} ${count === 1 ? 'mention' : 'mentions'}`;
    const detail = entity.aliases.length > 0 ? iconless(entity.aliases.join(', ')) : undefined;
    return {
      label: iconless(entity.name),
      description,
      ...(detail ? { detail } : {}),
      entity,
      archive,
      count,
    };
  });
  return items.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}
