import { names } from './describe-change';
import { meantEntities } from './meant-entities';
import { makeChange } from './make-change';
import type { Command } from '../commands/command';
import type { EntitiesContext } from './context';

/**
 * Deletes entities from the registry, and their ids from the annotations. A macro can skip the question:
 * `{ "entity": "oran", "sure": true }`.
 */
export const deleteEntity: Command<EntitiesContext> = {
  id: 'postgloss.deleteEntity',
  async run(context, argument) {
    const target = await meantEntities(context, argument, 'Delete Entity');
    if (!target) return;
    const { archive, entities } = target;
    const change = { kind: 'delete' as const, entities: entities.map(({ id }) => id) };
    const words = {
      question: `Delete ${names(entities)}? The texts stay as they are.`,
      button: 'Delete',
      label: `Delete ${names(entities)}`,
      mentions: (count: string) => `${count} will no longer be found.`,
    };
    await makeChange(context.archives, archive, change, words, argument.flag('sure') !== true);
  },
};
