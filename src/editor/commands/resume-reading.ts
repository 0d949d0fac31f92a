import type { Command } from './command';

/** Goes on with the reading that somebody stopped. */
export const resumeReading: Command = {
  id: 'postgloss.resumeReading',
  run: ({ archives }) => archives.resumeReading(),
};
