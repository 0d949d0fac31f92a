import type { Command } from '../commands/command';
import { whisper } from '../archive/say';

/** Switches all highlights off and on again. */
export const toggleHighlights: Command = {
  id: 'postgloss.toggleHighlights',
  async run({ highlights }) {
    await highlights.toggle();
    whisper(highlights.on ? 'Highlights are on.' : 'Highlights are off.');
  },
};
