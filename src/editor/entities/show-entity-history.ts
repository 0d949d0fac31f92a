import { REGISTRY_FILE } from '../../core/entities';
import { showHistory } from '../git/show-history';
import type { Command } from '../commands/command';
import type { EntitiesContext } from './context';
import { meantEntity } from './meant-entities';

/**
 * Lists the changes of an entity's record in git, with author and time. The entity is that of a row or a card, else that of the mention
 * or the record at the cursor, else one chosen by the person.
 */
export const showEntityHistory: Command<EntitiesContext> = {
  id: 'postgloss.showEntityHistory',
  async run(context, argument) {
    const target = await meantEntity(context, argument, 'Show History of Entity');
    if (!target) return;
    const { archive, entity } = target;
    const name = archive.core.registry.byId.get(entity)?.name ?? entity;
    await showHistory(context, { archive, path: REGISTRY_FILE, id: entity, name });
  },
};
