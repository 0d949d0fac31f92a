import { createEntity } from '../../core/decide';
import { ENTITY_TYPES, isId, REGISTRY_FILE } from '../../core/entities';
import { quoted } from '../../core/text';
import { newStep } from '../archive/history';
import { say, whisper } from '../ui/say';
import type { Command } from '../commands/command';
import { missingName } from '../commands/missing-name';
import { askInput, chooseWord } from '../ui/pick';

/** Makes the entity that an annotation names and the registry lacks. A quick fix names its id; a macro may pass its `name` and `type` too. */
export const createMissingEntity: Command = {
  id: 'postgloss.createMissingEntity',
  async run({ archives }, argument) {
    const missing = missingName(archives, argument);
    if (!missing) return;
    const { archive, id } = missing;
    if (!isId(id)) {
      say(`${quoted(id)} cannot be an id. Correct it in the record: use letters, digits and hyphens.`);
      return;
    }
    const name = argument.text('name') ?? (await askForName(id));
    if (!name) return;
    const type = argument.text('type') ?? (await askForType(archive.core.registry.entities, name));
    if (!type) return;
    const made = await archive.decide(newStep(`New Entity ${quoted(name)}`), [REGISTRY_FILE], () =>
      createEntity(archive.core, { id, name, type, aliases: [] }),
    );
    if (made) whisper(`${quoted(name)} is now an entity.`);
  },
};

async function askForName(id: string): Promise<string | undefined> {
  const value = id.replace(/[-_]+/g, ' ').replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  const prompt = `The name of the entity whose id is ${quoted(id)}, as texts spell it.`;
  const name = await askInput({ title: 'Create Entity (1/2)', prompt, value });
  return name?.replace(/\s+/g, ' ').trim();
}

async function askForType(entities: readonly { readonly type: string }[], name: string): Promise<string | undefined> {
  const types = new Set<string>([...ENTITY_TYPES, ...entities.map((entity) => entity.type)]);
  return chooseWord([...types], { title: `Create Entity (2/2): what is ${quoted(name)}?` });
}
