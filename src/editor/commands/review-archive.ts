import { reviewScope } from '../views/review-scope';
import type { Command } from './command';

/** Shows in the review queue what is in any text of the archives. */
export const reviewArchive: Command = {
  id: 'postgloss.reviewArchive',
  run({ extension }) {
    reviewScope(extension).set('archive');
  },
};
