import { postLabel } from '../../core/lists';
import { acceptPlace, candidatesOf, sameWords, spellDifference } from '../../core/review';
import { quoted, type Span } from '../../core/text';
import { toRange } from '../ui/convert';
import type { ReviewView } from './review';
import { joined } from '../ui/words';
import type { Command } from '../commands/command';
import { decideReview, nameOf, reviewTarget, type ReviewTarget } from './review-target';
import type { ReviewContext } from './context';
import { say } from '../ui/say';
import { askOne } from '../ui/steps';

/** Sets the place of an annotation: that of the row, or one chosen from a list, whose active place is shown in the text. */
export const choosePlace: Command<ReviewContext> = {
  id: 'postgloss.choosePlace',
  async run(context, argument) {
    const target = await reviewTarget(context, argument);
    if (!target) return;
    const { annotation } = target.placed;
    const span = target.span ?? (await chooseSpan(context.review, target));
    if (!span) return;
    const label = `Choose Place of ${quoted(nameOf(annotation))}`;
    const said = `${quoted(nameOf(annotation))} has its place.`;
    await decideReview(context, target, label, () => acceptPlace(target.text, annotation, span), said);
  },
};

async function chooseSpan(review: ReviewView, { archive, path, text, placed }: ReviewTarget): Promise<Span | null> {
  const items = candidatesOf(text, placed).map((candidate) => {
    const { span, line, post, context, difference } = candidate;
    return {
      label: sameWords(candidate) ? context.line : spellDifference(difference).line,
      description: joined([`line ${line + 1}`, post && postLabel({ path, post })]),
      span,
    };
  });
  if (items.length === 0) {
    say(
      'Nothing in the text is like this passage. Select the text that replaced it, and attach the annotation to the selection.',
    );
    return null;
  }
  const chosen = await askOne({
    title: `Which place is ${quoted(nameOf(placed.annotation))}?`,
    placeholder: 'The place is shown in the text',
    items,
    onMove: ({ span }) => void review.showSpan(archive.uriOf(path), () => toRange(text.lines, span)),
  });
  return chosen?.span ?? null;
}
