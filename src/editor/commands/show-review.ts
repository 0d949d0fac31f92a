import type { Command } from './command';
import { annotationTarget } from './target';

/** Shows the review queue; a link or a row names the annotation to go to. */
export const showReview: Command = {
  id: 'postgloss.showReview',
  async run({ archives, review }, argument) {
    const target = argument === undefined ? null : await annotationTarget(archives, argument);
    const annotation = target?.placed.annotation;
    await review.open(
      target && annotation
        ? { archive: target.archive, path: target.path, id: annotation.id, index: annotation.index }
        : undefined,
    );
  },
};
