import { REGISTRY_FILE } from '../../core/entities';
import { showHistory } from '../git/show-history';
import type { Command } from '../commands/command';
import type { EntitiesContext } from './context';
import { meantEntity } from './meant-entities';

/**
 * Lists who decided what about an entity, and when, as far as git knows: of a row or a card, else of the mention or the record at the
 * cursor, else of one that the person chooses.
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
