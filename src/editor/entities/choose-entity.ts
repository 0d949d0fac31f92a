import type * as vscode from 'vscode';
import type { Entity } from '../../core/entities';
import { countMentions } from '../../core/lists';
import { NAME_TOLERANCE } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { whisper } from '../ui/say';
import { many } from '../ui/words';
import { fuzzyPick } from '../ui/fuzzy-pick';

/** An entity of an archive. */
export interface ChosenEntity {
  readonly archive: Archive;
  readonly entity: Entity;
}

interface Item extends vscode.QuickPickItem, ChosenEntity {
  readonly count: number;
}

/** Lets a person choose an entity by any spelling, roughly typed. Null when no entity exists, or the person turned away. */
export async function chooseEntity(archives: Archives, title: string): Promise<ChosenEntity | null> {
  await Promise.all(archives.all.map((archive) => archive.core.open()));
  const items = archives.all.flatMap(itemsOf);
  if (items.length === 0) {
    whisper('No entity is known yet. Select a name and make it one.');
    return null;
  }
  const names = ({ entity }: Item) => [entity.name, ...entity.aliases];
  const placeholder = 'A name, a part of it, or roughly how it is spelled';
  return (await fuzzyPick(title, placeholder, items, names, NAME_TOLERANCE)) ?? null;
}

/** The most mentioned first. */
function itemsOf(archive: Archive): Item[] {
  const counts = countMentions(archive.core);
  const items = archive.core.registry.entities.map((entity) => {
    const count = counts.get(entity.id) ?? 0;
    const description = `${entity.type} · ${many(count, 'mention')}`;
    const detail = entity.aliases.length > 0 ? { detail: entity.aliases.join(', ') } : {};
    return { label: entity.name, description, ...detail, archive, entity, count };
  });
  return items.sort((a, b) => b.count - a.count || BY_NAME.compare(a.label, b.label));
}

/** Made once, because `localeCompare` makes a collator for each comparison. */
const BY_NAME = new Intl.Collator('en', { numeric: true });
