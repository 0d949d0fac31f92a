import { whisper } from '../say';
import type { Command } from './command';

/** Undoes the last command that changed annotations, entities or the codebook; what others changed since stays. */
export const undoAnnotationChange: Command = {
  id: 'postgloss.undoAnnotationChange',
  async run({ archives }) {
    const step = await archives.history.undo();
    if (step) whisper(`Undone: ${step.label}.`);
  },
};
