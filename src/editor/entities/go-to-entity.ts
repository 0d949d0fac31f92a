import { mentionsOf } from '../../core/lists';
import { showSpan } from '../archive/show';
import { chooseEntity } from '../commands/choose-entity';
import type { Command } from '../commands/command';
import { editEntity } from './edit-entity';

/** Finds an entity by any spelling, roughly typed, and goes to its first mention. */
export const goToEntity: Command = {
  id: 'postgloss.goToEntity',
  async run(context) {
    const chosen = await chooseEntity(context.archives, 'Go to Entity');
    if (!chosen) return;
    const { archive, entity } = chosen;
    const [first] = mentionsOf(archive.core, entity.id);
    if (first) await showSpan(archive, first.path, first.span);
    else await editEntity.run(context, { kind: 'entity', archive, entityId: entity.id });
  },
};
