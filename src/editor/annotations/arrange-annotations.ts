import { arrangement, ARRANGEMENT_NAMES } from '../rows/choices';
import type { Command } from '../commands/command';
import { chooseValue } from '../ui/choose-value';

const DETAILS = {
  file: 'The annotations of the text that you are reading',
  post: 'Those of the post that the cursor is in',
  tags: 'Those of the whole archive, tag by tag',
};

/** Chooses which annotations their view shows, and how. It is remembered for the folder. */
export const arrangeAnnotations: Command = {
  id: 'postgloss.arrangeAnnotations',
  run: ({ extension }) => chooseValue(arrangement(extension), 'Arrange Annotations', ARRANGEMENT_NAMES, DETAILS),
};
