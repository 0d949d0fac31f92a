import { whisper } from '../say';
import type { Command } from './command';

/** Does again what was undone last. */
export const redoAnnotationChange: Command = {
  id: 'postgloss.redoAnnotationChange',
  async run({ archives }) {
    const step = await archives.history.redo();
    if (step) whisper(`Done again: ${step.label}.`);
  },
};
