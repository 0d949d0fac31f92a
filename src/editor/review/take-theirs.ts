import type { Command } from '../commands/command';
import { takeSide } from './conflict-target';

/** Solves a conflict with what their side says. */
export const takeTheirs: Command = {
  id: 'postgloss.takeTheirs',
  run: (context, argument) => takeSide(context, argument, 'theirs'),
};
