import { visible } from '../../core/text';
import { textArgument } from '../tags/pick-tag';
import { chooseAlias } from './choose-alias';
import { named } from './describe-change';
import { entitiesTarget } from './entity-target';
import { makeChange } from './make-change';
import type { Command } from '../commands/command';

/**
 * Takes an alias from an entity and remembers that it does not mean it, so that it is not suggested again. A macro may say both:
 * `{ "entity": "oran", "alias": "Oran" }`.
 */
export const removeEntityAlias: Command = {
  id: 'postgloss.removeEntityAlias',
  async run(context, argument, others) {
    const target = await entitiesTarget(context, argument, others, 'Remove Alias');
    if (!target) return;
    const { archive, first: entity } = target;
    const given = textArgument(argument, 'alias');
    const alias = given ?? (await chooseAlias(archive, entity, `Remove an Alias of ${named(entity)}`));
    if (alias === undefined) return;
    const spelling = `“${visible(alias)}”`;
    const words = {
      question: `Remove the alias ${spelling} of ${named(entity)}? It is remembered as rejected, and not suggested again.`,
      button: 'Remove',
      label: `Remove Alias ${spelling} of ${named(entity)}`,
      mentions: (count: string) => `${count} will no longer mean ${named(entity)}.`,
    };
    const change = { kind: 'remove-alias' as const, entity: entity.id, alias };
    await makeChange(context.archives, archive, change, words, given === null);
  },
};
