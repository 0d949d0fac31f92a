import { quoted } from '../../core/text';
import { chooseAlias } from './choose-alias';
import { chooseOther } from './choose-other';
import { named } from './describe-change';
import { meantEntities } from './meant-entities';
import { makeChange } from './make-change';
import type { Command } from '../commands/command';
import type { EntitiesContext } from './context';

/** Moves an alias from one entity to another. A macro may pass all: `{ "entity": "oran", "alias": "Oran", "to": "sela" }`. */
export const moveEntityAlias: Command<EntitiesContext> = {
  id: 'postgloss.moveEntityAlias',
  async run(context, argument) {
    const target = await meantEntities(context, argument, 'Move Alias to Another Entity');
    if (!target) return;
    const { archive, first: entity } = target;
    const { byId } = archive.core.registry;
    const alias = argument.text('alias') ?? (await chooseAlias(archive, entity, `Move an Alias of ${named(entity)}`));
    if (alias === undefined) return;
    const given = argument.text('to');
    const spelling = quoted(alias);
    const to = given ?? (await chooseOther(archive, `Move ${spelling} to`, 'Whose name is it?', [entity]))?.id;
    if (to === undefined) return;
    const owner = byId.get(to);
    const change = { kind: 'move-alias' as const, entity: entity.id, alias, to };
    const label = `Move Alias ${spelling} from ${named(entity)} to ${owner ? named(owner) : to}`;
    const mentions = (count: string) => `${count} will mean ${owner ? named(owner) : to}.`;
    await makeChange(
      context.archives,
      archive,
      change,
      { question: `${label}?`, button: 'Move', label, mentions },
      given === null,
    );
  },
};
