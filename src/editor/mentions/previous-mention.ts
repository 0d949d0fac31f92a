import type { Command } from '../commands/command';
import { stepToAnyMention } from './step-to-mention';

/** Goes to the previous mention of any entity. */
export const previousMention: Command = {
  id: 'postgloss.previousMention',
  run: ({ archives }) => stepToAnyMention(archives, -1),
};
