import { mentionsOf } from '../../core/lists';
import { showSpan } from '../archive/show';
import { CommandArgument } from '../commands/command-argument';
import { chooseEntity } from './choose-entity';
import type { EntitiesContext } from './context';
import type { Command } from '../commands/command';
import { editEntity } from './edit-entity';

/** Finds an entity by any spelling, roughly typed, and goes to its first mention; without mentions, to its record. */
export const goToEntity: Command<EntitiesContext> = {
  id: 'postgloss.goToEntity',
  async run(context) {
    const chosen = await chooseEntity(context.archives, 'Go to Entity');
    if (!chosen) return;
    const { archive, entity } = chosen;
    const [first] = mentionsOf(archive.core, entity.id);
    if (first) await showSpan(archive, first.path, first.span);
    else await editEntity.run(context, new CommandArgument({ kind: 'entity', archive, entityId: entity.id }));
  },
};
