import { keepAsOrphan } from '../../core/review';
import { quoted } from '../../core/text';
import type { Command } from '../commands/command';
import type { ReviewContext } from './context';
import { decideReview, nameOf, reviewTarget } from './review-target';

/** Keeps an annotation whose passage is gone from the text. It leaves the queue, and gets a place again if its quote comes back. */
export const keepOrphan: Command<ReviewContext> = {
  id: 'postgloss.keepOrphan',
  async run(context, argument) {
    const target = await reviewTarget(context, argument);
    if (!target) return;
    const { annotation } = target.placed;
    const label = `Keep ${quoted(nameOf(annotation))} as Orphan`;
    const said = `${quoted(nameOf(annotation))} is kept without a place.`;
    await decideReview(context, target, label, () => keepAsOrphan(target.text, annotation), said);
  },
};
