import type { Command } from '../commands/command';
import type { EntitiesContext } from './context';
import { meantEntity } from './meant-entities';

/**
 * Opens the page of an entity: that of a row or a card, else that of the mention or the record at the cursor, else one chosen by the
 * person.
 */
export const openEntityPage: Command<EntitiesContext> = {
  id: 'postgloss.openEntityPage',
  async run(context, argument) {
    const target = await meantEntity(context, argument, 'Open Entity Page');
    if (target) context.pages.open(target.archive, target.entity);
  },
};
