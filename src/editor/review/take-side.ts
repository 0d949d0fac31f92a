import type { Solution } from '../../core/conflicts';
import type { Command } from '../commands/command';
import type { CommandArgument } from '../commands/command-argument';
import { conflictTarget, decideConflicts } from './conflict-target';
import type { ReviewContext } from './context';
import { say } from '../ui/say';
import { quoted } from '../../core/text';

/** Solves a conflict with our side. */
export const takeOurs: Command<ReviewContext> = {
  id: 'postgloss.takeOurs',
  run: (context, argument) => takeSide(context, argument, 'ours'),
};

/** Solves a conflict with their side. */
export const takeTheirs: Command<ReviewContext> = {
  id: 'postgloss.takeTheirs',
  run: (context, argument) => takeSide(context, argument, 'theirs'),
};

/** Solves a conflict with both sides: in one record where that is possible, else in two. */
export const takeBoth: Command<ReviewContext> = {
  id: 'postgloss.takeBoth',
  run: (context, argument) => takeSide(context, argument, 'both'),
};

/** Takes a side of a conflict, tells how many are left, and goes on to the next. */
async function takeSide(context: ReviewContext, argument: CommandArgument, choice: Solution): Promise<void> {
  const target = await conflictTarget(context, argument);
  if (!target) return;
  const { conflict } = target;
  if (choice === 'both' && conflict.both === null) {
    say('These two sides cannot be combined. Take ours or theirs, or edit the record.');
    return;
  }
  const label = `${LABELS[choice]} of ${quoted(conflict.name.replace(/\s+/g, ' '))}`;
  await decideConflicts(context, target, label, new Map([[conflict.key, choice]]));
}

const LABELS: Record<Solution, string> = { ours: 'Take Ours', theirs: 'Take Theirs', both: 'Take Both' };
