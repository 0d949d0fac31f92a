import type { Command } from '../commands/command';
import { reviewScope } from './review-scope';

/** Shows in the review queue what is in any text of the archives. */
export const reviewArchive: Command = {
  id: 'postgloss.reviewArchive',
  run({ extension }) {
    reviewScope(extension).set('archive');
  },
};

/** Shows in the review queue only what is in the text that is being read. */
export const reviewFile: Command = {
  id: 'postgloss.reviewFile',
  run({ extension }) {
    reviewScope(extension).set('file');
  },
};
