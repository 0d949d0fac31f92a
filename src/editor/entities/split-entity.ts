import { suggestId } from '../../core/entities';
import { linkedAnnotations, spellingsByPost } from '../../core/identities';
import { quoted } from '../../core/text';
import { askSplit, type Wish } from './ask-split';
import { named } from './describe-change';
import { meantEntities, type EntitiesTarget } from './meant-entities';
import { makeChange } from './make-change';
import { signature } from '../archive/signature';
import type { Command } from '../commands/command';
import type { EntitiesContext } from './context';
import type { CommandArgument } from '../commands/command-argument';
import { whisper } from '../ui/say';

/**
 * Makes two entities of one: the person chooses the spellings, annotations and posts of the second. A macro may pass them, and is then
 * asked nothing: `{ "entity": "oran", "name": "Sela Oran", "spellings": ["S. Oran"], "shared": [], "posts": ["2016-05-04/the-harbour"] }`.
 * Annotations that quote an unshared spelling of the second then link to it.
 */
export const splitEntity: Command<EntitiesContext> = {
  id: 'postgloss.splitEntity',
  async run(context, argument) {
    const target = await meantEntities(context, argument, 'Split Entity');
    if (!target) return;
    const { archive, first } = target;
    const given = fromMacro(target, argument);
    const wish = given ?? (await askSplit(target));
    if (!wish) return;
    const change = { ...wish, signature: await signature(archive.root) };
    const to = quoted(wish.made.name);
    const words = {
      question: `Split ${to} off ${named(first)}?`,
      button: 'Split',
      label: `Split ${to} off ${named(first)}`,
      mentions: (count: string) => `${count} will mean ${to}.`,
    };
    const done = await makeChange(context.archives, archive, change, words, given === null);
    if (!done || wish.shared.length === 0) return;
    const names = wish.shared.map((text) => quoted(text)).join(', ');
    whisper(`${names} may mean either now. “This Name in This Post Is…” decides.`, 'info');
  },
};

/** The split that a macro asks for; null where it names no new entity. */
function fromMacro({ archive, first }: EntitiesTarget, argument: CommandArgument): Wish | null {
  const name = argument.text('name');
  if (name === null) return null;
  const { core } = archive;
  const spellings = argument.texts('spellings') ?? [];
  const shared = argument.texts('shared') ?? [];
  const posts = argument.texts('posts') ?? [];
  const gone = spellings.filter((text) => !shared.includes(text) && text !== first.name);
  const kept = [first.name, ...first.aliases].filter((text) => !gone.includes(text));
  const made = {
    id: argument.text('id') ?? suggestId(name, new Set(core.registry.byId.keys())),
    name,
    type: argument.text('type') ?? first.type,
  };
  return {
    ...{ kind: 'split', entity: first.id, made, spellings, shared },
    annotations: linkedAnnotations(core, first.id).filter(({ annotation }) => gone.includes(annotation.quote)),
    posts: spellingsByPost(core, first.id, kept).filter(({ post }) => posts.includes(post)),
  };
}
