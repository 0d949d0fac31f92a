import * as vscode from 'vscode';
import { REGISTRY_FILE, suggestId, type NewEntity } from '../../core/entities';
import { acceptNames, acceptSpellings, type EntitySuggestion } from '../../core/suggest';
import { quoted, visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import { newStep } from '../archive/history';
import { whisper } from '../ui/say';
import { many } from '../ui/words';
import { askEntity } from '../entities/ask-entity';
import type { Command } from '../commands/command';
import type { SuggestionsContext } from './context';
import { suggestionTarget } from './suggestion-target';
import type { CommandArgument } from '../commands/command-argument';
import { choose } from '../ui/pick';

/**
 * Accepts suggestions: spellings become aliases, names become entities (several names each one entity, or all together one). A code
 * action or a macro names a suggestion: `"args": { "text": "…", "entity": "qasim-oran" }`; without `entity`, `text` is a new name, and
 * `type` may be passed too.
 */
export const acceptSuggestion: Command<SuggestionsContext> = {
  id: 'postgloss.acceptSuggestion',
  async run(context, argument) {
    const target = await suggestionTarget(context, argument);
    if (!target) return;
    const { archive, aliases, names } = target;
    const made = names.length === 0 ? [] : await entitiesOf(archive, names, argument);
    if (!made) return;
    const spellings = aliases.map(({ entity, text }) => ({ entity: entity.id, text }));
    const step = newStep(labelOf(aliases.length, made));
    const done =
      (spellings.length === 0 ||
        (await archive.decide(step, [REGISTRY_FILE], () => acceptSpellings(archive.core, spellings)))) &&
      (made.length === 0 || (await archive.decide(step, [REGISTRY_FILE], () => acceptNames(archive.core, made))));
    if (!done) return;
    const [alias] = aliases;
    whisper(
      alias && aliases.length === 1 && made.length === 0
        ? `${quoted(alias.text)} now means ${visible(alias.entity.name)}.`
        : `${step.label}.`,
    );
    await target.goOn();
  },
};

function labelOf(aliases: number, made: readonly NewEntity[]): string {
  const [only] = made;
  const entities =
    only && made.length === 1 ? `New Entity ${quoted(only.name)}` : many(made.length, 'new entity', 'new entities');
  if (aliases === 0) return entities;
  const spellings = many(aliases, 'new alias', 'new aliases');
  return made.length === 0 ? spellings : `${spellings}, ${entities}`;
}

/** The entities to make; null when the person turned away. */
async function entitiesOf(
  archive: Archive,
  names: readonly EntitySuggestion[],
  argument: CommandArgument,
): Promise<readonly NewEntity[] | null> {
  const [first] = names;
  if (!first) return [];
  if (names.length === 1) {
    const type = argument.text('type') || null;
    if (type !== null) return asSuggested(archive, [{ ...first, type }]);
    return oneOf(archive, names);
  }
  const several = many(names.length, 'entity', 'entities');
  const items = [
    {
      iconPath: new vscode.ThemeIcon('list-flat'),
      label: several,
      description: 'each with its type as suggested',
      one: false,
    },
    {
      iconPath: new vscode.ThemeIcon('combine'),
      label: `One entity of these ${names.length} names`,
      description: 'asks for its name',
      one: true,
    },
  ];
  const choice = await choose(items, { title: `Accept ${names.length} Names` });
  if (!choice) return null;
  return choice.one ? oneOf(archive, names) : asSuggested(archive, names);
}

/** One entity with all these names: the fullest as its name, the others as its aliases. Null when the person turned away. */
async function oneOf(archive: Archive, names: readonly EntitySuggestion[]): Promise<readonly NewEntity[] | null> {
  const words = (text: string) => text.split(/\s+/).length;
  const ordered = [...names].sort(
    (a, b) => words(b.text) - words(a.text) || b.text.length - a.text.length || b.count - a.count,
  );
  const [fullest] = ordered;
  if (!fullest) return null;
  const aliases = ordered.flatMap(({ text, spellings }) => [text, ...spellings.map((spelling) => spelling.text)]);
  const made = await askEntity(archive, { name: fullest.text, type: fullest.type, aliases: [...new Set(aliases)] });
  return made ? [made] : null;
}

function asSuggested(
  archive: Archive,
  names: readonly (Omit<EntitySuggestion, 'type'> & { type: string })[],
): NewEntity[] {
  const taken = new Set(archive.core.registry.byId.keys());
  return names.map(({ text, type, spellings }) => {
    const id = suggestId(text, taken);
    taken.add(id);
    return {
      id,
      name: text,
      type,
      aliases: spellings.map((spelling) => spelling.text).filter((other) => other !== text),
    };
  });
}
