import * as vscode from 'vscode';
import { postLabel } from '../../core/lists';
import { acceptPlace, candidatesOf, sameWords, spellDifference } from '../../core/review';
import { visible, type Span } from '../../core/text';
import { toRange } from '../ui/convert';
import type { ReviewView } from './review';
import { iconless, joined } from '../ui/words';
import type { Command } from '../commands/command';
import { decideReview, nameOf, reviewTarget, type ReviewTarget } from './review-target';
import type { ReviewContext } from './context';

/** Sets the place of an annotation: that of the row, or one chosen from a list, whose active place is shown in the text. */
export const choosePlace: Command<ReviewContext> = {
  id: 'postgloss.choosePlace',
  async run(context, argument) {
    const target = await reviewTarget(context, argument);
    if (!target) return;
    const { annotation } = target.placed;
    const span = target.span ?? (await chooseSpan(context.review, target));
    if (!span) return;
    const label = `Choose Place of “${nameOf(annotation)}”`;
    const said = `“${visible(nameOf(annotation))}” has its place.`;
    await decideReview(context, target, label, () => acceptPlace(target.text, annotation, span), said);
  },
};

async function chooseSpan(review: ReviewView, { archive, path, text, placed }: ReviewTarget): Promise<Span | null> {
  const items = candidatesOf(text, placed).map((candidate) => {
    const { span, line, post, context, difference } = candidate;
    return {
      label: iconless(sameWords(candidate) ? context.line : spellDifference(difference).line),
      description: iconless(joined([`line ${line + 1}`, post && postLabel({ path, post })])),
      span,
    };
  });
  if (items.length === 0) {
    void vscode.window.showInformationMessage(
      'Nothing in the text is like this passage. Select the text that replaced it, and attach the annotation to the selection.',
    );
    return null;
  }
  const pick = vscode.window.createQuickPick<(typeof items)[number]>();
  pick.title = `Which place is “${visible(nameOf(placed.annotation))}”?`;
  pick.placeholder = 'The place is shown in the text';
  pick.matchOnDescription = true;
  pick.items = items;
  return new Promise((resolve) => {
    pick.onDidChangeActive(([item]) => {
      if (item) void review.showSpan(archive.uriOf(path), () => toRange(text.lines, item.span));
    });
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.span ?? null);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(null);
      pick.dispose();
    });
    pick.show();
  });
}
