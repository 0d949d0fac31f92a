import type { Command } from '../commands/command';
import { stepToSameEntity } from './step-to-mention';

/** Goes to the previous mention of this entity. */
export const previousMentionOfEntity: Command = {
  id: 'postgloss.previousMentionOfEntity',
  run: ({ archives }, argument) => stepToSameEntity(archives, -1, argument),
};
