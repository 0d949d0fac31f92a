import { whisper } from '../archive/say';
import type { Command } from '../commands/command';

/** Undoes the last command that changed annotations, entities or the codebook; what others changed since stays. */
export const undoAnnotationChange: Command = {
  id: 'postgloss.undoAnnotationChange',
  async run({ archives, conflicts }) {
    const step = await archives.history.undo();
    if (!step) return;
    // git follows what was decided about a conflict.
    await conflicts.look();
    whisper(`Undone: ${step.label}.`);
  },
};
