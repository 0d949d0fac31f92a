import type { Command } from '../commands/command';
import { stepToSameEntity } from './step-to-mention';

/** Goes to the next mention of this entity. */
export const nextMentionOfEntity: Command = {
  id: 'postgloss.nextMentionOfEntity',
  run: ({ archives }, argument) => stepToSameEntity(archives, 1, argument),
};
