import type { Command } from '../commands/command';
import { notThisEntity } from './not-this-entity';
import { mentionMeans, nameInPostMeans } from './say-meaning';
import { nextMention, nextMentionOfEntity, previousMention, previousMentionOfEntity } from './step-to-mention';

export const mentionCommands: readonly Command[] = [
  mentionMeans,
  nameInPostMeans,
  nextMention,
  nextMentionOfEntity,
  notThisEntity,
  previousMention,
  previousMentionOfEntity,
];
