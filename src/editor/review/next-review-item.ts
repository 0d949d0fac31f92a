import type { Command } from '../commands/command';
import { isFocusArgument } from './review-target';

/** Goes to the next item of the review queue and shows its place. */
export const nextReviewItem: Command = {
  id: 'postgloss.nextReviewItem',
  async run({ review }, argument) {
    const keyboard = isFocusArgument(argument);
    if (keyboard) await review.focused();
    await review.step(1, keyboard);
  },
};
