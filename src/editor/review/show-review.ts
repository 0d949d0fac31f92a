import { conflictOf } from '../../core/conflicts';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import type { Command } from '../commands/command';
import { annotationTarget } from '../commands/annotation-target';
import type { ReviewContext } from './context';

/** Shows the review queue; if a link or a row names an annotation, goes to that annotation or its conflict. */
export const showReview: Command<ReviewContext> = {
  id: 'postgloss.showReview',
  async run({ archives, conflicts, review }, argument) {
    const target = !argument.given ? null : await annotationTarget(archives, argument);
    if (!target) return review.open();
    const { archive, path, text, placed } = target;
    const { id, index } = placed.annotation;
    const key = conflictOf(text.sidecar, placed.annotation)?.key ?? null;
    if (key === null) return review.open({ archive, path, id, index });
    await conflicts.look();
    return review.open({ kind: 'conflict', archive, path: path + SIDECAR_SUFFIX, key, side: null });
  },
};

/** Shows the place of a row of the review queue. The keyboard stays in the view. */
export const showReviewItem: Command<ReviewContext> = {
  id: 'postgloss.showReviewItem',
  run: ({ review }, argument) => review.show(argument.row),
};
