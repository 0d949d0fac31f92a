import type { Command } from '../commands/command';
import { reviewScope } from './review-scope';

/** Shows in the review queue the items of all texts of the archives. */
export const reviewArchive: Command = {
  id: 'postgloss.reviewArchive',
  run({ extension }) {
    reviewScope(extension).set('archive');
  },
};

/** Shows in the review queue only the items of the text in front. */
export const reviewFile: Command = {
  id: 'postgloss.reviewFile',
  run({ extension }) {
    reviewScope(extension).set('file');
  },
};
