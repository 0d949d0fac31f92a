import type { Command } from '../commands/command';
import type { ReadingContext } from './context';
import { whisper } from '../ui/say';

/** Switches all highlights off and on again. */
export const toggleHighlights: Command<ReadingContext> = {
  id: 'postgloss.toggleHighlights',
  async run({ highlights }) {
    await highlights.toggle();
    whisper(highlights.on ? 'Highlights are on.' : 'Highlights are off.');
  },
};
