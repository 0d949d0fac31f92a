import { removeAnnotations } from '../../core/decide';
import { quoted } from '../../core/text';
import type { Command } from '../commands/command';
import type { ReviewContext } from './context';
import { decideReview, nameOf, reviewTarget } from './review-target';

/** Deletes an annotation of the review queue and goes on to the next. Undo takes it back; no message stands in the way. */
export const deleteReviewed: Command<ReviewContext> = {
  id: 'postgloss.deleteReviewed',
  async run(context, argument) {
    const target = await reviewTarget(context, argument);
    if (!target) return;
    const { annotation } = target.placed;
    const label = `Delete ${quoted(nameOf(annotation))}`;
    const said = `${quoted(nameOf(annotation))} is deleted. “Undo Annotation Change” takes it back.`;
    await decideReview(context, target, label, () => removeAnnotations(target.text, [annotation]), said);
  },
};
