import { flagArgument } from '../tags/pick-tag';
import { names } from './describe-change';
import { entitiesTarget } from './entity-target';
import { makeChange } from './make-change';
import type { Command } from '../commands/command';

/**
 * Deletes entities: out of the registry, and out of what annotations say. A macro that is sure is not asked:
 * `{ "entity": "oran", "sure": true }`.
 */
export const deleteEntity: Command = {
  id: 'postgloss.deleteEntity',
  async run(context, argument, others) {
    const target = await entitiesTarget(context, argument, others, 'Delete Entity');
    if (!target) return;
    const { archive, entities } = target;
    const change = { kind: 'delete' as const, entities: entities.map(({ id }) => id) };
    const words = {
      question: `Delete ${names(entities)}? The texts stay as they are.`,
      button: 'Delete',
      label: `Delete ${names(entities)}`,
      mentions: (count: string) => `${count} will no longer be found.`,
    };
    await makeChange(context.archives, archive, change, words, flagArgument(argument, 'sure') !== true);
  },
};
