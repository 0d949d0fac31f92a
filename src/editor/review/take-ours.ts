import type { Command } from '../commands/command';
import { takeSide } from './conflict-target';

/** Solves a conflict with what our side says. */
export const takeOurs: Command = {
  id: 'postgloss.takeOurs',
  run: (context, argument) => takeSide(context, argument, 'ours'),
};
