import { quoted } from '../../core/text';
import { chooseAlias } from './choose-alias';
import { named } from './describe-change';
import { meantEntities } from './meant-entities';
import { makeChange } from './make-change';
import type { Command } from '../commands/command';
import type { EntitiesContext } from './context';

/**
 * Removes an alias from an entity and records it there as rejected, so that it is not suggested again. A macro may pass both:
 * `{ "entity": "oran", "alias": "Oran" }`.
 */
export const removeEntityAlias: Command<EntitiesContext> = {
  id: 'postgloss.removeEntityAlias',
  async run(context, argument) {
    const target = await meantEntities(context, argument, 'Remove Alias');
    if (!target) return;
    const { archive, first: entity } = target;
    const given = argument.text('alias');
    const alias = given ?? (await chooseAlias(archive, entity, `Remove an Alias of ${named(entity)}`));
    if (alias === undefined) return;
    const spelling = quoted(alias);
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
