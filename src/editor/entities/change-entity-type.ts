import * as vscode from 'vscode';
import { ENTITY_TYPES, kindOf } from '../../core/entities';
import { quoted } from '../../core/text';
import { names } from './describe-change';
import { meantEntities, type EntitiesTarget } from './meant-entities';
import { makeChange } from './make-change';
import { TYPES } from '../rows/entity-types';
import type { Command } from '../commands/command';
import type { EntitiesContext } from './context';
import { askOne } from '../ui/steps';

/** Gives one or several entities another type. A macro may pass both: `{ "entity": "velmora", "type": "place" }`. */
export const changeEntityType: Command<EntitiesContext> = {
  id: 'postgloss.changeEntityType',
  async run(context, argument) {
    const target = await meantEntities(context, argument, 'Change Type of Entity');
    if (!target) return;
    const { archive, entities } = target;
    const type = (argument.text('type') ?? (await askType(target)))?.trim();
    if (type === undefined) return;
    const change = { kind: 'retype' as const, entities: entities.map(({ id }) => id), type };
    const label = `Change Type of ${names(entities)} to ${quoted(type)}`;
    // Not confirmed by a question: it changes one line of each record that the person has chosen.
    const words = { question: `${label}?`, button: 'Change', label, mentions: (count: string) => count };
    await makeChange(context.archives, archive, change, words, false);
  },
};

/** Asks for a type: one of the list, or any typed word. */
async function askType({ archive, entities, first }: EntitiesTarget): Promise<string | undefined> {
  const own = archive.core.registry.entities.map(({ type }) => type);
  const item = (type: string, about?: string) => ({
    label: type,
    iconPath: new vscode.ThemeIcon(TYPES[kindOf(type)].icon),
    ...(about === undefined ? {} : { description: about }),
    type,
  });
  const known = [...new Set<string>([...ENTITY_TYPES, ...own])];
  const now = entities.every(({ type }) => type === first.type) ? first.type : null;
  const items = known.map((type) => item(type, type === now ? 'as it is' : undefined));
  const chosen = await askOne({
    title: `Change Type of ${names(entities)}`,
    placeholder: 'Choose a type, or type a word of your own',
    items,
    active: items.find(({ type }) => type === now),
    typed: (value) => {
      const typed = value.trim();
      return typed === '' || known.includes(typed) ? null : item(typed, 'a type of your own');
    },
  });
  return chosen?.type;
}
