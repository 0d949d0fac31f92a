import type { Entity } from '../../core/entities';
import { countMentions } from '../../core/lists';
import { likelyOwners } from '../../core/suggest';
import { NAME_TOLERANCE } from '../../core/text';
import type { Archive } from '../archive/archive';
import { fuzzyPick } from '../ui/fuzzy-pick';
import { joined, many } from '../ui/words';

/** Lets a person choose an entity outside of `except`: entities with similar names come first, then the most mentioned. */
export async function chooseOther(
  { core }: Archive,
  title: string,
  placeholder: string,
  except: readonly Entity[],
): Promise<Entity | undefined> {
  const { registry } = core;
  const counts = countMentions(core);
  const like = new Set(except.flatMap(({ name }) => likelyOwners(registry, name)));
  const items = registry.entities
    .filter((entity) => !except.includes(entity))
    .map((entity) => {
      const count = counts.get(entity.id) ?? 0;
      const description = joined([entity.type, many(count, 'mention')]);
      const detail = entity.aliases.length > 0 ? { detail: entity.aliases.join(', ') } : {};
      return { label: entity.name, description, ...detail, entity, count };
    })
    .sort((a, b) => Number(like.has(b.entity)) - Number(like.has(a.entity)) || b.count - a.count);
  const texts = ({ entity }: { readonly entity: Entity }) => [entity.name, ...entity.aliases];
  return (await fuzzyPick(title, placeholder, items, texts, NAME_TOLERANCE))?.entity;
}
