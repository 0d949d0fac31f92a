import { suggestId } from '../../core/entities';
import { countSpellings, refuseIdentityChange, type IdentityChange } from '../../core/identities';
import { quoted } from '../../core/text';
import { ask } from '../ui/steps';
import { named } from './describe-change';
import { meantEntities, type EntitiesTarget } from './meant-entities';
import { makeChange } from './make-change';
import { many } from '../ui/words';
import type { Command } from '../commands/command';
import type { EntitiesContext } from './context';
import { askInput } from '../ui/pick';

/**
 * Gives an entity another name, and on request another id, which is then changed in all annotations. The texts keep the old name, so it
 * stays as an alias unless the person unticks that. A macro may pass all: `{ "entity": "oran", "name": "Qasim Oran", "id":
 * "qasim-oran" }`, with `"keepName": false` to drop the old name.
 */
export const renameEntity: Command<EntitiesContext> = {
  id: 'postgloss.renameEntity',
  async run(context, argument) {
    const target = await meantEntities(context, argument, 'Rename Entity');
    if (!target) return;
    const { archive, first: entity } = target;
    const name = argument.text('name');
    const id = argument.text('id');
    const given = name !== null || id !== null;
    const change = given
      ? renaming(target, name ?? entity.name, id, argument.flag('keepName') ?? true)
      : await askChange(target);
    if (!change) return;
    const words = {
      question: question(target, change),
      button: 'Rename',
      label: `Rename Entity ${named(entity)}`,
      mentions: (count: string) => `${count} by the old name will no longer be found.`,
    };
    await makeChange(context.archives, archive, change, words, !given);
  },
};

type Renaming = IdentityChange & { readonly kind: 'rename' };

function renaming({ first }: EntitiesTarget, name: string, id: string | null, keepName: boolean): Renaming {
  return {
    ...{ kind: 'rename', entity: first.id, keepName },
    ...(name === first.name ? {} : { name }),
    ...(id === null || id === first.id ? {} : { id }),
  };
}

function question({ first }: EntitiesTarget, { name, id }: Renaming): string {
  const to = [name === undefined ? null : quoted(name), id === undefined ? null : `the id ${quoted(id)}`];
  return `Rename ${named(first)} to ${to.filter((part) => part !== null).join(' with ')}?`;
}

/** Asks for the name, then whether to keep the old name and change the id. Null when the person turned away or changed nothing. */
async function askChange(target: EntitiesTarget): Promise<Renaming | null> {
  const { archive, first } = target;
  const { core } = archive;
  const clean = (value: string) => value.replace(/\s+/g, ' ').trim();
  const answer = await askInput({
    title: `Rename Entity ${named(first)} (1/2)`,
    prompt: 'Its full name. The texts stay as they are. Leave the name unchanged to change only the id.',
    value: first.name,
    validateInput: (value) => refuseIdentityChange(core, renaming(target, clean(value), null, true)),
  });
  if (answer === undefined) return null;
  const name = clean(answer);
  const taken = new Set(core.registry.byId.keys());
  taken.delete(first.id);
  const suggested = suggestId(name, taken);
  const mentions = countSpellings(core, first.id).find(({ text }) => text === first.name)?.mentions ?? 0;
  const keep = {
    label: `Keep ${named(first)} as an alias`,
    description: mentions > 0 ? `${many(mentions, 'mention')} by this name` : 'no text has this name',
  };
  const follow = {
    label: 'Change the id as well',
    description: `now ${quoted(first.id)}; all annotations follow`,
  };
  const items = [...(name === first.name ? [] : [keep]), follow];
  const ticked = await ask({
    ...{ title: `Rename Entity ${named(first)} (2/2)`, placeholder: 'Tick the options you want, then press Enter' },
    ...{ items, back: false },
    ticked: name === first.name ? [follow] : mentions > 0 ? [keep] : [],
  });
  if (typeof ticked === 'string') return null;
  const keepName = ticked.includes(keep);
  const id = ticked.includes(follow) ? await askId(target, suggested) : null;
  if (id === undefined) return null;
  const change = renaming(target, name, id, keepName);
  return change.name === undefined && change.id === undefined ? null : change;
}

/** Asks for an id; undefined when the person turned away. */
async function askId(target: EntitiesTarget, suggested: string): Promise<string | undefined> {
  const { archive, first } = target;
  const answer = await askInput({
    title: `Rename Entity ${named(first)}: Id`,
    prompt: 'Letters, digits and hyphens. All annotations that name it follow.',
    value: suggested,
    validateInput: (value) => refuseIdentityChange(archive.core, renaming(target, first.name, value.trim(), true)),
  });
  return answer?.trim();
}
