import type { Command } from '../commands/command';

/** Leaves the rest of the archives unread: what was read can be worked with. */
export const stopReading: Command = {
  id: 'postgloss.stopReading',
  run: ({ archives }) => archives.stopReading(),
};

/** Goes on with the reading that somebody stopped. */
export const resumeReading: Command = {
  id: 'postgloss.resumeReading',
  run: ({ archives }) => archives.resumeReading(),
};
