import type { Command } from './command';

/** Leaves the rest of the archives unread: what was read can be worked with. */
export const stopReading: Command = {
  id: 'postgloss.stopReading',
  run: ({ archives }) => archives.stopReading(),
};
