import type { Command } from '../commands/command';
import { takeSide } from './conflict-target';

/** Solves a conflict with what both sides say: in one record where that goes, else in two. */
export const takeBoth: Command = {
  id: 'postgloss.takeBoth',
  run: (context, argument) => takeSide(context, argument, 'both'),
};
