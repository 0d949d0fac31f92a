import type { Command } from '../commands/command';
import { removeAllOccurrences } from './remove-all-occurrences';
import { tagAllOccurrences } from './tag-all-occurrences';

export const occurrenceCommands: readonly Command[] = [removeAllOccurrences, tagAllOccurrences];
