import { needsReview } from '../../core/anchor';
import { acceptAllPlaces as decideToAcceptAll, mayAcceptUnseen } from '../../core/review';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import type { TextInArchive } from '../archive/archives';
import { newStep } from '../archive/history';
import { activeText } from '../archive/active-text';
import { many } from '../ui/words';
import type { Command } from '../commands/command';
import { CommandArgument } from '../commands/command-argument';
import type { ReviewContext } from './context';
import { say } from '../ui/say';
import { pathName } from '../ui/inert';

/** Accepts all places of a file that need no look at each: the words are the same, or their change is known (`mayAcceptUnseen`). */
export const acceptAllPlaces: Command<ReviewContext> = {
  id: 'postgloss.acceptAllPlaces',
  async run(context, argument) {
    const { archives } = context;
    const target = await textTarget(context, argument);
    if (!target) return;
    const { archive, path, text } = target;
    const name = pathName(path.slice(path.lastIndexOf('/') + 1));
    if (!text.annotations.some((placed) => needsReview(placed) && mayAcceptUnseen(placed))) {
      const message = `No place in ${name} can be accepted unseen. Look at each annotation in the Review view.`;
      say(message);
      return;
    }
    const before = text.annotations.filter(needsReview).length;
    const step = newStep(`Accept All Places in ${name}`);
    if (!(await archive.decide(step, [path + SIDECAR_SUFFIX], () => decideToAcceptAll(text)))) return;
    const left = text.annotations.filter(needsReview).length;
    const rest = left === 0 ? '' : ` ${many(left, 'annotation')} still ${left === 1 ? 'needs' : 'need'} a look.`;
    const message = `${many(before - left, 'place')} in ${name} accepted.${rest}`;
    // Not awaited: the command is done, while Undo stays possible as long as the message is shown.
    void say(message, 'Undo').then((answer) => {
      if (answer === 'Undo') void archives.history.undo(step);
    });
  },
};

/** The text that the command means: the text of the row or link, else that of the active editor. */
async function textTarget(
  { archives, review }: ReviewContext,
  argument: CommandArgument,
): Promise<TextInArchive | null> {
  const meant = argument.focused ? new CommandArgument(await review.focused()) : argument;
  const { row } = meant;
  const named = row && 'path' in row ? row.path : meant.text('path');
  const archive = meant.archiveIn(archives);
  if (!archive || named === null) return activeText(archives);
  const path = named.endsWith(SIDECAR_SUFFIX) ? named.slice(0, -SIDECAR_SUFFIX.length) : named;
  const text = await archive.core.openText(path);
  return text ? { archive, path, text } : activeText(archives);
}
