import { acceptPlace as decideToAccept } from '../../core/review';
import { quoted } from '../../core/text';
import { choosePlace } from './choose-place';
import type { Command } from '../commands/command';
import { decideReview, nameOf, reviewTarget } from './review-target';
import { CommandArgument } from '../commands/command-argument';
import type { ReviewContext } from './context';
import { say } from '../ui/say';

/** Accepts the place found for an annotation; where no single place was found, lets the person choose. */
export const acceptPlace: Command<ReviewContext> = {
  id: 'postgloss.acceptPlace',
  async run(context, argument) {
    const target = await reviewTarget(context, argument);
    if (!target) return;
    const { annotation, anchor } = target.placed;
    if (anchor.state === 'exact') {
      say('This annotation is in its place. There is nothing to accept.');
      return;
    }
    const span = target.span ?? anchor.span;
    if (!span) {
      await choosePlace.run(context, target.node ? new CommandArgument(target.node) : argument);
      return;
    }
    const label = `Accept Place of ${quoted(nameOf(annotation))}`;
    const said = `${quoted(nameOf(annotation))} has its place.`;
    await decideReview(context, target, label, () => decideToAccept(target.text, annotation, span), said);
  },
};
