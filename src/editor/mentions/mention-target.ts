import { mentionAt, mentionsIn } from '../../core/lists';
import type { Mention } from '../../core/mentions';
import type { Archives, TextInArchive } from '../archive/archives';
import { activeText } from '../archive/active-text';
import { say } from '../ui/say';
import type { CommandArgument } from '../commands/command-argument';
import { toOffset } from '../ui/convert';

/** A mention to act on, with the text that it is in. */
export interface MentionTarget extends TextInArchive {
  readonly mention: Mention;
}

/** The mention that a command means: of a row, a link in a card, else at the cursor. Null after telling the person that there is none. */
export async function mentionTarget(archives: Archives, argument: CommandArgument): Promise<MentionTarget | null> {
  const node = argument.rowOf('mention');
  const entity = node?.entityId ?? argument.text('entity');
  const path = node?.path ?? argument.text('path');
  const linked = node !== null || argument.text('archive') !== null;
  if (linked && entity !== null && path !== null) {
    const archive = argument.archiveIn(archives);
    const text = await archive?.core.openText(path);
    const mentions = text ? mentionsIn(text, entity) : [];
    const start = node?.span.start ?? argument.number('start');
    // A card may be older than its text: another mention of the entity will do. A row means just this one.
    const mention = mentions.find(({ span }) => span.start === start) ?? (node ? undefined : mentions[0]);
    return archive && text && mention ? { archive, path, text, mention } : say('This mention is no longer there.');
  }
  const active = await activeText(archives);
  if (!active) return null;
  const mention = mentionAt(active.text, toOffset(active.text.lines, active.editor.selection.active));
  return mention ? { ...active, mention } : say('There is no mention of a known entity at the cursor.');
}
