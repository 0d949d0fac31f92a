import * as vscode from 'vscode';
import { attach } from '../../core/review';
import { quoted, type Span } from '../../core/text';
import type { Archives } from '../archive/archives';
import { toSpan } from '../ui/convert';
import type { Command } from '../commands/command';
import { decideReview, nameOf, reviewTarget, type ReviewTarget } from './review-target';
import { CommandArgument } from '../commands/command-argument';
import type { ReviewContext } from './context';
import { say } from '../ui/say';
import { pathName } from '../ui/inert';

/** Attaches the annotation chosen in the review queue to the passage selected in its text. */
export const attachToSelection: Command<ReviewContext> = {
  id: 'postgloss.attachToSelection',
  async run(context, argument) {
    // Read first: showing a place below would replace the selection.
    const editor = vscode.window.activeTextEditor;
    const selection = editor?.selection;
    const row = argument.given ? argument : new CommandArgument(context.review.selected);
    if (!row.given) {
      say('Choose an annotation in the Review view first.');
      return;
    }
    const target = await reviewTarget(context, row);
    if (!target) return;
    const span = editor && selection ? await selectedSpan(context.archives, target, editor, selection) : null;
    if (!span) {
      const quote = quoted(nameOf(target.placed.annotation));
      say(
        `Nothing is selected in ${pathName(target.path)}. Select the passage there that replaced ${quote}, then attach the annotation again.`,
      );
      return;
    }
    const { annotation } = target.placed;
    const from = argument.given ? target : { ...target, keyboard: false };
    const label = `Attach ${quoted(nameOf(annotation))} to Selection`;
    const said = `${quoted(nameOf(annotation))} has its place.`;
    await decideReview(context, from, label, () => attach(target.text, annotation, span), said);
  },
};

/** The selection in the text of the annotation; null where it is empty or in another text. */
async function selectedSpan(
  archives: Archives,
  { archive, path }: ReviewTarget,
  { document }: vscode.TextEditor,
  selection: vscode.Selection,
): Promise<Span | null> {
  const found = selection.isEmpty ? null : await archives.read(document);
  return found?.archive === archive && found.path === path ? toSpan(found.text.lines, selection) : null;
}
