import * as vscode from 'vscode';
import type { Command } from '../commands/command';
import { cite } from '../../core/lists';
import { whisper } from '../ui/say';
import { passages } from '../commands/passage';

/** Copies the selected passage with its source. */
export const copyCitation: Command = {
  id: 'postgloss.copyCitation',
  async run({ archives }) {
    const target = await passages(archives);
    if (!target) return;
    await vscode.env.clipboard.writeText(target.spans.map((span) => cite(target.text, span)).join('\n\n'));
    whisper('The passage is copied with its source.');
  },
};
