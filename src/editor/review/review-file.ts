import { reviewScope } from './review-scope';
import type { Command } from '../commands/command';

/** Shows in the review queue only what is in the text that is being read. */
export const reviewFile: Command = {
  id: 'postgloss.reviewFile',
  run({ extension }) {
    reviewScope(extension).set('file');
  },
};
