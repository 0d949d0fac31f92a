import * as vscode from 'vscode';
import { arrangement, ARRANGEMENT_NAMES, ARRANGEMENTS } from '../rows/choices';
import type { Command } from '../commands/command';

const DETAILS = {
  file: 'The annotations of the text that you are reading',
  post: 'The annotations of the post that the cursor is in',
  tags: 'The annotations of the whole archive, tag by tag',
};

/** Asks which annotations the view shows, and how. The choice is remembered for the folder. */
export const arrangeAnnotations: Command = {
  id: 'postgloss.arrangeAnnotations',
  async run({ extension }) {
    const arranged = arrangement(extension);
    const items = ARRANGEMENTS.map((value) => ({
      label: ARRANGEMENT_NAMES[value],
      detail: DETAILS[value],
      ...(value === arranged.value ? { description: 'as it is now' } : {}),
      value,
    }));
    const item = await vscode.window.showQuickPick(items, { title: 'Arrange Annotations' });
    if (item) arranged.set(item.value);
  },
};
