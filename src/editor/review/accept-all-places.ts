import * as vscode from 'vscode';
import { needsReview } from '../../core/anchor';
import { acceptAllPlaces as decideToAcceptAll, mayAcceptUnseen } from '../../core/review';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { visible } from '../../core/text';
import type { TextInArchive } from '../archive/archives';
import { newStep } from '../archive/history';
import { activeText } from '../archive/say';
import { many } from '../ui/words';
import type { Command, CommandContext } from '../commands/command';
import { isFocusArgument } from './review-target';

/** Accepts all places of a file that are sure enough to be accepted unseen: the words are the same, or it is known what became of them. */
export const acceptAllPlaces: Command = {
  id: 'postgloss.acceptAllPlaces',
  async run(context, argument) {
    const { archives } = context;
    const target = await textTarget(context, argument);
    if (!target) return;
    const { archive, path, text } = target;
    const name = visible(path.slice(path.lastIndexOf('/') + 1));
    if (!text.annotations.some((placed) => needsReview(placed) && mayAcceptUnseen(placed))) {
      const message = `Nothing in ${name} can be accepted unseen: what is left needs a look at each.`;
      void vscode.window.showInformationMessage(message);
      return;
    }
    const before = text.annotations.filter(needsReview).length;
    const step = newStep(`Accept All Places in ${name}`);
    if (!(await archive.decide(step, [path + SIDECAR_SUFFIX], () => decideToAcceptAll(text)))) return;
    const left = text.annotations.filter(needsReview).length;
    const rest = left === 0 ? '' : ` ${many(left, 'annotation')} still ${left === 1 ? 'needs' : 'need'} a look.`;
    const message = `${many(before - left, 'place')} in ${name} accepted.${rest}`;
    // The command is done; the offer stays for as long as the message is there.
    void vscode.window.showInformationMessage(message, 'Undo').then((answer) => {
      if (answer === 'Undo') void archives.history.undo(step);
    });
  },
};

/** The text that is meant: that of a row, else that of the active editor. */
async function textTarget({ archives, review }: CommandContext, argument: unknown): Promise<TextInArchive | null> {
  const node = isFocusArgument(argument) ? await review.focused() : argument;
  if (typeof node !== 'object' || node === null || !('archive' in node) || !('path' in node))
    return activeText(archives);
  const archive = archives.all.find((known) => known === node.archive || known.root.toString() === node.archive);
  const path = String(node.path).endsWith(SIDECAR_SUFFIX)
    ? String(node.path).slice(0, -SIDECAR_SUFFIX.length)
    : String(node.path);
  const text = await archive?.core.openText(path);
  return archive && text ? { archive, path, text } : activeText(archives);
}
