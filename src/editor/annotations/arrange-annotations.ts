import { arrangement, ARRANGEMENT_NAMES } from '../rows/choices';
import type { Command } from '../commands/command';
import { chooseValue } from '../ui/choose-value';

const DETAILS = {
  file: 'The annotations of the text that you are reading',
  post: 'The annotations of the post that the cursor is in',
  tags: 'The annotations of the whole archive, tag by tag',
};

/** Asks which annotations the view shows, and how. The choice is remembered for the folder. */
export const arrangeAnnotations: Command = {
  id: 'postgloss.arrangeAnnotations',
  run: ({ extension }) => chooseValue(arrangement(extension), 'Arrange Annotations', ARRANGEMENT_NAMES, DETAILS),
};
