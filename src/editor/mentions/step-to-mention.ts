import { neighbour } from '../../core/lists';
import type { Archives } from '../archive/archives';
import { toOffset, toRange } from '../ui/convert';
import { activeText } from '../archive/active-text';
import { whisper } from '../ui/say';
import { select, showSpan } from '../archive/show';
import type { Command } from '../commands/command';
import type { CommandArgument } from '../commands/command-argument';
import { mentionTarget } from './mention-target';

export const nextMention: Command = {
  id: 'postgloss.nextMention',
  run: ({ archives }) => stepToAnyMention(archives, 1),
};

export const previousMention: Command = {
  id: 'postgloss.previousMention',
  run: ({ archives }) => stepToAnyMention(archives, -1),
};

export const nextMentionOfEntity: Command = {
  id: 'postgloss.nextMentionOfEntity',
  run: ({ archives }, argument) => stepToSameEntity(archives, 1, argument),
};

export const previousMentionOfEntity: Command = {
  id: 'postgloss.previousMentionOfEntity',
  run: ({ archives }, argument) => stepToSameEntity(archives, -1, argument),
};

/** Goes to the next or previous mention of any entity, from the cursor. At the end of the text it goes on at the start. */
async function stepToAnyMention(archives: Archives, direction: 1 | -1): Promise<void> {
  const active = await activeText(archives);
  if (!active) return;
  const { text, editor } = active;
  const mention = neighbour(text, toOffset(text.lines, editor.selection.start), direction, null);
  if (mention) select(editor, toRange(text.lines, mention.span));
  else whisper('No known entity is mentioned in this text.');
}

/** Goes to the next or previous mention of the entity at the cursor, or of the entity of a card. */
async function stepToSameEntity(archives: Archives, direction: 1 | -1, argument: CommandArgument): Promise<void> {
  const target = await mentionTarget(archives, argument);
  if (!target) return;
  const { archive, path, text, mention } = target;
  const next = neighbour(text, mention.span.start, direction, mention.entity.id);
  if (!next) return;
  if (next.span.start === mention.span.start) whisper('It is mentioned only here in this text.');
  await showSpan(archive, path, next.span);
}
