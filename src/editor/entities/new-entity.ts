import type { Command } from '../commands/command';
import { createEntity } from '../../core/decide';
import { ENTITY_TYPES, isId, REGISTRY_FILE, suggestId, type Entity } from '../../core/entities';
import { newStep } from '../archive/history';
import { say, whisper } from '../ui/say';
import { passages } from '../commands/passage';
import type { CommandArgument } from '../commands/command-argument';
import { askInput, chooseWord } from '../ui/pick';
import { quoted } from '../../core/text';

/**
 * Makes an entity of the selected name: asks for its name, then its type. A macro may pass both, and the id:
 * `"args": { "name": "…", "type": "person" }`.
 */
export const newEntity: Command = {
  id: 'postgloss.newEntity',
  async run({ archives }, argument) {
    const target = await passages(archives);
    const [span] = target?.spans ?? [];
    if (!target || !span) return;
    const { archive, text } = target;
    const selected = text.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    if (selected.length > 120) {
      say('This is more than a name. Select only the name.');
      return;
    }
    const given = fieldsOf(argument);
    const { entities, byId } = archive.core.registry;
    const owner = entities.find((entity) => entity.name === selected || entity.aliases.includes(selected));
    if (owner && !given && !(await confirmSecond(selected, owner))) return;
    const name = given ? (given.name ?? selected) : await askForName(selected);
    if (!name) return;
    const type = given?.type ?? (await askForType(name, entities));
    if (!type) return;
    const id = given?.id ?? suggestId(name, new Set(byId.keys()));
    const aliases = name === selected ? [] : [selected];
    const made = await archive.decide(newStep(`New Entity ${quoted(name)}`), [REGISTRY_FILE], () =>
      createEntity(archive.core, { id, name, type, aliases }),
    );
    if (made) whisper(`${quoted(name)} is now an entity.`);
  },
};

async function confirmSecond(name: string, owner: Entity): Promise<boolean> {
  const answer = await say(
    `${quoted(name)} names ${quoted(owner.name)} already. Make a second entity of that name?`,
    'Make Second Entity',
  );
  return answer !== undefined;
}

async function askForName(value: string): Promise<string | undefined> {
  const prompt = 'The full name. If the selected spelling differs, it is kept as an alias.';
  const name = await askInput({ title: 'New Entity (1/2)', prompt, value });
  return name?.replace(/\s+/g, ' ').trim();
}

async function askForType(name: string, entities: readonly Entity[]): Promise<string | undefined> {
  const own = new Set(
    entities.map((entity) => entity.type).filter((type) => !ENTITY_TYPES.some((known) => known === type)),
  );
  return chooseWord([...ENTITY_TYPES, ...own], { title: `New Entity (2/2): what is ${quoted(name)}?` });
}

/** The fields that a macro passes; null where it passes no type, so that the person is asked. */
function fieldsOf(argument: CommandArgument): { name?: string; type: string; id?: string } | null {
  const [name, type, id] = [argument.text('name'), argument.text('type'), argument.text('id')];
  if (type === null) return null;
  return { ...(name === null ? {} : { name }), type, ...(id !== null && isId(id) ? { id } : {}) };
}
