import type { Command } from '../commands/command';
import type { CommandArgument } from '../commands/command-argument';
import type { ReviewContext } from './context';

/** Goes to the next item of the review queue and shows its place. */
export const nextReviewItem: Command<ReviewContext> = {
  id: 'postgloss.nextReviewItem',
  run: (context, argument) => step(context, argument, 1),
};

/** Goes to the previous item of the review queue and shows its place. */
export const previousReviewItem: Command<ReviewContext> = {
  id: 'postgloss.previousReviewItem',
  run: (context, argument) => step(context, argument, -1),
};

async function step({ review }: ReviewContext, { focused }: CommandArgument, direction: 1 | -1): Promise<void> {
  if (focused) await review.focused();
  await review.step(direction, focused);
}
