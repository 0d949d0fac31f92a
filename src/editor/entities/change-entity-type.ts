import * as vscode from 'vscode';
import { ENTITY_TYPES, kindOf } from '../../core/entities';
import { visible } from '../../core/text';
import { names } from './describe-change';
import { meantEntities, type EntitiesTarget } from './meant-entities';
import { makeChange } from './make-change';
import { TYPES } from '../rows/entity-types';
import { iconless } from '../ui/words';
import type { Command } from '../commands/command';
import type { EntitiesContext } from './context';

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
    const label = `Change Type of ${names(entities)} to ${visible(type)}`;
    // Not confirmed by a question: it changes one line of each record that the person has chosen.
    const words = { question: `${label}?`, button: 'Change', label, mentions: (count: string) => count };
    await makeChange(context.archives, archive, change, words, false);
  },
};

/** Asks for a type: one of the list, or any typed word. */
function askType({ archive, entities, first }: EntitiesTarget): Promise<string | undefined> {
  const own = archive.core.registry.entities.map(({ type }) => type);
  const item = (type: string, about?: string) => ({
    label: `$(${TYPES[kindOf(type)].icon}) ${iconless(type)}`,
    ...(about === undefined ? {} : { description: about }),
    type,
  });
  const known = [...new Set<string>([...ENTITY_TYPES, ...own])];
  const now = entities.every(({ type }) => type === first.type) ? first.type : null;
  const items = known.map((type) => item(type, type === now ? 'as it is' : undefined));
  const pick = vscode.window.createQuickPick<ReturnType<typeof item>>();
  pick.title = `Change Type of ${names(entities)}`;
  pick.placeholder = 'Choose a type, or type a word of your own';
  pick.items = items;
  pick.activeItems = items.filter(({ type }) => type === now);
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const typed = value.trim();
      pick.items = typed === '' || known.includes(typed) ? items : [...items, item(typed, 'a type of your own')];
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.type);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
