import type { Command } from '../commands/command';
import { isFocusArgument } from './review-target';

/** Goes to the previous item of the review queue and shows its place. */
export const previousReviewItem: Command = {
  id: 'postgloss.previousReviewItem',
  async run({ review }, argument) {
    const keyboard = isFocusArgument(argument);
    if (keyboard) await review.focused();
    await review.step(-1, keyboard);
  },
};
