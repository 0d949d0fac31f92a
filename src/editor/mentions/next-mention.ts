import type { Command } from '../commands/command';
import { stepToAnyMention } from './step-to-mention';

/** Goes to the next mention of any entity. */
export const nextMention: Command = {
  id: 'postgloss.nextMention',
  run: ({ archives }) => stepToAnyMention(archives, 1),
};
