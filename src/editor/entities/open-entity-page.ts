import type { Command } from '../commands/command';
import type { EntitiesContext } from './context';
import { meantEntity } from './meant-entities';

/**
 * Opens the page of an entity: of a row or a card, else of the mention or the record at the cursor, else of one that the person
 * chooses.
 */
export const openEntityPage: Command<EntitiesContext> = {
  id: 'postgloss.openEntityPage',
  async run(context, argument) {
    const target = await meantEntity(context, argument, 'Open Entity Page');
    if (target) context.pages.open(target.archive, target.entity);
  },
};
