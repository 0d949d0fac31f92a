import type { Command } from '../commands/command';

/** Goes on with the reading that somebody stopped. */
export const resumeReading: Command = {
  id: 'postgloss.resumeReading',
  run: ({ archives }) => archives.resumeReading(),
};
