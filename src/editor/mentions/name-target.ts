import * as vscode from 'vscode';
import { trimSpan } from '../../core/decide';
import { kindOf, type Entity } from '../../core/entities';
import { mentionAt } from '../../core/lists';
import { likelyOwners } from '../../core/suggest';
import { quoted, type Span } from '../../core/text';
import type { Archives, TextInArchive } from '../archive/archives';
import { toOffset, toSpan } from '../ui/convert';
import { activeText } from '../archive/active-text';
import { say } from '../ui/say';
import { TYPES } from '../rows/entity-types';
import type { CommandArgument } from '../commands/command-argument';
import { mentionTarget } from './mention-target';
import { choose } from '../ui/pick';

/** A name in a text, to decide which entity it means. */
export interface NameTarget extends TextInArchive {
  readonly span: Span;
  /** The name as the text spells it, on one line. */
  readonly name: string;
}

/** The most UTF-16 code units of a selection that can be a name. */
const LONGEST = 120;

/** The name that a command means: of a link in a card or a row, else the selected text, else the mention at the cursor. */
export async function nameTarget(archives: Archives, argument: CommandArgument): Promise<NameTarget | null> {
  // A macro that passes an entity but no place means the name at the cursor.
  const start = argument.rowOf('mention')?.span.start ?? argument.number('start');
  if (start !== null) {
    const target = await mentionTarget(archives, argument);
    if (!target) return null;
    // The card may be older than the text: to decide about another place would be worse than to decide about none.
    if (target.mention.span.start !== start) return say('This mention is no longer there.');
    return named(target, target.mention.span);
  }
  const active = await activeText(archives);
  if (!active) return null;
  const { editor, text } = active;
  const selected = trimSpan(text.text, toSpan(text.lines, editor.selection));
  if (selected.end - selected.start > LONGEST) return say('This is more than a name. Select only the name.');
  if (selected.start < selected.end) return named(active, selected);
  const mention = mentionAt(text, toOffset(text.lines, editor.selection.active));
  return mention ? named(active, mention.span) : say('Select a name first, or go to a mention of a known entity.');
}

/** The chosen meaning of a name: an entity, none of the entities that go by it, or undefined when the person turned away. */
export type Meant = { readonly entity: Entity } | { readonly none: readonly Entity[] } | undefined;

/**
 * Lets a person choose the entity that a name means: first the entities that go by it, then those with a similar name, then all others.
 * A link or a macro may name the entity: `"args": { "means": "qasim-oran" }`.
 */
export async function chooseMeant(target: NameTarget, title: string, argument: CommandArgument): Promise<Meant> {
  const { archive, name, text, span } = target;
  const { registry } = archive.core;
  const given = argument.text('means');
  if (given !== null) {
    const entity = registry.byId.get(given);
    if (!entity) say(`There is no entity ${quoted(given)} in the registry.`);
    return entity && { entity };
  }
  const mention = text.mentions.find((one) => one.span.start === span.start && one.span.end === span.end);
  const going = registry.entities.filter((entity) => entity.name === name || entity.aliases.includes(name));
  const owners = [...new Set([...(mention && !mention.decided ? [mention.entity, ...mention.others] : []), ...going])];
  const like = likelyOwners(registry, name).filter((entity) => !owners.includes(entity));
  const rest = registry.entities.filter((entity) => !owners.includes(entity) && !like.includes(entity));
  const item = (entity: Entity) => ({
    iconPath: new vscode.ThemeIcon(TYPES[kindOf(entity.type)].icon),
    label: entity.name,
    description: [entity.type, entity.description ?? ''].filter((part) => part !== '').join(' · '),
    meant: { entity } as Meant,
  });
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator, meant: undefined as Meant });
  const group = (label: string, entities: readonly Entity[]) =>
    entities.length > 0 ? [separator(label), ...entities.map(item)] : [];
  const items = [
    ...group('go by this name', owners),
    ...(owners.length > 0
      ? [
          {
            iconPath: new vscode.ThemeIcon('circle-slash'),
            label: 'None of these',
            description: 'somebody or something else',
            meant: { none: owners } as Meant,
          },
        ]
      : []),
    ...group('have a name like it', like.slice(0, 10)),
    ...group('all others', [...like.slice(10), ...rest]),
  ];
  if (items.length === 0) {
    say('No entity is known yet. Make one with “New Entity from Selection”.');
    return undefined;
  }
  return (await choose(items, { title, matchOnDescription: true }))?.meant;
}

function named(target: TextInArchive, span: Span): NameTarget {
  const { archive, path, text } = target;
  return { archive, path, text, span, name: text.text.slice(span.start, span.end).replace(/\s+/g, ' ') };
}
