import type { Entity } from '../../core/entities';
import { countSpellings } from '../../core/identities';
import type { Archive } from '../archive/archive';
import { many } from '../ui/words';
import { named } from './describe-change';
import { choose } from '../ui/pick';
import { say } from '../ui/say';

/** Lets a person choose an alias of an entity. Undefined when it has none, after a message, or when the person turned away. */
export async function chooseAlias({ core }: Archive, entity: Entity, title: string): Promise<string | undefined> {
  if (entity.aliases.length === 0) {
    say(`${named(entity)} has no alias.`);
    return undefined;
  }
  const items = countSpellings(core, entity.id)
    .filter(({ text }) => text !== entity.name)
    .map(({ text, mentions }) => ({ label: text, description: many(mentions, 'mention'), text }));
  return (await choose(items, { title, placeHolder: 'Which spelling?' }))?.text;
}
