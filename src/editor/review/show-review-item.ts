import type { Command } from '../commands/command';

/** Shows the place that a row of the review queue stands for. The keyboard stays in the view. */
export const showReviewItem: Command = {
  id: 'postgloss.showReviewItem',
  run: ({ review }, argument) => review.show(argument),
};
