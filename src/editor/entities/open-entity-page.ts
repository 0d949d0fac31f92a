import type { Command } from '../commands/command';
import { entityHere } from '../commands/entity-here';

/**
 * Opens the page of an entity: of a row or a card, else of the mention or the record at the cursor, else of one that the person
 * chooses.
 */
export const openEntityPage: Command = {
  id: 'postgloss.openEntityPage',
  async run({ archives, pages }, argument) {
    const target = await entityHere(archives, argument, 'Open Entity Page');
    if (target) pages.open(target.archive, target.entity);
  },
};
