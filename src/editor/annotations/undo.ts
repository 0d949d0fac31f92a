import { whisper } from '../ui/say';
import type { Command } from '../commands/command';

/** Undoes the last command that changed annotations, entities or the codebook; what others changed since stays. */
export const undoAnnotationChange: Command = {
  id: 'postgloss.undoAnnotationChange',
  async run({ archives }) {
    const step = await archives.history.undo();
    if (step) whisper(`Undone: ${step.label}.`);
  },
};

/** Redoes the change that was undone last. */
export const redoAnnotationChange: Command = {
  id: 'postgloss.redoAnnotationChange',
  async run({ archives }) {
    const step = await archives.history.redo();
    if (step) whisper(`Redone: ${step.label}.`);
  },
};
