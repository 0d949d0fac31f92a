import { reviewScope } from './review-scope';
import type { Command } from '../commands/command';

/** Shows in the review queue what is in any text of the archives. */
export const reviewArchive: Command = {
  id: 'postgloss.reviewArchive',
  run({ extension }) {
    reviewScope(extension).set('archive');
  },
};
