import type { Command } from '../commands/command';

/** Stops the reading of all archives. The texts read so far can be used; the rest stays unread. */
export const stopReading: Command = {
  id: 'postgloss.stopReading',
  run: ({ archives }) => archives.stopReading(),
};

/** Resumes the reading after `stopReading`. */
export const resumeReading: Command = {
  id: 'postgloss.resumeReading',
  run: ({ archives }) => archives.resumeReading(),
};
