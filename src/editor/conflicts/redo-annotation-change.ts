import { whisper } from '../archive/say';
import type { Command } from '../commands/command';

/** Does again what was undone last. */
export const redoAnnotationChange: Command = {
  id: 'postgloss.redoAnnotationChange',
  async run({ archives, conflicts }) {
    const step = await archives.history.redo();
    if (!step) return;
    // git follows what was decided about a conflict.
    await conflicts.look();
    whisper(`Done again: ${step.label}.`);
  },
};
