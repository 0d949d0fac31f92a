import type { Command } from '../commands/command';
import { sayMeaning } from './say-meaning';

/** Says whom a name means wherever it stands in a post. A decision about a single place still counts before it. */
export const nameInPostMeans: Command = {
  id: 'postgloss.nameInPostMeans',
  run: (context, argument) => sayMeaning(context, argument, 'post'),
};
