import { ENTITY_TYPES, suggestId, type NewEntity } from '../../core/entities';
import { quoted, visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import { askInput, choose } from '../ui/pick';

/** Lets a person confirm or correct the name and the type of a new entity. Undefined when the person turned away. */
export async function askEntity(
  { core }: Archive,
  suggested: { readonly name: string; readonly type: string; readonly aliases: readonly string[] },
): Promise<NewEntity | undefined> {
  const { entities, byId } = core.registry;
  const others = suggested.aliases.filter((alias) => alias !== suggested.name);
  const prompt =
    others.length > 0
      ? `Its full name. Also found as: ${others.slice(0, 8).map(visible).join(', ')}${others.length > 8 ? ' …' : ''}`
      : 'Its full name. If the spelling in the texts differs, it is kept as an alias.';
  const answer = await askInput({ title: 'New Entity (1/2)', prompt, value: suggested.name });
  const name = answer?.replace(/\s+/g, ' ').trim();
  if (!name) return undefined;
  const types = new Set([suggested.type, ...ENTITY_TYPES, ...entities.map(({ type }) => type)]);
  const items = [...types].map((label) => ({
    label,
    ...(label === suggested.type ? { description: 'suggested by the text' } : {}),
  }));
  const type = await choose(items, { title: `New Entity (2/2): what is ${quoted(name)}?` });
  if (!type) return undefined;
  const id = suggestId(name, new Set(byId.keys()));
  return { id, name, type: type.label, aliases: [suggested.name, ...others].filter((alias) => alias !== name) };
}
