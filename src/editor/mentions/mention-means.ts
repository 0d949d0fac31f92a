import type { Command } from '../commands/command';
import { sayMeaning } from './say-meaning';

/** Says whom a name means in one place, whatever its spelling means elsewhere. */
export const mentionMeans: Command = {
  id: 'postgloss.mentionMeans',
  run: (context, argument) => sayMeaning(context, argument, null),
};
