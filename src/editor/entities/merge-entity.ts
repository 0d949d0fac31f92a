import { chooseOther } from './choose-other';
import { names } from './describe-change';
import { meantEntities } from './meant-entities';
import type { Command } from '../commands/command';
import type { EntitiesContext } from './context';
import { mergeInto } from './merge-into';
import { say } from '../ui/say';

const TITLE = 'Merge Entity into Another';

/** Merges entities into another entity. A macro may pass both: `{ "entity": "oran", "into": "qasim-oran" }`. */
export const mergeEntity: Command<EntitiesContext> = {
  id: 'postgloss.mergeEntity',
  async run(context, argument) {
    const target = await meantEntities(context, argument, TITLE);
    if (!target) return;
    const { archive, entities } = target;
    const { registry } = archive.core;
    if (registry.entities.length <= entities.length) {
      say('There is no other entity to merge into.');
      return;
    }
    const given = argument.text('into');
    const title = `Merge ${names(entities)} into`;
    const into = given ?? (await chooseOther(archive, title, 'The entity that stays, with its id', entities))?.id;
    if (into !== undefined) await mergeInto(context.archives, archive, entities, into, given === null);
  },
};
