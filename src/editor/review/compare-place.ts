import * as vscode from 'vscode';
import { candidateSpans } from '../../core/review';
import { quoted } from '../../core/text';
import { compareTitle, remembered, standing } from './compared-place';
import type { Command } from '../commands/command';
import { nameOf, reviewTarget } from './review-target';
import type { ReviewContext } from './context';
import { say } from '../ui/say';
import { pathName } from '../ui/inert';

/** Opens the diff editor with the passage as the annotation stores it and the passage at a place of the text. */
export const comparePlace: Command<ReviewContext> = {
  id: 'postgloss.comparePlace',
  async run(context, argument) {
    const target = await reviewTarget(context, argument);
    if (!target) return;
    const { text, placed, path } = target;
    const span = target.span ?? candidateSpans(placed)[0]?.span;
    if (!span) {
      say(`Nothing in ${pathName(path)} is like ${quoted(nameOf(placed.annotation))}, so there is nothing to compare.`);
      return;
    }
    const line = text.lines.lineAt(span.start) + 1;
    await vscode.commands.executeCommand(
      'vscode.diff',
      context.documents.add('as annotated', remembered(placed.annotation)),
      context.documents.add(`line ${line}`, standing(text.text, span, placed.annotation)),
      compareTitle(placed.annotation, line),
      { preview: true, preserveFocus: target.keyboard },
    );
  },
};
