import type { Entity } from '../../core/entities';
import type { Mention } from '../../core/mentions';
import { quoted } from '../../core/text';
import { choose } from '../ui/pick';

/** The entity that a mention means; lets the person choose where it may mean several. Null when the person turned away. */
export async function whichEntity({ entity, others, alias }: Mention): Promise<Entity | null> {
  if (others.length === 0) return entity;
  const items = [entity, ...others].map((owner) => ({
    label: owner.name,
    description: `${owner.type} · ${owner.id}`,
    owner,
  }));
  const title = `${quoted(alias ?? entity.name)} may mean any of these. Which one?`;
  const choice = await choose(items, { title, matchOnDescription: true });
  return choice?.owner ?? null;
}
